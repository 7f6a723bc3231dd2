package cn.shouwang.bench.door;

import org.jspecify.annotations.Nullable;

/// Nothing came back, or the way to the answer broke off: whether the request was carried out is not
/// known. Repeat it with the same key.
public final class NoAnswer extends RuntimeException {

    NoAnswer(String what, @Nullable Throwable cause) {
        super(what, cause);
    }
}
