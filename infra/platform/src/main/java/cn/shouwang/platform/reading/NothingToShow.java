package cn.shouwang.platform.reading;

/// There was something to see and there is no more: the time of a reveal is over
/// (`reading.expired`), or the person was forgotten (`reading.forgotten`). Answered 410.
public final class NothingToShow extends RuntimeException {

    private final String code;

    private NothingToShow(String code) {
        super(code, null, false, false);
        this.code = code;
    }

    static NothingToShow expired() {
        return new NothingToShow("reading.expired");
    }

    static NothingToShow forgotten() {
        return new NothingToShow("reading.forgotten");
    }

    public String code() {
        return code;
    }
}
