package cn.shouwang.platform.store;

/// The log could not be reached in time. Whether the command was stored is not known: the sender
/// repeats the request with the same `Idempotency-Key` and learns it. Answered 503,
/// `log.unavailable`.
public final class LogUnavailable extends RuntimeException {

    public LogUnavailable(String message, Throwable cause) {
        super(message, cause);
    }

    public LogUnavailable(String message) {
        super(message);
    }
}
