package cn.shouwang.monitoring.clue;

import static cn.shouwang.monitoring.report.Samples.APPLICANT;
import static cn.shouwang.monitoring.report.Samples.CLERK;
import static cn.shouwang.monitoring.report.Samples.MONDAY;
import static cn.shouwang.monitoring.report.Samples.REPORT;
import static cn.shouwang.monitoring.report.Samples.SISTER_VILLAGE;
import static cn.shouwang.monitoring.report.Samples.VILLAGE;
import static cn.shouwang.platform.test.Rules.broken;
import static java.time.ZoneOffset.UTC;

import cn.shouwang.monitoring.calendar.WorkingDays;
import cn.shouwang.monitoring.clue.ClueCommand.AssignClue;
import cn.shouwang.monitoring.clue.ClueCommand.CloseClue;
import cn.shouwang.monitoring.clue.ClueCommand.EscalateClue;
import cn.shouwang.monitoring.clue.ClueCommand.RegisterAlertedClue;
import cn.shouwang.monitoring.clue.ClueCommand.RegisterClue;
import cn.shouwang.monitoring.clue.ClueCommand.RegisterReportedClue;
import cn.shouwang.monitoring.clue.ClueEvent.ClueAssigned;
import cn.shouwang.monitoring.clue.ClueEvent.ClueClosed;
import cn.shouwang.monitoring.clue.ClueEvent.ClueEscalated;
import cn.shouwang.monitoring.clue.ClueEvent.ClueRegistered;
import cn.shouwang.monitoring.division.Divisions;
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
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ClueTest {

    private static final ClueId CLUE = ClueId.of(REPORT);
    private static final LocalDate DUE = LocalDate.of(2025, 3, 10);
    private static final LocalDate TODAY = LocalDate.of(2025, 3, 12);
    private static final Risks RISKS = Risks.of(RiskType.ILLNESS);
    private static final Subject SUBJECT = new Subject(APPLICANT.name(), APPLICANT.phone(), APPLICANT.document());
    private static final Subject UNKNOWN = new Subject(null, null, null);
    private static final Actor SYSTEM = Actor.policy("p", VILLAGE);
    private static final Actor DEPARTMENT = new Actor("yb", Role.DEPARTMENT_OFFICER, "440233", Actor.Channel.WEB);

    private static final ClueEvent REPORTED =
            new ClueRegistered(CLUE, VILLAGE, ClueChannel.SELF_QR, REPORT, SUBJECT, RISKS, "", DUE, MONDAY);
    private static final ClueEvent SEEN = seen(ClueChannel.GRASSROOTS_CHECK);
    private static final ClueEvent CLOSED =
            new ClueClosed(CLUE, VILLAGE, ClueOutcome.NOT_ELIGIBLE, "收入高于监测线", REPORT, TODAY);

    private final FixtureConfiguration<Clue> clue = new AggregateTestFixture<>(Clue.class)
            .registerInjectableResource(Clock.fixed(TODAY.atStartOfDay().toInstant(UTC), UTC))
            .registerInjectableResource(Divisions.real())
            .registerInjectableResource(new ClueTerms(WorkingDays.announced(), 5));

    @Test
    void an_accepted_report_becomes_a_clue_due_in_five_working_days() {
        clue.givenNoPriorActivity()
                .when(
                        new RegisterReportedClue(CLUE, VILLAGE, ClueChannel.SELF_QR, REPORT, SUBJECT, RISKS, MONDAY),
                        SYSTEM.toMeta())
                .expectEvents(REPORTED);
    }

    @Test
    void someone_of_the_village_registers_what_they_saw_even_of_unknown_people() {
        clue.givenNoPriorActivity()
                .when(register(VILLAGE, ClueChannel.GRASSROOTS_CHECK, "门前屋顶塌了一角", MONDAY), CLERK.toMeta())
                .expectEvents(SEEN);
    }

    @Test
    void what_a_comparison_found_comes_in_by_a_channel_of_its_own() {
        var command = new RegisterAlertedClue(CLUE, VILLAGE, RISKS, "门前屋顶塌了一角", MONDAY);
        clue.givenNoPriorActivity().when(command, SYSTEM.toMeta()).expectEvents(seen(ClueChannel.SYSTEM_ALERT));
    }

    @Test
    void department_data_come_from_a_department_or_the_county() {
        var command = register(VILLAGE, ClueChannel.DEPARTMENT_DATA, "门前屋顶塌了一角", MONDAY);
        clue.givenNoPriorActivity().when(command, DEPARTMENT.toMeta()).expectEvents(seen(ClueChannel.DEPARTMENT_DATA));
        refusedRegistration(command, "clue.channel-not-yours");
    }

    @ParameterizedTest
    @EnumSource(
            names = {"GRASSROOTS_CHECK", "DEPARTMENT_DATA"},
            mode = EnumSource.Mode.EXCLUDE)
    void nobody_registers_a_clue_in_the_name_of_a_household_or_the_system(ClueChannel channel) {
        refusedRegistration(register(VILLAGE, channel, "看到的情况", MONDAY), "clue.channel-not-direct");
    }

    @Test
    void a_clue_names_a_village_says_what_was_seen_and_is_not_dated_ahead() {
        var check = ClueChannel.GRASSROOTS_CHECK;
        clue.givenNoPriorActivity()
                .when(register("440233101999", check, "看到的情况", MONDAY), DEPARTMENT.toMeta())
                .expectException(broken("division.unknown-village"));
        refusedRegistration(register(VILLAGE, check, "  ", MONDAY), "clue.evidence-missing");
        refusedRegistration(register(VILLAGE, check, "看到的情况", TODAY.plusDays(1)), "clue.date-ahead");
        clue.givenNoPriorActivity()
                .when(register(VILLAGE, check, "看到的情况", MONDAY), SISTER_VILLAGE.toMeta())
                .expectNoEvents()
                .expectException(OutOfDivision.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {VILLAGE, "440233101", "440233"})
    void a_clue_is_handed_to_its_village_town_or_county(String office) {
        clue.given(REPORTED)
                .when(new AssignClue(CLUE, office, "grid-7", TODAY.plusDays(3), TODAY), CLERK.toMeta())
                .expectEvents(new ClueAssigned(CLUE, VILLAGE, office, "grid-7", TODAY.plusDays(3), TODAY));
    }

    @Test
    void without_a_day_the_usual_term_runs_again() {
        clue.given(REPORTED)
                .when(new AssignClue(CLUE, VILLAGE, null, null, TODAY), CLERK.toMeta())
                .expectEvents(new ClueAssigned(CLUE, VILLAGE, VILLAGE, null, LocalDate.of(2025, 3, 19), TODAY));
    }

    @Test
    void a_clue_is_not_handed_elsewhere_nor_due_in_the_past() {
        refused(new AssignClue(CLUE, "440233101204", null, null, TODAY), "clue.office-elsewhere", REPORTED);
        refused(new AssignClue(CLUE, VILLAGE, null, TODAY.minusDays(1), TODAY), "clue.due-in-past", REPORTED);
    }

    @ParameterizedTest
    @CsvSource({"VILLAGE, TOWN", "TOWN, COUNTY"})
    void M14_a_clue_past_its_day_rises_one_level_and_is_due_again(ClueLevel from, ClueLevel to) {
        var history = from == ClueLevel.VILLAGE
                ? new Object[] {REPORTED}
                : new Object[] {REPORTED, new ClueEscalated(CLUE, VILLAGE, from, DUE, DUE, DUE)};
        clue.given(history)
                .when(new EscalateClue(CLUE, TODAY), SYSTEM.toMeta())
                .expectEvents(new ClueEscalated(CLUE, VILLAGE, to, DUE, LocalDate.of(2025, 3, 19), TODAY));
    }

    @Test
    void M14_a_clue_does_not_rise_on_its_day_nor_above_the_county() {
        refused(new EscalateClue(CLUE, DUE), "clue.not-overdue", REPORTED);
        refused(
                new EscalateClue(CLUE, TODAY),
                "clue.at-top",
                REPORTED,
                new ClueEscalated(CLUE, VILLAGE, ClueLevel.COUNTY, DUE, DUE, DUE));
    }

    @Test
    void a_new_day_gives_a_clue_time_before_it_rises() {
        refused(
                new EscalateClue(CLUE, TODAY),
                "clue.not-overdue",
                REPORTED,
                new ClueAssigned(CLUE, VILLAGE, VILLAGE, null, TODAY, MONDAY));
    }

    @ParameterizedTest
    @EnumSource
    void M14_a_clue_ends_with_an_outcome_and_its_reason(ClueOutcome outcome) {
        clue.given(REPORTED)
                .when(new CloseClue(CLUE, outcome, "收入高于监测线", TODAY), CLERK.toMeta())
                .expectEvents(new ClueClosed(CLUE, VILLAGE, outcome, "收入高于监测线", REPORT, TODAY));
    }

    @Test
    void a_clue_that_came_from_no_report_names_none_at_its_end() {
        clue.given(SEEN)
                .when(new CloseClue(CLUE, ClueOutcome.POLICY_SOLVED, "已修缮", TODAY), CLERK.toMeta())
                .expectEvents(new ClueClosed(CLUE, VILLAGE, ClueOutcome.POLICY_SOLVED, "已修缮", null, TODAY));
    }

    @Test
    void M14_no_clue_ends_without_a_reason() {
        refused(new CloseClue(CLUE, ClueOutcome.DUPLICATE, " ", TODAY), "clue.reason-missing", REPORTED);
    }

    @Test
    void an_ended_clue_stays_ended() {
        refused(new CloseClue(CLUE, ClueOutcome.INCLUDED, "再议", TODAY), "clue.closed", REPORTED, CLOSED);
        refused(new AssignClue(CLUE, VILLAGE, null, null, TODAY), "clue.closed", REPORTED, CLOSED);
        refused(new EscalateClue(CLUE, TODAY), "clue.closed", REPORTED, CLOSED);
    }

    @Test
    void nothing_happens_to_a_clue_before_it_was_registered_or_tomorrow() {
        for (var day : new LocalDate[] {MONDAY.minusDays(1), TODAY.plusDays(1)}) {
            var rule = day.isBefore(MONDAY) ? "clue.date-before-registration" : "clue.date-ahead";
            refused(new AssignClue(CLUE, VILLAGE, null, null, day), rule, REPORTED);
            refused(new CloseClue(CLUE, ClueOutcome.DUPLICATE, "重复", day), rule, REPORTED);
            refused(new EscalateClue(CLUE, day), rule, REPORTED);
        }
    }

    @Test
    void another_village_cannot_touch_a_clue() {
        clue.given(REPORTED)
                .when(new CloseClue(CLUE, ClueOutcome.DUPLICATE, "重复", TODAY), SISTER_VILLAGE.toMeta())
                .expectNoEvents()
                .expectException(OutOfDivision.class);
    }

    private static ClueEvent seen(ClueChannel channel) {
        return new ClueRegistered(CLUE, VILLAGE, channel, null, UNKNOWN, RISKS, "门前屋顶塌了一角", DUE, MONDAY);
    }

    private static RegisterClue register(String village, ClueChannel channel, String evidence, LocalDate on) {
        return new RegisterClue(CLUE, village, channel, UNKNOWN, RISKS, evidence, on);
    }

    private void refusedRegistration(RegisterClue command, String rule) {
        clue.givenNoPriorActivity()
                .when(command, CLERK.toMeta())
                .expectNoEvents()
                .expectException(broken(rule));
    }

    private void refused(Object command, String rule, Object... history) {
        clue.given(history).when(command, CLERK.toMeta()).expectNoEvents().expectException(broken(rule));
    }
}
