package cn.shouwang.monitoring.division;

/// A place on the map. `parent` is empty for the county.
public record Division(String code, String name, String parent, Kind kind) {

    /// What kind of place. A community 居委会 and a village 村委会 are both of village level.
    public enum Kind {
        COUNTY,
        TOWN,
        COMMUNITY,
        VILLAGE
    }

    public boolean isVillageLevel() {
        return kind == Kind.VILLAGE || kind == Kind.COMMUNITY;
    }
}
