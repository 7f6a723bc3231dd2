package cn.shouwang.monitoring.figure;

import cn.shouwang.monitoring.assistance.Family;
import cn.shouwang.monitoring.clue.RiskType;
import java.time.LocalDate;
import java.util.stream.Stream;
import org.bson.Document;

/// A measure of which something reached a household and that was not called off: what it is, against which
/// risk, when it was planned and when the first of it came.
record Given(Family family, RiskType risk, LocalDate plannedOn, LocalDate firstOn) {

    /// None of a measure that is only planned or approved, or cancelled.
    static Stream<Given> of(Document row) {
        var first = row.getString("firstOn");
        if (first == null || row.getString("state").equals("CANCELLED")) {
            return Stream.empty();
        }
        return Stream.of(new Given(
                Family.valueOf(row.getString("family")),
                RiskType.valueOf(row.getString("risk")),
                LocalDate.parse(row.getString("plannedOn")),
                LocalDate.parse(first)));
    }
}
