package cn.shouwang.monitoring.division;

import cn.shouwang.platform.rule.RuleBroken;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Every place of the county by its code. Immutable.
public final class Divisions {

    private static final int COUNTY_DIGITS = 6;
    private static final int TOWN_DIGITS = 9;

    private final Map<String, Division> byCode = new LinkedHashMap<>();

    Divisions(List<Division> divisions) {
        divisions.forEach(division -> byCode.put(division.code(), division));
    }

    /// The real map, without the place kept for trials.
    public static Divisions real() {
        return DivisionTable.read(false);
    }

    /// The real map and town 440233999 with its villages, in which only synthetic people live.
    public static Divisions withTrialTown() {
        return DivisionTable.read(true);
    }

    public Optional<Division> find(String code) {
        return Optional.ofNullable(byCode.get(code));
    }

    /// The villages and communities in a place, in the order of their codes; a village alone lies in itself.
    public List<Division> villages(String place) {
        return byCode.values().stream()
                .filter(division -> division.isVillageLevel() && division.code().startsWith(place))
                .toList();
    }

    /// Whether the code is a village or community on the map.
    public boolean isVillage(String code) {
        return find(code).filter(Division::isVillageLevel).isPresent();
    }

    /// Refuses with `division.unknown-village` unless the code is a village or community.
    public void requireVillage(String code) {
        if (!isVillage(code)) {
            throw new RuleBroken("division.unknown-village", "no village has code " + code);
        }
    }

    /// Refuses with `division.unknown` unless the code is on the map.
    public void require(String code) {
        if (!byCode.containsKey(code)) {
            throw new RuleBroken("division.unknown", "no place has code " + code);
        }
    }

    /// Code of the town in which a village, or the town itself, lies.
    public static String townOf(String code) {
        return code.substring(0, TOWN_DIGITS);
    }

    /// Code of the county in which a place lies.
    public static String countyOf(String code) {
        return code.substring(0, COUNTY_DIGITS);
    }

    /// Name of the place; the code itself when it is not on the map, as an old event may say.
    public String name(String code) {
        return find(code).map(Division::name).orElse(code);
    }

    /// Places that lie directly in `parent`, in the order of their codes; the county for the empty
    /// text; none for a place that holds none.
    public List<Division> children(String parent) {
        return byCode.values().stream()
                .filter(division -> division.parent().equals(parent))
                .toList();
    }
}
