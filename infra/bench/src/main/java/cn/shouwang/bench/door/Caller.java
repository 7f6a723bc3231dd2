package cn.shouwang.bench.door;

/// Someone who talks to the suite through the gateway.
///
/// Paths begin with `/`. A request that the gateway put off for coming too fast (429) is sent again after
/// the time it names; it was not passed on.
///
/// Every method throws [NoAnswer] when nothing is known about the outcome.
public interface Caller {

    Answer get(String path);

    /// Posts a command. `form` is JSON text, or a record that becomes JSON; `key` is its
    /// Idempotency-Key.
    Answer post(String path, Object form, String key);

    /// The same with the log position that the answer must have seen.
    Answer get(String path, long position);
}
