package cn.shouwang.platform.evidence;

/// What can be wrong with a log and what was signed of it. `code` is stable and has a text `damage.<code>`.
public enum Damage {
    /// The log ends before the last event that was signed.
    LOG_TRUNCATED("log-truncated"),
    /// A position between others is missing.
    LOG_GAP("log-gap"),
    /// The event is not the one that was sealed.
    EVENT_CHANGED("event-changed"),
    /// What is stored there is no event.
    EVENT_UNREADABLE("event-unreadable"),
    /// The hashes kept are not those that were signed; the events may be right.
    TILES_CHANGED("tiles-changed"),
    /// A checkpoint is none, or carries a signature that is not good.
    CHECKPOINT_FORGED("checkpoint-forged"),
    /// A checkpoint this process knows is gone.
    CHECKPOINT_MISSING("checkpoint-missing"),
    /// Two checkpoints of one size, or one that the other did not grow into.
    FORK("fork");

    private final String code;

    Damage(String code) {
        this.code = code;
    }

    public String code() {
        return code;
    }
}
