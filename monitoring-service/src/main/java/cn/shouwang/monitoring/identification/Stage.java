package cn.shouwang.monitoring.identification;

/// How far a case has come: the last step taken. Source: the procedure of the national guidance as
/// counties carry it out; rule M4 fixes the order.
enum Stage {
    OPENED,
    VISITED,
    AUTHORIZED,
    APPRAISED,
    PUBLICIZED,
    PUBLICITY_ENDED,
    TOWN_REVIEWED,
    DETERMINED,
    ANNOUNCED,
    REJECTED;

    /// Whether the county, or a rejection, has had the last word.
    boolean isDecided() {
        return compareTo(DETERMINED) >= 0;
    }
}
