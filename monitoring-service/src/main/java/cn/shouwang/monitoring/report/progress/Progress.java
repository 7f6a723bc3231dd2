package cn.shouwang.monitoring.report.progress;

import cn.shouwang.monitoring.clue.ClueLevel;
import cn.shouwang.monitoring.clue.ClueOutcome;
import cn.shouwang.monitoring.person.Shown;
import cn.shouwang.monitoring.report.RefusalReason;
import cn.shouwang.monitoring.report.ReportState;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/// Where a report stands, as codes and days; the words are put to them at the edge.
///
/// `by` is the day until which the office that has the report now should have answered.
record Progress(
        ReportState state,
        String village,
        String name,
        List<Step> steps,
        @Nullable ClueLevel with,
        @Nullable LocalDate by,
        @Nullable RefusalReason refusal,
        @Nullable ClueOutcome outcome) {

    /// Something that happened, and the village day.
    record Step(What what, LocalDate on) {}

    /// What can happen to a report, in order, with the row's field that keeps its day.
    enum What {
        RECEIVED("on"),
        ACCEPTED("acceptedOn"),
        REFUSED("refusedOn"),
        REFUSAL_TOLD("refusalToldOn"),
        WITHDRAWN("withdrawnOn"),
        RESULT_TOLD("resultOn");

        private final String field;

        What(String field) {
            this.field = field;
        }
    }

    /// Reads a row of `reports` and, once the report is accepted and the clue is there, its row of
    /// `clues`.
    static Progress of(Document report, Optional<Document> clue) {
        var state = ReportState.valueOf(report.getString("state"));
        return new Progress(
                state,
                report.getString("division"),
                Shown.NAME.in(report, "name"),
                steps(report),
                with(state, clue),
                by(state, report, clue),
                report.getString("refusal") == null ? null : RefusalReason.valueOf(report.getString("refusal")),
                report.getString("outcome") == null ? null : ClueOutcome.valueOf(report.getString("outcome")));
    }

    private static List<Step> steps(Document report) {
        var steps = new ArrayList<Step>();
        for (var what : What.values()) {
            var day = report.getString(what.field);
            if (day != null) {
                steps.add(new Step(what, LocalDate.parse(day)));
            }
        }
        return steps;
    }

    private static @Nullable ClueLevel with(ReportState state, Optional<Document> clue) {
        return switch (state) {
            case SUBMITTED -> ClueLevel.VILLAGE;
            case ACCEPTED ->
                clue.map(row -> ClueLevel.valueOf(row.getString("level"))).orElse(ClueLevel.VILLAGE);
            case REFUSED, WITHDRAWN, RESULT_TOLD -> null;
        };
    }

    private static @Nullable LocalDate by(ReportState state, Document report, Optional<Document> clue) {
        return switch (state) {
            case SUBMITTED -> LocalDate.parse(report.getString("acceptBy"));
            case ACCEPTED ->
                clue.map(row -> LocalDate.parse(row.getString("dueOn"))).orElse(null);
            case REFUSED, WITHDRAWN, RESULT_TOLD -> null;
        };
    }
}
