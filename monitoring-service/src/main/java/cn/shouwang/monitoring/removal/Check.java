package cn.shouwang.monitoring.removal;

import org.jspecify.annotations.Nullable;

/// One criterion looked at: what was `found`, what is `needed`, and whether that will do.
///
/// Both are codes and figures, never words about a person: months, fen per head, names of risks or
/// guarantees with commas between. `found` is absent where nothing was missing or the fact is a plain
/// yes or no.
public record Check(
        Criterion criterion,
        Outcome outcome,
        @Nullable String found,
        @Nullable String needed) {

    /// Stored by name: add, never rename.
    public enum Outcome {
        HOLDS,
        MISSING,
        /// Not asked for in this mode, by the terms in force.
        WAIVED
    }

    boolean blocks() {
        return outcome == Outcome.MISSING;
    }
}
