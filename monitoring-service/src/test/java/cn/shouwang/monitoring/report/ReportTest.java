package cn.shouwang.monitoring.report;

import static cn.shouwang.monitoring.report.Samples.ACCEPT_BY;
import static cn.shouwang.monitoring.report.Samples.APPLICANT;
import static cn.shouwang.monitoring.report.Samples.CLERK;
import static cn.shouwang.monitoring.report.Samples.DELEGATE;
import static cn.shouwang.monitoring.report.Samples.HOUSEHOLD;
import static cn.shouwang.monitoring.report.Samples.MONDAY;
import static cn.shouwang.monitoring.report.Samples.NEED;
import static cn.shouwang.monitoring.report.Samples.REPORT;
import static cn.shouwang.monitoring.report.Samples.SISTER_VILLAGE;
import static cn.shouwang.monitoring.report.Samples.TUESDAY;
import static cn.shouwang.monitoring.report.Samples.VILLAGE;
import static cn.shouwang.platform.test.Rules.broken;
import static java.time.ZoneOffset.UTC;

import cn.shouwang.monitoring.clue.ClueOutcome;
import cn.shouwang.monitoring.clue.RiskType;
import cn.shouwang.monitoring.clue.Risks;
import cn.shouwang.monitoring.division.Divisions;
import cn.shouwang.monitoring.person.PersonName;
import cn.shouwang.monitoring.person.Phone;
import cn.shouwang.monitoring.photo.KeptPhoto;
import cn.shouwang.monitoring.photo.PhotoId;
import cn.shouwang.monitoring.report.ReportCommand.AcceptReport;
import cn.shouwang.monitoring.report.ReportCommand.AddPhoto;
import cn.shouwang.monitoring.report.ReportCommand.Filing;
import cn.shouwang.monitoring.report.ReportCommand.RecordPhoneReport;
import cn.shouwang.monitoring.report.ReportCommand.RecordWindowReport;
import cn.shouwang.monitoring.report.ReportCommand.RefuseReport;
import cn.shouwang.monitoring.report.ReportCommand.SubmitDelegatedReport;
import cn.shouwang.monitoring.report.ReportCommand.SubmitReport;
import cn.shouwang.monitoring.report.ReportCommand.TellRefusal;
import cn.shouwang.monitoring.report.ReportCommand.TellResult;
import cn.shouwang.monitoring.report.ReportCommand.WithdrawReport;
import cn.shouwang.monitoring.report.ReportEvent.DelegatedReportSubmitted;
import cn.shouwang.monitoring.report.ReportEvent.MarkedAsCrowded;
import cn.shouwang.monitoring.report.ReportEvent.PhoneReportRecorded;
import cn.shouwang.monitoring.report.ReportEvent.PhotoAdded;
import cn.shouwang.monitoring.report.ReportEvent.RefusalTold;
import cn.shouwang.monitoring.report.ReportEvent.ReportAccepted;
import cn.shouwang.monitoring.report.ReportEvent.ReportRefused;
import cn.shouwang.monitoring.report.ReportEvent.ReportWithdrawn;
import cn.shouwang.monitoring.report.ReportEvent.ResultTold;
import cn.shouwang.monitoring.report.ReportEvent.SelfReportSubmitted;
import cn.shouwang.monitoring.report.ReportEvent.WindowReportRecorded;
import cn.shouwang.monitoring.report.ReportEvent.WithdrawalUnproven;
import cn.shouwang.platform.attachment.Attachments;
import cn.shouwang.platform.security.Actor;
import cn.shouwang.platform.security.OutOfDivision;
import cn.shouwang.platform.security.Role;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.stream.Stream;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ReportTest {

    private static final Filing FILING = new Filing(VILLAGE, APPLICANT, NEED, MONDAY);
    private static final Phone CALLER = Phone.of("07512250000");

    private static final ReportEvent SUBMITTED =
            new SelfReportSubmitted(REPORT, VILLAGE, APPLICANT, NEED, ACCEPT_BY, MONDAY);
    private static final ReportEvent ACCEPTED =
            new ReportAccepted(REPORT, VILLAGE, Way.QR, APPLICANT, NEED.reasons(), TUESDAY);
    private static final ReportEvent REFUSED =
            new ReportRefused(REPORT, VILLAGE, RefusalReason.DUPLICATE, "", LocalDate.of(2025, 3, 11), TUESDAY);
    private static final ReportEvent WITHDRAWN = new ReportWithdrawn(REPORT, VILLAGE, TUESDAY);
    private static final ReportEvent RESULT_TOLD = new ResultTold(REPORT, VILLAGE, ClueOutcome.INCLUDED, TUESDAY);

    private final FixtureConfiguration<Report> report = new AggregateTestFixture<>(Report.class)
            .registerInjectableResource(Clock.fixed(TUESDAY.atStartOfDay().toInstant(UTC), UTC))
            .registerInjectableResource(Divisions.real())
            .registerInjectableResource(Samples.TERMS);

    @Test
    void a_household_reports_itself_and_is_due_an_answer_in_two_days() {
        report.givenNoPriorActivity()
                .when(new SubmitReport(REPORT, FILING, false), HOUSEHOLD.toMeta())
                .expectEvents(SUBMITTED);
    }

    @Test
    void a_delegate_reports_for_a_household() {
        report.givenNoPriorActivity()
                .when(new SubmitDelegatedReport(REPORT, FILING, DELEGATE, false), HOUSEHOLD.toMeta())
                .expectEvents(
                        new DelegatedReportSubmitted(REPORT, VILLAGE, APPLICANT, NEED, DELEGATE, ACCEPT_BY, MONDAY));
    }

    @Test
    void M17_an_official_role_is_as_good_as_a_relation() {
        var official = new Delegate(DELEGATE.name(), DELEGATE.phone(), null, null, Delegate.Office.GRID_WORKER);
        report.givenNoPriorActivity()
                .when(new SubmitDelegatedReport(REPORT, FILING, official, false), HOUSEHOLD.toMeta())
                .expectEvents(
                        new DelegatedReportSubmitted(REPORT, VILLAGE, APPLICANT, NEED, official, ACCEPT_BY, MONDAY));
    }

    @Test
    void M17_a_delegate_without_relation_and_office_is_refused() {
        var stranger = new Delegate(DELEGATE.name(), DELEGATE.phone(), null, null, null);
        report.givenNoPriorActivity()
                .when(new SubmitDelegatedReport(REPORT, FILING, stranger, false), HOUSEHOLD.toMeta())
                .expectNoEvents()
                .expectException(broken("report.delegate-unexplained"));
    }

    @Test
    void a_call_is_recorded_with_the_phone_it_came_from() {
        report.givenNoPriorActivity()
                .when(new RecordPhoneReport(REPORT, FILING, CALLER), CLERK.toMeta())
                .expectEvents(new PhoneReportRecorded(REPORT, VILLAGE, APPLICANT, NEED, CALLER, ACCEPT_BY, MONDAY));
    }

    @Test
    void a_visit_to_the_window_is_recorded_with_the_clerk_and_the_office() {
        report.givenNoPriorActivity()
                .when(new RecordWindowReport(REPORT, FILING), CLERK.toMeta())
                .expectEvents(new WindowReportRecorded(
                        REPORT, VILLAGE, APPLICANT, NEED, "clerk", Role.VILLAGE_COMMITTEE, ACCEPT_BY, MONDAY));
    }

    @ParameterizedTest
    @MethodSource("creations")
    void no_report_comes_from_a_place_that_is_no_village(Object command, Actor actor) {
        refusedFiling(refiled(command, "440233101999", NEED, MONDAY), townOf(actor), "division.unknown-village");
    }

    @ParameterizedTest
    @MethodSource("creations")
    void no_report_is_dated_ahead(Object command, Actor actor) {
        refusedFiling(refiled(command, VILLAGE, NEED, TUESDAY.plusDays(1)), actor, "report.date-ahead");
    }

    @ParameterizedTest
    @MethodSource("creations")
    void another_difficulty_is_told_in_words(Object command, Actor actor) {
        var silent = new Need(Risks.of(RiskType.OTHER), " ");
        refusedFiling(refiled(command, VILLAGE, silent, MONDAY), actor, "report.other-needs-text");
    }

    @ParameterizedTest
    @MethodSource("creations")
    void nobody_records_a_report_of_another_village(Object command, Actor actor) {
        report.givenNoPriorActivity()
                .when(command, SISTER_VILLAGE.toMeta())
                .expectNoEvents()
                .expectException(OutOfDivision.class);
    }

    static Stream<Arguments> creations() {
        return Stream.of(
                Arguments.of(new SubmitReport(REPORT, FILING, false), HOUSEHOLD),
                Arguments.of(new SubmitDelegatedReport(REPORT, FILING, DELEGATE, false), HOUSEHOLD),
                Arguments.of(new RecordPhoneReport(REPORT, FILING, CALLER), CLERK),
                Arguments.of(new RecordWindowReport(REPORT, FILING), CLERK));
    }

    private static Object refiled(Object command, String village, Need need, LocalDate on) {
        var filing = new Filing(village, APPLICANT, need, on);
        return switch ((ReportCommand) command) {
            case SubmitReport _ -> new SubmitReport(REPORT, filing, false);
            case SubmitDelegatedReport delegated ->
                new SubmitDelegatedReport(REPORT, filing, delegated.delegate(), false);
            case RecordPhoneReport phone -> new RecordPhoneReport(REPORT, filing, phone.caller());
            case RecordWindowReport _ -> new RecordWindowReport(REPORT, filing);
            default -> throw new IllegalArgumentException("creates no report");
        };
    }

    private static Actor townOf(Actor actor) {
        return new Actor(actor.id(), actor.role(), "440233101", actor.channel());
    }

    private void refusedFiling(Object command, Actor actor, String rule) {
        report.givenNoPriorActivity()
                .when(command, actor.toMeta())
                .expectNoEvents()
                .expectException(broken(rule));
    }

    @Test
    void the_village_accepts_a_report() {
        report.given(SUBMITTED)
                .when(new AcceptReport(REPORT, TUESDAY), CLERK.toMeta())
                .expectEvents(ACCEPTED);
    }

    @Test
    void the_town_refuses_a_report_and_has_five_working_days_to_tell() {
        report.given(SUBMITTED)
                .when(
                        new RefuseReport(REPORT, RefusalReason.DUPLICATE, "", TUESDAY),
                        townOf(CLERK).toMeta())
                .expectEvents(REFUSED);
    }

    @Test
    void another_reason_of_refusal_is_told_in_words() {
        refused(new RefuseReport(REPORT, RefusalReason.OTHER, " ", TUESDAY), "report.refusal-needs-text", SUBMITTED);
        report.given(SUBMITTED)
                .when(new RefuseReport(REPORT, RefusalReason.OTHER, "已外迁", TUESDAY), CLERK.toMeta())
                .expectEvents(new ReportRefused(
                        REPORT, VILLAGE, RefusalReason.OTHER, "已外迁", LocalDate.of(2025, 3, 11), TUESDAY));
    }

    @Test
    void the_household_is_told_of_a_refusal_once() {
        report.given(SUBMITTED, REFUSED)
                .when(new TellRefusal(REPORT, TUESDAY), CLERK.toMeta())
                .expectEvents(new RefusalTold(REPORT, VILLAGE, TUESDAY));
        refused(
                new TellRefusal(REPORT, TUESDAY),
                "report.refusal-already-told",
                SUBMITTED,
                REFUSED,
                new RefusalTold(REPORT, VILLAGE, TUESDAY));
        refused(new TellRefusal(REPORT, TUESDAY), "report.not-refused", SUBMITTED);
    }

    @Test
    void the_household_takes_its_report_back() {
        report.given(SUBMITTED)
                .when(new WithdrawReport(REPORT, "0001", TUESDAY), HOUSEHOLD.toMeta())
                .expectEvents(WITHDRAWN);
    }

    @Test
    void the_result_of_the_clue_is_told_once_and_only_after_acceptance() {
        var told = new TellResult(REPORT, ClueOutcome.INCLUDED, TUESDAY);
        report.given(SUBMITTED, ACCEPTED)
                .when(told, Actor.policy("p", VILLAGE).toMeta())
                .expectEvents(RESULT_TOLD);
        refused(told, "report.not-accepted", SUBMITTED);
        refused(told, "report.not-accepted", SUBMITTED, ACCEPTED, RESULT_TOLD);
    }

    @Test
    void a_decided_report_is_not_decided_again() {
        for (var command : new Object[] {
            new AcceptReport(REPORT, TUESDAY),
            new RefuseReport(REPORT, RefusalReason.DUPLICATE, "", TUESDAY),
            new WithdrawReport(REPORT, "0001", TUESDAY)
        }) {
            refused(command, "report.already-accepted", SUBMITTED, ACCEPTED);
            refused(command, "report.already-accepted", SUBMITTED, ACCEPTED, RESULT_TOLD);
            refused(command, "report.already-refused", SUBMITTED, REFUSED);
            refused(command, "report.already-withdrawn", SUBMITTED, WITHDRAWN);
        }
    }

    @Test
    void nothing_happens_to_a_report_before_it_came_in_or_tomorrow() {
        for (var day : new LocalDate[] {MONDAY.minusDays(1), TUESDAY.plusDays(1)}) {
            var rule = day.isBefore(MONDAY) ? "report.date-before-arrival" : "report.date-ahead";
            refused(new AcceptReport(REPORT, day), rule, SUBMITTED);
            refused(new RefuseReport(REPORT, RefusalReason.DUPLICATE, "", day), rule, SUBMITTED);
            refused(new WithdrawReport(REPORT, "0001", day), rule, SUBMITTED);
            refused(new TellRefusal(REPORT, day), rule, SUBMITTED, REFUSED);
        }
    }

    @Test
    void another_village_cannot_touch_a_report() {
        report.given(SUBMITTED)
                .when(new AcceptReport(REPORT, TUESDAY), SISTER_VILLAGE.toMeta())
                .expectNoEvents()
                .expectException(OutOfDivision.class);
    }

    private void refused(Object command, String rule, Object... history) {
        report.given(history).when(command, CLERK.toMeta()).expectNoEvents().expectException(broken(rule));
    }

    @Test
    void a_report_among_too_many_is_taken_and_marked() {
        report.givenNoPriorActivity()
                .when(new SubmitReport(REPORT, FILING, true), HOUSEHOLD.toMeta())
                .expectEvents(SUBMITTED, new MarkedAsCrowded(REPORT, VILLAGE, MONDAY));
        report.given(SUBMITTED, new MarkedAsCrowded(REPORT, VILLAGE, MONDAY))
                .when(new AcceptReport(REPORT, TUESDAY), CLERK.toMeta())
                .expectEvents(ACCEPTED);
    }

    @Test
    void a_wrong_phone_ending_takes_nothing_back_and_is_counted() {
        report.given(SUBMITTED)
                .when(new WithdrawReport(REPORT, "9999", TUESDAY), HOUSEHOLD.toMeta())
                .expectEvents(new WithdrawalUnproven(REPORT, VILLAGE, null, TUESDAY));
    }

    @Test
    void the_fifth_wrong_ending_locks_for_an_hour_also_against_the_right_one() {
        report.given(SUBMITTED, WRONG, WRONG, WRONG, WRONG)
                .when(new WithdrawReport(REPORT, "9999", TUESDAY), HOUSEHOLD.toMeta())
                .expectEvents(new WithdrawalUnproven(REPORT, VILLAGE, NOW.plusSeconds(3600), TUESDAY));
        report.given(SUBMITTED, locked(NOW.plusSeconds(1)))
                .when(new WithdrawReport(REPORT, "0001", TUESDAY), HOUSEHOLD.toMeta())
                .expectNoEvents()
                .expectException(broken("report.withdrawal-locked"));
    }

    @Test
    void after_the_hour_the_household_may_try_again_five_times() {
        report.given(SUBMITTED, WRONG, WRONG, WRONG, WRONG, locked(NOW))
                .when(new WithdrawReport(REPORT, "0001", TUESDAY), HOUSEHOLD.toMeta())
                .expectEvents(WITHDRAWN);
        report.given(SUBMITTED, locked(NOW), WRONG, WRONG, WRONG)
                .when(new WithdrawReport(REPORT, "0002", TUESDAY), HOUSEHOLD.toMeta())
                .expectEvents(WRONG);
    }

    @Test
    void a_forgotten_phone_proves_nothing() {
        var nobody = new Applicant(PersonName.forgotten(), Phone.forgotten(), null, 4);
        report.given(new SelfReportSubmitted(REPORT, VILLAGE, nobody, NEED, ACCEPT_BY, MONDAY))
                .when(new WithdrawReport(REPORT, "0000", TUESDAY), HOUSEHOLD.toMeta())
                .expectEvents(WRONG);
    }

    @Test
    void a_photo_is_added_by_the_household_and_by_a_clerk() {
        for (var actor : new Actor[] {HOUSEHOLD, CLERK}) {
            report.given(SUBMITTED)
                    .when(new AddPhoto(REPORT, photo(1), TUESDAY), actor.toMeta())
                    .expectEvents(added(1));
        }
    }

    @Test
    void a_photo_comes_once_and_six_are_enough() {
        report.given(SUBMITTED, added(1))
                .when(new AddPhoto(REPORT, photo(1), TUESDAY), HOUSEHOLD.toMeta())
                .expectException(broken("report.photo-twice"));
        report.given(SUBMITTED, added(1), added(2), added(3), added(4), added(5), added(6))
                .when(new AddPhoto(REPORT, photo(7), TUESDAY), HOUSEHOLD.toMeta())
                .expectNoEvents()
                .expectException(broken("report.photos-enough"));
    }

    @Test
    void after_the_decision_only_a_clerk_adds_photos_and_after_the_end_nobody() {
        report.given(SUBMITTED, ACCEPTED)
                .when(new AddPhoto(REPORT, photo(1), TUESDAY), HOUSEHOLD.toMeta())
                .expectException(broken("report.already-accepted"));
        report.given(SUBMITTED, ACCEPTED)
                .when(new AddPhoto(REPORT, photo(1), TUESDAY), CLERK.toMeta())
                .expectEvents(added(1));
        for (var end : new ReportEvent[] {REFUSED, WITHDRAWN, RESULT_TOLD}) {
            report.given(SUBMITTED, end)
                    .when(new AddPhoto(REPORT, photo(1), TUESDAY), CLERK.toMeta())
                    .expectException(broken("report.finished"));
        }
    }

    @Test
    void another_village_adds_no_photo() {
        report.given(SUBMITTED)
                .when(new AddPhoto(REPORT, photo(1), TUESDAY), SISTER_VILLAGE.toMeta())
                .expectException(OutOfDivision.class);
    }

    private static final Instant NOW = TUESDAY.atStartOfDay().toInstant(UTC);
    private static final ReportEvent WRONG = new WithdrawalUnproven(REPORT, VILLAGE, null, TUESDAY);

    private static ReportEvent locked(Instant until) {
        return new WithdrawalUnproven(REPORT, VILLAGE, until, TUESDAY);
    }

    private static PhotoId id(int number) {
        return PhotoId.of(REPORT.value(), "picture " + number);
    }

    private static KeptPhoto photo(int number) {
        return new KeptPhoto(id(number), new Attachments.Kept(9, "hash"), 4, 3, "like", null, null);
    }

    private static PhotoAdded added(int number) {
        return new PhotoAdded(REPORT, VILLAGE, id(number), 9, "hash", 4, 3, "like", null, null, TUESDAY);
    }
}
