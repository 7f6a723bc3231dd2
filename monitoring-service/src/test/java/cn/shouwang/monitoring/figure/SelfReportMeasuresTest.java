package cn.shouwang.monitoring.figure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import cn.shouwang.monitoring.division.Division;
import java.util.List;
import java.util.Set;
import org.bson.Document;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class SelfReportMeasuresTest {

    private static final Division HERE = new Division("440233101203", "甲村", "440233101", Division.Kind.VILLAGE);
    private static final Division THERE = new Division("440233101204", "乙村", "440233101", Division.Kind.VILLAGE);

    private final Tally tally =
            new Tally(new Division("440233101", "某镇", "440233", Division.Kind.TOWN), List.of(HERE, THERE));

    @Test
    void KPI11_parts_reports_by_way_and_villages_by_whether_they_were_heard() {
        SelfReportMeasures.report(report(HERE, "QR"), tally);
        SelfReportMeasures.report(report(HERE, "QR"), tally);
        SelfReportMeasures.report(report(HERE, "PHONE"), tally);
        SelfReportMeasures.villages(List.of(HERE, THERE), Set.of(HERE.code()), tally);

        assertThat(lines())
                .extracting(Line::division, Line::measure, Line::amount)
                .containsExactly(
                        tuple("440233101", "reports", 3L),
                        tuple("440233101", "village.heard", 1L),
                        tuple("440233101", "village.silent", 1L),
                        tuple("440233101", "way.PHONE", 1L),
                        tuple("440233101", "way.QR", 2L),
                        tuple(HERE.code(), "reports", 3L),
                        tuple(HERE.code(), "village.heard", 1L),
                        tuple(HERE.code(), "way.PHONE", 1L),
                        tuple(HERE.code(), "way.QR", 2L),
                        tuple(THERE.code(), "village.silent", 1L));
    }

    @Test
    void KPI11_R5_households_with_the_application_sheet_add_up_to_the_town() {
        SelfReportMeasures.sheets(sheets(HERE, 40, 50), tally);
        SelfReportMeasures.sheets(sheets(THERE, 7, 60), tally);
        SelfReportMeasures.sheets(new Document("division", THERE.code()), tally); // registered nobody, handed out none

        assertThat(lines())
                .extracting(Line::division, Line::measure, Line::amount, Line::opens)
                .containsExactly(
                        tuple("440233101", "sheet.households", 47L, "/sheets?division=440233101"),
                        tuple("440233101", "sheet.of", 110L, "/sheets?division=440233101"),
                        tuple(HERE.code(), "sheet.households", 40L, "/sheets?division=" + HERE.code()),
                        tuple(HERE.code(), "sheet.of", 50L, "/sheets?division=" + HERE.code()),
                        tuple(THERE.code(), "sheet.households", 7L, "/sheets?division=" + THERE.code()),
                        tuple(THERE.code(), "sheet.of", 60L, "/sheets?division=" + THERE.code()));
    }

    private List<Line> lines() {
        return tally.lines(Code.KPI11, SelfReportMeasures::list);
    }

    private static Document report(Division village, String way) {
        return new Document("division", village.code()).append("way", way);
    }

    private static Document sheets(Division village, int households, int registered) {
        return new Document("division", village.code())
                .append("registered", registered)
                .append("sheets", new Document("APPLICATION_SHEET", new Document("households", households)));
    }
}
