package cn.shouwang.monitoring.line;

import static cn.shouwang.platform.test.Rules.broken;
import static java.time.ZoneOffset.UTC;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.shouwang.monitoring.division.Divisions;
import cn.shouwang.monitoring.line.LineCommand.CorrectLine;
import cn.shouwang.monitoring.line.LineCommand.PublishLine;
import cn.shouwang.monitoring.line.LineEvent.IncomeLineCorrected;
import cn.shouwang.monitoring.line.LineEvent.IncomeLinePublished;
import cn.shouwang.platform.security.Actor;
import cn.shouwang.platform.security.OutOfDivision;
import cn.shouwang.platform.security.Role;
import java.time.Clock;
import java.time.LocalDate;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class IncomeLineTest {

    private static final LocalDate TODAY = LocalDate.of(2025, 3, 3);
    private static final LineId ID = new LineId("440233", 2025);
    private static final LineTerms TERMS = SeedLine.COUNTY_2025.terms();
    private static final LineTerms HIGHER = terms(1_200_000, TODAY);
    private static final Actor OFFICER = new Actor("officer", Role.COUNTY_OFFICER, "440233", Actor.Channel.WEB);

    private static final LineEvent PUBLISHED = new IncomeLinePublished(ID, "440233", TERMS, LocalDate.of(2025, 1, 1));
    private static final LineEvent CORRECTED = new IncomeLineCorrected(ID, "440233", HIGHER, "印错", TODAY);

    private final FixtureConfiguration<IncomeLine> line = new AggregateTestFixture<>(IncomeLine.class)
            .registerInjectableResource(Clock.fixed(TODAY.atStartOfDay().toInstant(UTC), UTC))
            .registerInjectableResource(Divisions.real());

    @Test
    void the_countys_line_of_2025_is_11610_yuan_with_the_number_included() {
        line.givenNoPriorActivity()
                .when(SeedLine.COUNTY_2025, Actor.SYSTEM.toMeta())
                .expectEvents(PUBLISHED);
        assertThat(TERMS.amountFen()).isEqualTo(1_161_000);
        assertThat(TERMS.inclusive()).isTrue();
        assertThat(TERMS.basis()).isEqualTo(Basis.DISPOSABLE_INCOME);
        assertThat(TERMS.documentNo()).isEqualTo("新农〔2025〕11号");
    }

    @Test
    void a_line_is_published_once_even_after_a_correction() {
        refused(SeedLine.COUNTY_2025, "line.already-published", PUBLISHED);
        refused(SeedLine.COUNTY_2025, "line.already-published", PUBLISHED, CORRECTED);
    }

    @Test
    void a_correction_is_a_further_version_with_its_reason() {
        line.given(PUBLISHED)
                .when(new CorrectLine(ID, HIGHER, "印错", TODAY), OFFICER.toMeta())
                .expectEvents(CORRECTED);
        line.given(PUBLISHED, CORRECTED)
                .when(new CorrectLine(ID, TERMS, "原数无误", TODAY), OFFICER.toMeta())
                .expectEvents(new IncomeLineCorrected(ID, "440233", TERMS, "原数无误", TODAY));
    }

    @Test
    void a_correction_changes_something() {
        refused(new CorrectLine(ID, TERMS, "无", TODAY), "line.nothing-corrected", PUBLISHED);
        refused(new CorrectLine(ID, HIGHER, "无", TODAY), "line.nothing-corrected", PUBLISHED, CORRECTED);
    }

    @ParameterizedTest
    @ValueSource(longs = {0, -1})
    void a_line_is_more_than_nothing(long fen) {
        var terms = terms(fen, TODAY);
        refused(new PublishLine(ID, terms, TODAY), "line.amount-not-positive");
        refused(new CorrectLine(ID, terms, "印错", TODAY), "line.amount-not-positive", PUBLISHED);
    }

    @Test
    void a_line_begins_in_its_year_and_is_not_published_tomorrow() {
        var early = terms(1, LocalDate.of(2024, 12, 31));
        refused(new PublishLine(ID, early, TODAY), "line.effective-in-another-year");
        refused(new CorrectLine(ID, early, "印错", TODAY), "line.effective-in-another-year", PUBLISHED);
        refused(new PublishLine(ID, TERMS, TODAY.plusDays(1)), "line.date-ahead");
        refused(new CorrectLine(ID, HIGHER, "印错", TODAY.plusDays(1)), "line.date-ahead", PUBLISHED);
    }

    @Test
    void a_line_is_for_an_area_of_the_map() {
        refused(new PublishLine(new LineId("440233999", 2025), TERMS, TODAY), "division.unknown");
    }

    @Test
    void a_line_is_published_and_corrected_by_its_own_county() {
        var elsewhere = new Actor("officer", Role.COUNTY_OFFICER, "440281", Actor.Channel.WEB);
        line.givenNoPriorActivity()
                .when(SeedLine.COUNTY_2025, elsewhere.toMeta())
                .expectNoEvents()
                .expectException(OutOfDivision.class);
        line.given(PUBLISHED)
                .when(new CorrectLine(ID, HIGHER, "印错", TODAY), elsewhere.toMeta())
                .expectException(OutOfDivision.class);
    }

    @ParameterizedTest
    @CsvSource({"true, 1161000, true", "true, 1161001, false", "false, 1161000, false", "false, 1160999, true"})
    void an_income_equal_to_the_line_is_under_it_when_the_number_is_included(
            boolean inclusive, long fen, boolean under) {
        assertThat(new Lines.InForce("line-440233-2025@0", 1_161_000, inclusive, Basis.DISPOSABLE_INCOME).covers(fen))
                .isEqualTo(under);
    }

    @Test
    void an_id_is_read_back_and_nothing_else_is_an_id() {
        assertThat(LineId.of("line-440233-2025")).isEqualTo(ID).hasToString("line-440233-2025");
        for (var text : new String[] {"", "line-4402-2025", "line-440233-25", "440233-2025"}) {
            assertThatThrownBy(() -> LineId.of(text)).isInstanceOf(IllegalArgumentException.class);
        }
    }

    private static LineTerms terms(long fen, LocalDate from) {
        return new LineTerms(fen, true, Basis.DISPOSABLE_INCOME, "新农〔2025〕11号", from, "");
    }

    private void refused(Object command, String rule, Object... history) {
        line.given(history).when(command, OFFICER.toMeta()).expectNoEvents().expectException(broken(rule));
    }
}
