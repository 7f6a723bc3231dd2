package cn.shouwang.platform.reading;

/// The account has revealed, or searched, as often as one may within an hour. Answered 429,
/// `reading.too-many`; nothing was shown.
public final class TooManyReadings extends RuntimeException {

    TooManyReadings() {
        super("the account has used up its readings of this hour", null, false, false);
    }
}
