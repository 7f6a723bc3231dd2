package cn.shouwang.platform.command;

/// The `Idempotency-Key` came with another request before. Answered 422, `idempotency.key-reused`.
public final class KeyReused extends RuntimeException {

    KeyReused() {
        super("the key was used for another request", null, false, false);
    }
}
