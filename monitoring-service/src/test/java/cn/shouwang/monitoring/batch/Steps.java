package cn.shouwang.monitoring.batch;

/// Histories of the batch in [Sample], for who reads them.
public final class Steps {

    private Steps() {}

    public static BatchEvent[] staged() {
        return new BatchEvent[] {Sample.ANNOUNCED, Sample.RECEIVED};
    }

    public static BatchEvent[] compared() {
        return new BatchEvent[] {Sample.ANNOUNCED, Sample.RECEIVED, Sample.APPROVED, Sample.COMPARED};
    }

    public static BatchEvent[] discarded() {
        return new BatchEvent[] {Sample.ANNOUNCED, Sample.RECEIVED, Sample.DISCARDED};
    }
}
