package cn.shouwang.monitoring.comparison;

import cn.shouwang.monitoring.comparison.AlertRule.Ages;
import cn.shouwang.monitoring.dataset.Fact;
import cn.shouwang.monitoring.household.HouseholdId;
import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.function.BiConsumer;

/// What rules find, worked out one person and one row after the other, without a database.
final class Oracle {

    private final List<Person> persons;
    private final List<Fact> fresh;
    private final List<Fact> earlier;
    private final LocalDate until;
    private final LocalDate on;
    private final boolean consent;

    private static final class Sum {
        long measured;
        boolean fresh;
    }

    Oracle(List<Person> persons, List<Fact> fresh, List<Fact> earlier, LocalDate until, LocalDate on, boolean consent) {
        this.persons = persons;
        this.fresh = fresh;
        this.earlier = earlier;
        this.until = until;
        this.on = on;
        this.consent = consent;
    }

    /// One rule of every form, with thresholds that some reach.
    static List<AlertRule> rules(SplittableRandom random) {
        var fen = Map.of(
                Standing.MONITORED, random.nextLong(1, 300_000),
                Standing.LIFTED, random.nextLong(1, 300_000),
                Standing.ORDINARY, random.nextLong(1, 300_000));
        var some = Map.of(Standing.LIFTED, 2L, Standing.MONITORED, 1L);
        var rules = new ArrayList<AlertRule>();
        for (var span : Span.values()) {
            var name = span.name().toLowerCase(java.util.Locale.ROOT);
            rules.add(ComparerTest.rule("amount-" + name, Measure.AMOUNT, span, List.of("住院"), List.of(), null, fen));
            rules.add(ComparerTest.rule("total-" + name, Measure.TOTAL, span, List.of(), List.of(), null, fen));
            rules.add(ComparerTest.rule("number-" + name, Measure.NUMBER, span, List.of(), List.of(), null, some));
            rules.add(ComparerTest.rule(
                    "present-" + name, Measure.PRESENT, span, List.of("住院", "门诊"), List.of(1, 2), null, some));
            rules.add(ComparerTest.rule(
                    "absent-" + name, Measure.ABSENT, span, List.of(), List.of(), new Ages(6, 15), some));
        }
        return rules;
    }

    List<Hit> hits(List<AlertRule> rules) {
        return rules.stream().flatMap(rule -> hits(rule).stream()).toList();
    }

    private List<Hit> hits(AlertRule rule) {
        var best = new HashMap<String, Hit>();
        BiConsumer<Person, Map.Entry<String, Sum>> candidate = (person, sum) -> {
            var threshold = rule.from().get(person.standing());
            if (threshold != null && sum.getValue().fresh && sum.getValue().measured >= threshold) {
                var hit = hit(rule, person, sum.getKey(), sum.getValue().measured, threshold);
                best.merge(
                        person.household() + sum.getKey(),
                        hit,
                        (one, other) -> one.measured() >= other.measured() ? one : other);
            }
        };
        var absent = new HashMap<HouseholdId, Sum>();
        for (var person : persons) {
            if (consent && (person.signedOn() == null || person.signedOn().isAfter(on))) {
                continue;
            }
            if (rule.measure() == Measure.ABSENT) {
                if (isMissing(rule, person)) {
                    var sum = absent.computeIfAbsent(person.household(), _ -> new Sum());
                    sum.measured++;
                    sum.fresh = true;
                }
            } else {
                sums(rule, person).forEach(sum -> candidate.accept(person, sum));
            }
        }
        persons.stream()
                .filter(person -> absent.containsKey(person.household()) && isMissing(rule, person))
                .forEach(person ->
                        candidate.accept(person, Map.entry(span(rule, until), absent.get(person.household()))));
        return List.copyOf(best.values());
    }

    private boolean isMissing(AlertRule rule, Person person) {
        var age = Period.between(person.born(), until).getYears();
        var ages = Objects.requireNonNull(rule.ages());
        return age >= ages.from() && age <= ages.until() && fresh.stream().noneMatch(fact -> isAbout(fact, person));
    }

    private List<Map.Entry<String, Sum>> sums(AlertRule rule, Person person) {
        var seen = new HashMap<Long, Boolean>();
        var facts = new ArrayList<Fact>();
        for (var all : List.of(fresh, earlier)) {
            for (var fact : all) {
                if (isAbout(fact, person) && seen.putIfAbsent(fact.record(), all == fresh) == null) {
                    facts.add(fact);
                }
            }
        }
        var found = new ArrayList<Map.Entry<String, Sum>>();
        var bySpan = new HashMap<String, Sum>();
        for (var fact : facts) {
            if ((rule.codes().isEmpty() || rule.codes().contains(fact.code()))
                    && (rule.numbers().isEmpty() || rule.numbers().contains(fact.number()))) {
                var span = span(rule, LocalDate.ofEpochDay(fact.day()));
                var alone = rule.measure() == Measure.AMOUNT || rule.measure() == Measure.NUMBER;
                var sum = alone ? new Sum() : bySpan.computeIfAbsent(span, _ -> new Sum());
                sum.measured += switch (rule.measure()) {
                    case AMOUNT, TOTAL -> fact.amountFen();
                    case NUMBER -> fact.number();
                    case PRESENT, ABSENT -> 1;
                };
                sum.fresh |= Objects.requireNonNull(seen.get(fact.record()));
                if (alone) {
                    found.add(Map.entry(span, sum));
                }
            }
        }
        found.addAll(bySpan.entrySet());
        return found;
    }

    private static boolean isAbout(Fact fact, Person person) {
        return fact.low() == person.key().low() && fact.high() == person.key().high();
    }

    private static String span(AlertRule rule, LocalDate day) {
        return switch (rule.span()) {
            case MONTH -> day.toString().substring(0, 7);
            case YEAR -> Integer.toString(day.getYear());
            case ONCE -> "";
            case TERM -> {
                var month = day.getMonthValue();
                yield month == 1 ? day.getYear() - 1 + "-2" : day.getYear() + (month < 8 ? "-1" : "-2");
            }
        };
    }

    private static Hit hit(AlertRule rule, Person person, String span, long measured, long threshold) {
        return new Hit(
                rule.id(),
                rule.effect(),
                person.household(),
                person.division(),
                person.member(),
                person.standing(),
                span,
                measured,
                threshold,
                (int) Math.min(50, 10 * measured / threshold));
    }
}
