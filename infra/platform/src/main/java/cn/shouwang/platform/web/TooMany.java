package cn.shouwang.platform.web;

import java.time.Duration;

/// Asked too often. Answered 429, `request.too-many`, with `Retry-After` in whole seconds, at least one.
public final class TooMany extends RuntimeException {

    private final Duration wait;

    public TooMany(Duration wait) {
        super("too many", null, false, false);
        this.wait = wait;
    }

    long seconds() {
        return Math.max(1, wait.plusMillis(999).toSeconds());
    }
}
