package cn.shouwang.platform.sealing;

/// Something new was to be sealed about a subject whose key was destroyed. Answered 409,
/// `sealing.forgotten`: who was forgotten begins anew under a new id.
public final class Forgotten extends RuntimeException {

    public Forgotten() {
        super("the key of this subject was destroyed", null, false, false);
    }
}
