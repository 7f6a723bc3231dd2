package cn.shouwang.platform.flag;

/// What was noticed. Stored by name: add, never rename.
public enum FlagKind {
    /// Recorded more days after the fact than the rule of its kind of event lets pass.
    LATE_ENTRY(Unit.DAYS),
    /// Dated after the day of its recording.
    AHEAD(Unit.DAYS),
    /// Many entries of one account in few minutes.
    BULK_ENTRY(Unit.ENTRIES),
    /// Many entries of one account in one night.
    NIGHT_BURST(Unit.ENTRIES),
    /// Many entries of one account on a day on which offices are closed.
    REST_DAY_BURST(Unit.ENTRIES),
    /// Decided sooner after it was put forward than one can read it.
    QUICK_DECISION(Unit.SECONDS),
    /// Decided by the account that gathered the facts.
    SAME_MAKER(Unit.TIMES),
    /// One picture for two things, or on two days.
    SAME_PHOTO(Unit.TIMES),
    /// The same answers about several things by one account.
    COPY_PASTE(Unit.SUBJECTS);

    /// What the measure of a flag counts.
    public enum Unit {
        DAYS,
        ENTRIES,
        SECONDS,
        TIMES,
        SUBJECTS
    }

    private final Unit unit;

    FlagKind(Unit unit) {
        this.unit = unit;
    }

    Unit unit() {
        return unit;
    }
}
