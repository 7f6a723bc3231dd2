package cn.shouwang.monitoring.figure;

import cn.shouwang.monitoring.assistance.RiskFamilies;
import cn.shouwang.monitoring.clue.RiskType;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.Stream;

/// What KPI05 and KPI06 count of one active household and the measures it was given in its present case.
final class HelpMeasures {

    private HelpMeasures() {}

    /// KPI05. `helped` and `not-helped` part the active ones; of those in which somebody can work,
    /// `developmental` and `not-developmental` part `with-labour`. `days-to-first` is over the helped ones, 0
    /// where help came first and the determination later.
    static void help(Life life, List<Given> given, Tally tally) {
        if (!life.isActive()) {
            return;
        }
        count(life, "active", tally);
        count(life, given.isEmpty() ? "not-helped" : "helped", tally);
        if (!life.backstop()) {
            var develops = given.stream().anyMatch(measure -> measure.family().isDevelopmental());
            count(life, "with-labour", tally);
            count(life, develops ? "developmental" : "not-developmental", tally);
        }
        given.stream()
                .map(Given::firstOn)
                .min(LocalDate::compareTo)
                .ifPresent(first -> tally.sample(life.village(), "days-to-first", days(life, first)));
    }

    /// KPI06, risks of active households: each is `met` when a measure given against it is of a family that
    /// meets it, by what was in force when it was planned.
    static void match(Life life, List<Given> given, RiskFamilies families, Tally tally) {
        if (!life.isActive()) {
            return;
        }
        life.risks().stream().map(RiskType::valueOf).forEach(risk -> {
            var met = given.stream()
                    .filter(measure -> measure.risk() == risk)
                    .anyMatch(measure -> families.meet(measure.family(), risk, measure.plannedOn()));
            Stream.of("risks", met ? "met" : "unmet", (met ? "met." : "unmet.") + risk)
                    .forEach(measure -> tally.count(life.village(), measure, null));
        });
    }

    private static int days(Life life, LocalDate first) {
        return Math.max(0, Math.toIntExact(ChronoUnit.DAYS.between(life.since(), first)));
    }

    private static void count(Life life, String measure, Tally tally) {
        tally.count(life.village(), measure, life.persons());
    }
}
