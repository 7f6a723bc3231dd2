package cn.shouwang.monitoring.enrolment;

import cn.shouwang.monitoring.division.Divisions;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// Villages by the names that offices write: with or without what they are (镇, 街道, 村委会, 村), 洞 for 峒.
/// A name that could be two villages is neither.
final class Places {

    private static final Pattern TOWN_END = Pattern.compile("(街道办事处|街道|镇|乡)$");
    private static final Pattern VILLAGE_END = Pattern.compile("(村民委员会|村委会|村)$");
    private static final Pattern COMMUNITY_END = Pattern.compile("(居民委员会|居委会|社区)$");

    private final Divisions divisions;
    private final Map<String, String> codes = new HashMap<>();
    private final Set<String> unclear = new HashSet<>();

    Places(Divisions divisions, String county) {
        this.divisions = divisions;
        for (var town : divisions.children(county)) {
            for (var village : divisions.children(town.code())) {
                var short_ = bare(village.name());
                put(town.name(), village.name(), village.code());
                put(town.name(), short_, village.code());
                put(town.name(), short_ + (COMMUNITY_END.matcher(village.name()).find() ? "社区" : "村"), village.code());
            }
        }
    }

    /// The code itself when it is a village on the map.
    Optional<String> code(String code) {
        return divisions.isVillage(code) ? Optional.of(code) : Optional.empty();
    }

    Optional<String> named(String town, String village) {
        return Optional.ofNullable(codes.get(key(town, village)));
    }

    private void put(String town, String village, String code) {
        var key = key(town, village);
        var other = codes.put(key, code);
        if (unclear.contains(key) || (other != null && !other.equals(code))) {
            unclear.add(key);
            codes.remove(key);
        }
    }

    private static String key(String town, String village) {
        return (TOWN_END.matcher(town).replaceFirst("") + "/" + village).replace('峒', '洞');
    }

    private static String bare(String village) {
        return COMMUNITY_END
                .matcher(VILLAGE_END.matcher(village).replaceFirst(""))
                .replaceFirst("");
    }
}
