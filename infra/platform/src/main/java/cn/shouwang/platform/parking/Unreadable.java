package cn.shouwang.platform.parking;

/// A message that breaks the agreed form, so that nobody can say what it means.
///
/// `code` is stable and names the part that is wrong, never what stands there.
public final class Unreadable extends RuntimeException {

    private final String code;

    public Unreadable(String code) {
        super(code, null, false, false); // another service's fault: our stack says nothing
        this.code = code;
    }

    public String code() {
        return code;
    }
}
