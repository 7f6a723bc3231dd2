package cn.shouwang.monitoring.awareness.coverage;

/// By which places a share is told.
enum Level {
    VILLAGE(12),
    TOWN(9),
    COUNTY(6);

    private final int digits;

    Level(int digits) {
        this.digits = digits;
    }

    int digits() {
        return digits;
    }
}
