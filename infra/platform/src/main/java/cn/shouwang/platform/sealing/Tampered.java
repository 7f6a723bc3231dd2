package cn.shouwang.platform.sealing;

/// A sealed value does not open under its key: it was changed, moved to another place, or belongs to
/// another installation. Never a reason to go on without it.
public final class Tampered extends RuntimeException {

    public Tampered() {
        super("a sealed value does not open under its key", null, false, false);
    }
}
