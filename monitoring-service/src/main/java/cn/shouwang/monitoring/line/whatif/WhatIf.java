package cn.shouwang.monitoring.line.whatif;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import cn.shouwang.monitoring.household.BaseType;
import cn.shouwang.monitoring.identification.Category;
import cn.shouwang.monitoring.line.Basis;
import cn.shouwang.monitoring.line.Lines;
import cn.shouwang.monitoring.line.Lines.InForce;
import cn.shouwang.platform.projection.Listing;
import cn.shouwang.platform.projection.Page;
import cn.shouwang.platform.projection.PageQuery;
import cn.shouwang.platform.projection.Places;
import cn.shouwang.platform.projection.Views;
import cn.shouwang.platform.security.Gate;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Positive;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Compares the assessed incomes of a day with another line.
///
/// Goes through every household of the area that was ever assessed, in memory: a county has some
/// thousands, and the question is asked a few times a year.
@Component
class WhatIf {

    /// The other line in yuan per head per year, the line in force unless told; the area, all the
    /// caller sees unless told; the day, today unless told; and which households to list.
    record Question(
            @Nullable @Positive @Digits(integer = 7, fraction = 2)
            BigDecimal amountYuan,

            @Nullable @Pattern(regexp = "[0-9]{6}|[0-9]{9}|[0-9]{12}")
            String division,

            @Nullable LocalDate on,
            @Nullable Movement movement) {}

    /// `towns` counts every household by town, `households` lists them.
    record Answer(LocalDate on, List<Town> towns, Page<Entry> households) {}

    /// How many households of a town would move, and how many of those who would leave are
    /// monitored.
    record Town(String division, int enter, int leave, int stay, int outside, int monitoredWhoLeave) {}

    /// One household. `category` is the one that its income alone would open to it: of those who
    /// enter, leave or stay. Whether it is at risk, and whether it is in sudden hardship, no line
    /// can tell.
    record Entry(
            String household,
            String division,
            BaseType baseType,
            LocalDate assessedOn,
            Basis basis,
            BigDecimal incomePerHeadYuan,
            String lineVersion,
            BigDecimal lineYuan,
            BigDecimal otherYuan,
            Movement movement,
            @Nullable Category category,
            @Nullable Category monitoredAs) {}

    private final Listing rows;
    private final Gate gate;
    private final Lines lines;
    private final Clock clock;

    WhatIf(Views views, Gate gate, Lines lines, Clock clock) {
        this.rows = views.listing(AssessedProjection.NAME);
        this.gate = gate;
        this.lines = lines;
        this.clock = clock;
    }

    /// Refuses with `line.not-published` when no line is in force at a household's place on that
    /// day.
    Answer ask(Question question, PageQuery page) {
        var on = Objects.requireNonNullElseGet(question.on(), () -> LocalDate.now(clock));
        var known = new ArrayList<Assessed>();
        rows.each(gate.scope(), Places.within(question.division()), row -> Assessed.on(on, row)
                .ifPresent(known::add));
        var entries = compared(known, question.amountYuan(), on);
        return new Answer(on, towns(entries), page(entries, question.movement(), page));
    }

    private List<Entry> compared(List<Assessed> households, @Nullable BigDecimal amountYuan, LocalDate on) {
        Map<String, InForce> inForce = new HashMap<>();
        return households.stream()
                .map(household -> entry(
                        household,
                        inForce.computeIfAbsent(household.division(), village -> lines.inForce(village, on)),
                        amountYuan))
                .sorted(Comparator.comparing(Entry::division).thenComparing(Entry::household))
                .toList();
    }

    /// The other line differs in its amount alone: basis and boundary are those of the line in
    /// force.
    static Entry entry(Assessed household, InForce line, @Nullable BigDecimal amountYuan) {
        var amount = amountYuan == null
                ? line.amountFen()
                : amountYuan.movePointRight(2).longValueExact();
        var other = new InForce(line.version(), amount, line.inclusive(), line.basis());
        var income = household.perHeadFen(line.basis());
        var movement = Movement.of(line.covers(income), other.covers(income));
        return new Entry(
                household.household(),
                household.division(),
                household.baseType(),
                household.assessedOn(),
                line.basis(),
                yuan(income),
                line.version(),
                yuan(line.amountFen()),
                yuan(amount),
                movement,
                movement == Movement.OUTSIDE ? null : Category.byIncome(household.baseType()),
                household.monitoredAs());
    }

    private static List<Town> towns(List<Entry> entries) {
        return entries.stream()
                .collect(groupingBy(entry -> entry.division().substring(0, 9), TreeMap::new, toList()))
                .entrySet()
                .stream()
                .map(town -> town(town.getKey(), town.getValue()))
                .toList();
    }

    private static Town town(String division, List<Entry> entries) {
        return new Town(
                division,
                count(entries, Movement.ENTERS),
                count(entries, Movement.LEAVES),
                count(entries, Movement.STAYS),
                count(entries, Movement.OUTSIDE),
                (int) entries.stream().filter(WhatIf::isMonitoredByIncome).count());
    }

    /// Sudden hardship is not found by the line, so no line ends it.
    private static boolean isMonitoredByIncome(Entry entry) {
        return entry.movement() == Movement.LEAVES
                && entry.monitoredAs() != null
                && entry.monitoredAs() != Category.SUDDEN_HARDSHIP;
    }

    private static int count(List<Entry> entries, Movement movement) {
        return (int)
                entries.stream().filter(entry -> entry.movement() == movement).count();
    }

    private static Page<Entry> page(List<Entry> entries, @Nullable Movement movement, PageQuery page) {
        var listed = entries.stream()
                .filter(entry -> movement == null || entry.movement() == movement)
                .toList();
        var items = listed.stream().skip(page.skip()).limit(page.size()).toList();
        return new Page<>(items, listed.size(), page.page(), page.size());
    }

    private static BigDecimal yuan(long fen) {
        return BigDecimal.valueOf(fen, 2);
    }
}
