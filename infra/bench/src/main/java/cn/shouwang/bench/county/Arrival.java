package cn.shouwang.bench.county;

/// How the suite first hears of a family.
enum Arrival {
    QR,
    DELEGATED,
    PHONE,
    WINDOW,
    GRASSROOTS_CHECK,
    DEPARTMENT_DATA;

    /// Without an account, so the suite sets the day.
    boolean isToday() {
        return this == QR || this == DELEGATED;
    }

    boolean isReport() {
        return this != GRASSROOTS_CHECK && this != DEPARTMENT_DATA;
    }
}
