package cn.shouwang.monitoring.comparison;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/// One rule as a statement over [Comparer]'s tables. The text depends on the rule's form only; everything
/// a setting says is bound.
final class RuleQuery {

    private final AlertRule rule;
    private final LocalDate until;
    private final LocalDate on;
    private final boolean consent;

    RuleQuery(AlertRule rule, LocalDate until, LocalDate on, boolean consent) {
        this.rule = rule;
        this.until = until;
        this.on = on;
        this.consent = consent;
    }

    List<Hit> run(Connection database, List<Person> known) throws SQLException {
        try (var statement = database.prepareStatement(households())) {
            var bound = bound();
            for (var at = 0; at < bound.size(); at++) {
                bind(statement, at + 1, bound.get(at));
            }
            try (var rows = statement.executeQuery()) {
                var hits = new ArrayList<Hit>();
                while (rows.next()) {
                    hits.add(hit(rows, known));
                }
                return hits;
            }
        }
    }

    /// Per household and span: who was found, of equals the first, how much, against which threshold.
    private String households() {
        return """
            SELECT span, arg_max(person, CAST(measured AS HUGEINT) * 100000000 - person), max(measured),
                any_value(threshold)
            FROM (%s) WHERE measured >= threshold AND fresh GROUP BY household, span\
            """.formatted(found());
    }

    private String found() {
        return switch (rule.measure()) {
            case AMOUNT -> eachRow("amount");
            case NUMBER -> eachRow("CAST(number AS BIGINT)");
            case TOTAL -> eachPerson("CAST(sum(amount) AS BIGINT)");
            case PRESENT -> eachPerson("count(*)");
            case ABSENT -> unnamed();
        };
    }

    private String eachRow(String measured) {
        return "SELECT household, %s AS span, person, %s AS measured, %s AS threshold, fresh FROM matched WHERE %s"
                .formatted(rule.span().sql(), measured, threshold(), narrowed());
    }

    private String eachPerson(String measured) {
        return """
            SELECT household, %s AS span, person, %s AS measured, any_value(%s) AS threshold, bool_or(fresh) AS fresh
            FROM matched WHERE %s GROUP BY household, 2, person\
            """.formatted(rule.span().sql(), measured, threshold(), narrowed());
    }

    private String unnamed() {
        return """
            SELECT household, %s AS span, person, count(*) OVER (PARTITION BY household) AS measured,
                %s AS threshold, true AS fresh
            FROM (SELECT *, CAST(? AS DATE) AS day FROM person) m
            WHERE born > CAST(? AS DATE) AND born <= CAST(? AS DATE)
                AND (NOT CAST(? AS BOOLEAN) OR signed <= CAST(? AS DATE))
                AND NOT EXISTS (SELECT 1 FROM fact WHERE fact.key = m.key AND fact.fresh) AND %s\
            """.formatted(rule.span().sql(), threshold(), inCase());
    }

    /// A standing without a threshold has none that is reached.
    private static String threshold() {
        var cases = new StringBuilder("CASE standing");
        for (var standing : Standing.values()) {
            cases.append(String.format(Locale.ROOT, " WHEN %d THEN CAST(? AS BIGINT)", standing.code()));
        }
        return cases.append(" END").toString();
    }

    private String narrowed() {
        return inCase()
                + (rule.codes().isEmpty()
                        ? ""
                        : " AND code IN (" + marks(rule.codes().size()) + ")")
                + (rule.numbers().isEmpty()
                        ? ""
                        : " AND number IN (" + marks(rule.numbers().size()) + ")");
    }

    /// A negative check concerns those of whom something is to be decided.
    private String inCase() {
        return rule.effect() == Effect.CAREFUL ? "in_case" : "true";
    }

    private static String marks(int count) {
        return String.join(", ", Collections.nCopies(count, "?"));
    }

    /// In the order of the marks in the text.
    private List<Object> bound() {
        var bound = new ArrayList<Object>();
        for (var standing : Standing.values()) {
            bound.add(Objects.requireNonNullElse(rule.from().get(standing), Long.MAX_VALUE));
        }
        if (rule.measure() == Measure.ABSENT) {
            var ages = Objects.requireNonNull(rule.ages());
            bound.add(until.toString());
            bound.add(until.minusYears(ages.until() + 1L).toString());
            bound.add(until.minusYears(ages.from()).toString());
            bound.add(consent);
            bound.add(on.toString());
        } else {
            bound.addAll(rule.codes());
            bound.addAll(rule.numbers());
        }
        return bound;
    }

    private static void bind(PreparedStatement statement, int at, Object value) throws SQLException {
        switch (value) {
            case Long number -> statement.setLong(at, number);
            case Integer number -> statement.setInt(at, number);
            case Boolean truth -> statement.setBoolean(at, truth);
            default -> statement.setString(at, value.toString());
        }
    }

    private Hit hit(ResultSet row, List<Person> known) throws SQLException {
        var person = known.get(row.getInt(2));
        var measured = row.getLong(3);
        var threshold = row.getLong(4);
        return new Hit(
                rule.id(),
                rule.effect(),
                person.household(),
                person.division(),
                person.member(),
                person.standing(),
                rule.span().name(row.getLong(1)),
                measured,
                threshold,
                Hit.rank(rule.weight(), measured, threshold));
    }
}
