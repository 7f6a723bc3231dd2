package cn.shouwang.platform.web;

/// What was asked for does not exist, or lies outside what the caller may see: the two are not told
/// apart. Answered 404, `not-found`.
public final class NotFound extends RuntimeException {

    public NotFound() {
        super("not found", null, false, false);
    }
}
