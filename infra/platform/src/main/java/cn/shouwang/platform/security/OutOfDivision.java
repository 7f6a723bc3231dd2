package cn.shouwang.platform.security;

/// The actor asked for a place outside their division. Answered 403, `access.out-of-division`,
/// without a word about what is there.
public final class OutOfDivision extends RuntimeException {

    public OutOfDivision() {
        super("outside the actor's division", null, false, false);
    }
}
