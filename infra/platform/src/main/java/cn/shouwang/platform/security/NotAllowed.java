package cn.shouwang.platform.security;

/// The actor's role may not send this command. Answered 403, `access.not-allowed`.
public final class NotAllowed extends RuntimeException {

    public NotAllowed(String what) {
        super(what, null, false, false);
    }
}
