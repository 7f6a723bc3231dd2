package cn.shouwang.platform.web;

/// What was asked for was there and can no longer be read by anyone, because the person it is about is
/// forgotten. Answered 410, `sealing.gone`.
public final class Gone extends RuntimeException {

    public Gone() {
        super("gone", null, false, false);
    }
}
