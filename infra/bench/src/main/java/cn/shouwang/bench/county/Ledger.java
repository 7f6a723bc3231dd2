package cn.shouwang.bench.county;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;

/// What was said to the suite and what it answered, in the end, to each command.
public final class Ledger {

    /// An accepted command: its key, the subject and the log position it was told.
    public record Receipt(String key, String id, long position) {}

    /// A refused one and its code.
    public record Refusal(String key, int status, String code) {}

    private final Map<String, Receipt> accepted = new ConcurrentHashMap<>();
    private final ConcurrentLinkedQueue<Refusal> refused = new ConcurrentLinkedQueue<>();
    private final ConcurrentLinkedQueue<String> changed = new ConcurrentLinkedQueue<>();
    private final AtomicLong repeated = new AtomicLong();
    private final AtomicLong position = new AtomicLong(-1);

    /// Notes an answer. A second, different answer under the same key is a contradiction.
    public void accepted(Receipt receipt) {
        position.accumulateAndGet(receipt.position(), Math::max);
        var before = accepted.putIfAbsent(receipt.key(), receipt);
        if (before != null && !before.equals(receipt)) {
            changed.add(receipt.key());
        }
    }

    void refused(Refusal refusal) {
        refused.add(refusal);
    }

    void repeated() {
        repeated.incrementAndGet();
    }

    /// The last log position that anybody was told, -1 before the first.
    public long position() {
        return position.get();
    }

    /// Commands that were answered for good.
    public int commands() {
        return accepted.size() + refused.size();
    }

    /// How often a command was sent again because nothing was known about it.
    public long repetitions() {
        return repeated.get();
    }

    public List<Receipt> receipts() {
        return List.copyOf(accepted.values());
    }

    public List<Refusal> refusals() {
        return List.copyOf(refused);
    }

    /// Keys of commands that got two different answers.
    public List<String> contradictions() {
        return List.copyOf(changed);
    }
}
