package cn.shouwang.monitoring;

import cn.shouwang.monitoring.household.BaseType;
import cn.shouwang.monitoring.household.HouseholdEvent;
import cn.shouwang.monitoring.household.HouseholdEvent.HouseholdRegistered;
import cn.shouwang.monitoring.household.HouseholdEvent.MemberAdded;
import cn.shouwang.monitoring.household.HouseholdEvent.MemberDecreased;
import cn.shouwang.monitoring.household.HouseholdId;
import cn.shouwang.monitoring.household.MemberId;
import cn.shouwang.monitoring.identification.Finding;
import cn.shouwang.monitoring.identification.IdentificationEvent.HouseholdDetermined;
import cn.shouwang.monitoring.removal.RemovalEvent.NaturalDecreaseRecorded;
import cn.shouwang.monitoring.removal.RemovalEvent.RemovalReverted;
import cn.shouwang.monitoring.removal.RemovalEvent.RiskRemoved;
import cn.shouwang.platform.store.LogEngine;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.axonframework.messaging.Message;
import org.jspecify.annotations.Nullable;

/// What a year's events say, counted once more from the log itself and by other means than the lists,
/// figures and tables of the service.
final class ByHand {

    /// How many households and people are behind one figure, and which households.
    record Count(long households, long persons, Set<String> which) {}

    private static final Map<String, String> WORDS = Map.of(
            "LIFTED", "脱贫户",
            "ORDINARY", "一般农户",
            "UNSTABLE_LIFTED", "脱贫不稳定户",
            "MARGINAL", "边缘易致贫户",
            "SUDDEN_HARDSHIP", "突发严重困难户",
            "BY_ASSISTANCE", "帮扶消除",
            "NATURAL", "自然消除",
            "ILLNESS", "因病",
            "ACCIDENT", "因意外事故",
            "UNSTABLE_WORK", "因务工就业不稳");

    private static final Map<String, String> VILLAGES =
            Map.of(Town.FIRST, "测试村", Town.SECOND, "测试二村", Town.THIRD, "测试三村");

    @SuppressWarnings("NullAway.Init") // a household begins with its registration
    private static final class House {
        private String village;
        private BaseType baseType;
        private final Map<MemberId, Boolean> canWork = new HashMap<>();
        private @Nullable HouseholdDetermined determined;
        private @Nullable RiskRemoved removed;
        private @Nullable NaturalDecreaseRecorded closed;
        private int determinations;
        private boolean reverted;
    }

    private final Map<HouseholdId, House> houses = new LinkedHashMap<>();

    private ByHand() {}

    static ByHand of(LogEngine log) {
        var count = new ByHand();
        try (var events = log.readEvents(null, false)) {
            events.map(Message::getPayload).forEach(count::on);
        }
        return count;
    }

    private void on(Object event) {
        switch (event) {
            case HouseholdRegistered registered -> {
                house(registered.household()).village = registered.division();
                house(registered.household()).baseType = registered.baseType();
            }
            case MemberAdded added ->
                house(added.household())
                        .canWork
                        .put(added.member(), added.person().labour().canWork());
            case MemberDecreased gone -> house(gone.household()).canWork.remove(gone.member());
            case HouseholdEvent _ -> {} // nobody else comes or goes in this year
            case HouseholdDetermined determined -> {
                var house = house(determined.household());
                house.determined = determined;
                house.determinations++;
                house.removed = null;
            }
            case RiskRemoved removed -> house(removed.household()).removed = removed;
            case RemovalReverted reverted -> {
                house(reverted.household()).removed = null;
                house(reverted.household()).reverted = true;
            }
            case NaturalDecreaseRecorded closed -> house(closed.household()).closed = closed;
            default -> {}
        }
    }

    private House house(HouseholdId household) {
        return Objects.requireNonNull(houses.computeIfAbsent(household, _ -> new House()));
    }

    /// KPI01 by place and measure, `440233999 active`, for the town and each of its villages.
    Map<String, Count> sizes() {
        var counts = new TreeMap<String, Count>();
        monitored().forEach((household, house) -> measures(house).forEach(measure -> {
            for (var place : List.of(Town.CODE, house.village)) {
                var one = new Count(1, house.canWork.size(), Set.of(household.toString()));
                counts.merge(place + " " + measure, one, ByHand::sum);
            }
        }));
        return counts;
    }

    /// The households behind one of those figures.
    Set<String> which(String key) {
        return Objects.requireNonNull(sizes().get(key), key).which();
    }

    private static Count sum(Count one, Count other) {
        var which = new TreeSet<>(one.which());
        which.addAll(other.which());
        return new Count(one.households() + other.households(), one.persons() + other.persons(), which);
    }

    private static List<String> measures(House house) {
        var finding = finding(house);
        var removed = house.removed;
        var measures = new ArrayList<>(List.of("ever"));
        if (house.closed != null) {
            measures.add("closed");
        } else if (removed != null) {
            measures.add("removed." + removed.mode());
        } else {
            measures.add("active");
            measures.add("category." + finding.category());
            finding.risks().types().forEach(risk -> measures.add("risk." + risk));
            if (!house.canWork.containsValue(true)) {
                measures.add("backstop");
            }
        }
        return measures;
    }

    /// KPI07 of the whole town: households by what became of their removals.
    Map<String, Long> removals() {
        var counts = new TreeMap<String, Long>();
        monitored().values().forEach(house -> {
            if (house.removed != null) {
                counts.merge("removed." + house.removed.mode(), 1L, Long::sum);
            }
            if (house.reverted) {
                counts.merge("reverted", 1L, Long::sum);
            }
            if (house.determinations > 1) {
                counts.merge("returned", 1L, Long::sum);
            }
        });
        return counts;
    }

    /// The rows of table T1 by the number of the household: its cells as texts, empty ones as the empty text.
    Map<String, List<String>> roster() {
        var rows = new TreeMap<String, List<String>>();
        monitored().forEach((household, house) -> rows.put(household.toString(), cells(household, house)));
        return rows;
    }

    private static List<String> cells(HouseholdId household, House house) {
        var determined = Objects.requireNonNull(house.determined);
        var decision = determined.decision();
        var removed = house.removed;
        var ended = house.closed != null
                ? house.closed.on().toString()
                : removed == null ? "" : removed.on().toString();
        var risks = finding(house).risks().types().stream().map(risk -> word(risk.name()));
        return Stream.of(
                        Stream.of(
                                "测试镇",
                                VILLAGES.get(house.village),
                                household.toString(),
                                house.canWork.isEmpty() ? "" : "林*一",
                                house.canWork.isEmpty() ? "0" : String.valueOf(house.canWork.size()),
                                word(house.baseType.name()),
                                word(finding(house).category().name())),
                        Stream.concat(risks, Stream.generate(() -> "")).limit(5),
                        Stream.of(
                                determined.on().toString(),
                                yuan(decision.incomePerHeadFen()),
                                yuan(decision.line().amountFen()),
                                decision.number(),
                                removed == null ? "否" : "是",
                                ended,
                                house.closed != null
                                        ? "自然减少"
                                        : removed == null
                                                ? ""
                                                : word(removed.mode().name()),
                                "")) // nobody came with a national number, or is marked
                .flatMap(cell -> cell)
                .map(Objects::requireNonNull)
                .toList();
    }

    private static String word(String code) {
        return Objects.requireNonNull(WORDS.get(code), code);
    }

    private static String yuan(long fen) {
        return BigDecimal.valueOf(fen, 2).stripTrailingZeros().toPlainString();
    }

    private static Finding finding(House house) {
        return Objects.requireNonNull(house.determined).decision().finding();
    }

    private Map<HouseholdId, House> monitored() {
        var monitored = new LinkedHashMap<>(houses);
        monitored.values().removeIf(house -> house.determined == null);
        return monitored;
    }
}
