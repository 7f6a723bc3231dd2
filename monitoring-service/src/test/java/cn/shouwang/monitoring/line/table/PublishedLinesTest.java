package cn.shouwang.monitoring.line.table;

import static com.mongodb.client.model.Sorts.descending;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.Mockito.any;
import static org.mockito.Mockito.anyInt;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import cn.shouwang.monitoring.line.Basis;
import cn.shouwang.monitoring.line.LineEvent;
import cn.shouwang.monitoring.line.LineEvent.IncomeLineCorrected;
import cn.shouwang.monitoring.line.LineEvent.IncomeLinePublished;
import cn.shouwang.monitoring.line.LineId;
import cn.shouwang.monitoring.line.LineTerms;
import cn.shouwang.monitoring.line.Lines;
import cn.shouwang.platform.projection.Lookup;
import cn.shouwang.platform.rule.RuleBroken;
import cn.shouwang.platform.test.Servers;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.UpdateOptions;
import java.time.LocalDate;
import java.util.ArrayList;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class PublishedLinesTest {

    private static final String VILLAGE = "440233101203";
    private static final LocalDate SPRING = LocalDate.of(2025, 3, 1);

    private final MongoCollection<Document> rows = Servers.freshDatabase().getCollection("lines");
    private final Lookup lookup = mock();
    private final Lines lines = new PublishedLines(lookup);

    @BeforeEach
    void readTheRows() {
        when(lookup.find(any(), any(), anyInt())).thenAnswer(asked -> rows.find(asked.<Bson>getArgument(0))
                .sort(asked.<Bson>getArgument(1))
                .limit(asked.<Integer>getArgument(2))
                .into(new ArrayList<>()));
    }

    @Test
    void a_village_uses_the_line_of_the_nearest_area_that_has_one() {
        write(published("440233", 2025, 1_161_000), 0);
        assertThat(lines.inForce(VILLAGE, SPRING))
                .isEqualTo(new Lines.InForce("line-440233-2025@0", 1_161_000, true, Basis.DISPOSABLE_INCOME));
        write(published("440233101", 2025, 1_200_000), 0);
        assertThat(lines.inForce(VILLAGE, SPRING).version()).isEqualTo("line-440233101-2025@0");
        assertThat(lines.inForce("440233102200", SPRING).version()).isEqualTo("line-440233-2025@0");
        assertThat(lines.inForce("440233", SPRING).version()).isEqualTo("line-440233-2025@0");
    }

    @Test
    void the_latest_version_counts_from_the_day_it_takes_effect() {
        write(published("440233", 2025, 1_161_000), 0);
        write(corrected(1_150_000, LocalDate.of(2025, 6, 1)), 1);
        assertThat(lines.inForce(VILLAGE, SPRING).version()).isEqualTo("line-440233-2025@0");
        assertThat(lines.inForce(VILLAGE, LocalDate.of(2025, 6, 1)).version()).isEqualTo("line-440233-2025@1");
    }

    @Test
    void a_line_stays_in_force_until_that_of_a_later_year_begins() {
        write(published("440233", 2025, 1_161_000), 0);
        assertThat(lines.inForce(VILLAGE, LocalDate.of(2026, 2, 1)).version()).isEqualTo("line-440233-2025@0");
        write(published("440233", 2026, 1_220_000), 0);
        write(corrected(1_150_000, LocalDate.of(2025, 6, 1)), 1);
        assertThat(lines.inForce(VILLAGE, LocalDate.of(2026, 2, 1)).version()).isEqualTo("line-440233-2026@0");
    }

    @Test
    void before_any_line_the_question_is_refused() {
        write(published("440233", 2025, 1_161_000), 0);
        assertThatThrownBy(() -> lines.inForce(VILLAGE, LocalDate.of(2024, 12, 31)))
                .isInstanceOfSatisfying(
                        RuleBroken.class, refusal -> assertThat(refusal.rule()).isEqualTo("line.not-published"));
    }

    @Test
    void a_row_tells_the_whole_version_in_yuan() {
        write(corrected(1_150_050, SPRING), 1);
        var entry = LineTable.entry(rows.find().sort(descending("_id")).first());
        assertThat(entry.version()).isEqualTo("line-440233-2025@1");
        assertThat(entry.amountYuan()).isEqualByComparingTo("11500.50");
        assertThat(entry.reason()).isEqualTo("印错");
        assertThat(entry.effectiveFrom()).isEqualTo(SPRING);
    }

    private static LineEvent published(String area, int year, long fen) {
        var begin = LocalDate.of(year, 1, 1);
        return new IncomeLinePublished(new LineId(area, year), area, terms(fen, begin), begin);
    }

    private static LineEvent corrected(long fen, LocalDate from) {
        return new IncomeLineCorrected(new LineId("440233", 2025), "440233", terms(fen, from), "印错", from);
    }

    private static LineTerms terms(long fen, LocalDate from) {
        return new LineTerms(fen, true, Basis.DISPOSABLE_INCOME, "新农〔2025〕11号", from, "");
    }

    private void write(LineEvent event, long sequence) {
        rows.updateOne(
                new Document("_id", event.line() + "@" + sequence),
                LineTableProjection.change(event, sequence),
                new UpdateOptions().upsert(true));
    }
}
