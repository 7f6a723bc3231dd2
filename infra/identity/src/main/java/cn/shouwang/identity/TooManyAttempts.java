package cn.shouwang.identity;

import java.time.Duration;
import org.springframework.security.authentication.LockedException;

/// A sign-in refused unseen, because its user name and address have to wait.
final class TooManyAttempts extends LockedException {

    private final Duration wait;

    TooManyAttempts(Duration wait) {
        super("too many attempts");
        this.wait = wait;
    }

    /// Whole seconds until the next attempt, at least one.
    long seconds() {
        return Math.max(1, wait.plusMillis(999).toSeconds());
    }
}
