package cn.shouwang.local.mongo;

/// The store cannot go on: a file is damaged, another process owns the folder, or the disk refused
/// a write. Nothing is served after it; the message says what to look at.
public final class StoreFailure extends RuntimeException {

    StoreFailure(String message) {
        super(message);
    }

    StoreFailure(String message, Throwable cause) {
        super(message, cause);
    }
}
