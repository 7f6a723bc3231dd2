package cn.shouwang.platform.history;

/// A question cannot be answered as of the moment it names: `as-of.too-recent`, later events may still
/// be recorded for it; `as-of.not-here`, this answer comes from the present only; `as-of.only-get`, an act
/// happens now. Answered 409.
public final class NotOfThePast extends RuntimeException {

    private final String code;

    public NotOfThePast(String code) {
        super(code, null, false, false);
        this.code = code;
    }

    public String code() {
        return code;
    }
}
