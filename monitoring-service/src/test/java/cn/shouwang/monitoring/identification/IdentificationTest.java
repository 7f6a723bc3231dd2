package cn.shouwang.monitoring.identification;

import static cn.shouwang.monitoring.identification.Case.*;
import static cn.shouwang.platform.test.Rules.broken;

import cn.shouwang.monitoring.calendar.WorkingDays;
import cn.shouwang.monitoring.clue.ClueEvent;
import cn.shouwang.monitoring.clue.ClueId;
import cn.shouwang.monitoring.clue.Clues;
import cn.shouwang.monitoring.clue.RiskType;
import cn.shouwang.monitoring.clue.Risks;
import cn.shouwang.monitoring.household.BaseType;
import cn.shouwang.monitoring.household.HouseholdEvent;
import cn.shouwang.monitoring.household.HouseholdEvent.HouseholdRegistered;
import cn.shouwang.monitoring.household.HouseholdEvent.MemberAdded;
import cn.shouwang.monitoring.household.LabourAbility;
import cn.shouwang.monitoring.household.MemberId;
import cn.shouwang.monitoring.household.Persons;
import cn.shouwang.monitoring.household.Register;
import cn.shouwang.monitoring.household.Relation;
import cn.shouwang.monitoring.identification.IdentificationCommand.*;
import cn.shouwang.monitoring.identification.IdentificationCommand.RecordVisit.IncomeSheet;
import cn.shouwang.monitoring.identification.IdentificationEvent.*;
import cn.shouwang.monitoring.line.Lines;
import cn.shouwang.platform.security.Actor;
import cn.shouwang.platform.security.OutOfDivision;
import cn.shouwang.platform.security.Role;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.axonframework.test.aggregate.ResultValidator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class IdentificationTest {

    private static final LocalDate TODAY = november(28);
    private static final Actor VILLAGER = actor("cun01", Role.VILLAGE_COMMITTEE, VILLAGE);
    private static final Actor TOWN = actor("zhen01", Role.TOWN_OFFICE, "440233999");
    private static final Actor COUNTY = actor("xian01", Role.COUNTY_OFFICER, "440233");

    private static final List<HouseholdEvent> REGISTERED = List.of(
            new HouseholdRegistered(HOUSEHOLD, VILLAGE, BaseType.ORDINARY, null, null, november(1)),
            new MemberAdded(HOUSEHOLD, VILLAGE, HEAD, Persons.of(Persons.MAN, Relation.HEAD), november(1)),
            new MemberAdded(HOUSEHOLD, VILLAGE, WIFE, Persons.of(Persons.WOMAN, Relation.SPOUSE), november(1)));

    private final List<ClueEvent> clue = new ArrayList<>(List.of(ClueOfCase.REGISTERED));

    private final FixtureConfiguration<Identification> cases = new AggregateTestFixture<>(Identification.class)
            .registerInjectableResource(new Register(id -> id.equals(HOUSEHOLD) ? REGISTERED.stream() : Stream.empty()))
            .registerInjectableResource(new Clues(id -> id.equals(CLUE) ? clue.stream() : Stream.empty()))
            .registerInjectableResource(
                    new Limits(List.of(new Limits.Edition(LocalDate.of(2021, 1, 1), 15, 5, 5, "a document"))))
            .registerInjectableResource(WorkingDays.announced())
            .registerInjectableResource((Lines) (_, _) -> new Lines.InForce(LINE.version(), LINE.amountFen(), true))
            .registerInjectableResource(Clock.fixed(TODAY.atStartOfDay().toInstant(ZoneOffset.UTC), ZoneOffset.UTC));

    // opening

    @Test
    void a_case_is_opened_from_a_clue_with_the_day_to_decide_by() {
        open(CLUE, november(1)).expectEvents(OPENED);
    }

    @Test
    void a_case_is_opened_without_a_clue() {
        open(null, november(1))
                .expectEvents(new IdentificationOpened(
                        HOUSEHOLD, VILLAGE, 1, BaseType.ORDINARY, null, november(4), november(16), november(1)));
    }

    @Test
    void a_clue_that_is_unknown_or_of_another_village_or_closed_opens_no_case() {
        open(ClueId.of("00000000-0000-4000-8000-0000000000ff"), november(1))
                .expectException(broken("identification.unknown-clue"));
        clue.set(0, ClueOfCase.ELSEWHERE);
        open(CLUE, november(1)).expectException(broken("identification.unknown-clue"));
        clue.set(0, ClueOfCase.REGISTERED);
        clue.add(ClueOfCase.CLOSED);
        open(CLUE, november(1)).expectException(broken("identification.clue-closed"));
    }

    @Test
    void a_case_is_not_older_than_its_clue() {
        open(CLUE, LocalDate.of(2025, 10, 30)).expectException(broken("identification.date-before"));
    }

    @Test
    void a_visit_is_not_due_before_it_is_assigned() {
        cases.givenNoPriorActivity()
                .when(new OpenIdentification(HOUSEHOLD, null, november(1), november(2)), VILLAGER.toMeta())
                .expectException(broken("identification.visit-overdue"));
    }

    @Test
    void a_household_of_another_village_is_out_of_reach() {
        var elsewhere = actor("cun09", Role.VILLAGE_COMMITTEE, "440233001001");
        cases.givenNoPriorActivity()
                .when(new OpenIdentification(HOUSEHOLD, null, november(4), november(1)), elsewhere.toMeta())
                .expectException(OutOfDivision.class);
        given(OPENED, new Reject(HOUSEHOLD, RejectionReason.NO_RISK, "无", november(2)), elsewhere)
                .expectException(OutOfDivision.class);
    }

    @Test
    void one_case_at_a_time_M1() {
        given(OPENED, new OpenIdentification(HOUSEHOLD, null, november(9), november(2)), VILLAGER)
                .expectException(broken("identification.already-open"));
    }

    @Test
    void a_monitored_household_gets_no_second_case_M1() {
        var again = new OpenIdentification(HOUSEHOLD, null, november(20), november(14));
        given(DETERMINED, again, VILLAGER).expectException(broken("identification.already-monitored"));
        given(ANNOUNCED, again, VILLAGER).expectException(broken("identification.already-monitored"));
    }

    @Test
    void a_rejected_household_may_have_a_second_case_with_nothing_left_of_the_first() {
        var again = new OpenIdentification(HOUSEHOLD, null, november(20), november(14));
        given(until(OPENED, REJECTED), again, VILLAGER)
                .expectEvents(new IdentificationOpened(
                        HOUSEHOLD, VILLAGE, 2, BaseType.ORDINARY, null, november(20), november(29), november(14)));
        given(until(AUTHORIZED, REJECTED, opened(2, BaseType.ORDINARY, november(14))), visit(november(15)), VILLAGER)
                .expectSuccessfulHandlerExecution();
        given(
                        until(
                                AUTHORIZED,
                                REJECTED,
                                opened(2, BaseType.ORDINARY, november(14)),
                                visited(2, november(15))),
                        new HoldAppraisal(HOUSEHOLD, appraisal(), november(16)),
                        VILLAGER)
                .expectException(broken("identification.out-of-order"));
        given(until(OPENED, REJECTED), new OpenIdentification(HOUSEHOLD, null, november(20), november(11)), VILLAGER)
                .expectException(broken("identification.date-before"));
    }

    // visit

    @Test
    void a_visit_is_recorded_with_the_income_computed_and_the_account_that_collected() {
        given(OPENED, visit(november(2)), VILLAGER).expectEvents(VISITED);
    }

    @Test
    void two_people_visit_and_not_only_relatives_M6() {
        var one = visitors().getFirst();
        given(OPENED, visit(List.of(one)), VILLAGER).expectException(broken("identification.too-few-visitors"));
        given(OPENED, visit(List.of(one, one)), VILLAGER).expectException(broken("identification.too-few-visitors"));
        var relatives = List.of(new Visit.Visitor("a", "委员", true), new Visit.Visitor("b", "组长", true));
        given(OPENED, visit(relatives), VILLAGER).expectException(broken("identification.only-relatives"));
    }

    @Test
    void only_members_are_seen_and_each_once() {
        var stranger = MemberId.of("00000000-0000-4000-8000-000000000009");
        given(OPENED, seeing(stranger), VILLAGER).expectException(broken("identification.unknown-member"));
        given(OPENED, seeing(HEAD, HEAD), VILLAGER).expectException(broken("identification.member-twice"));
    }

    @Test
    void an_income_window_is_refused_at_the_visit() {
        var sheet = new IncomeSheet(LocalDate.of(2024, 10, 2), LocalDate.of(2025, 10, 31), items(1));
        given(OPENED, new RecordVisit(HOUSEHOLD, visitors(), guarantees(), sheet, 0, List.of(), november(2)), VILLAGER)
                .expectException(broken("identification.income-window"));
    }

    // authorization and appraisal

    @Test
    void a_member_signs_the_authorization() {
        given(VISITED, new SignAuthorization(HOUSEHOLD, HEAD, Signature.FINGERPRINT, true, november(2)), VILLAGER)
                .expectEvents(AUTHORIZED);
    }

    @Test
    void a_stranger_does_not_sign() {
        var stranger = MemberId.of("00000000-0000-4000-8000-000000000009");
        given(VISITED, new SignAuthorization(HOUSEHOLD, stranger, Signature.SIGNATURE, false, november(2)), VILLAGER)
                .expectException(broken("identification.unknown-member"));
    }

    @Test
    void the_village_appraises() {
        given(AUTHORIZED, new HoldAppraisal(HOUSEHOLD, appraisal(), november(3)), VILLAGER)
                .expectEvents(APPRAISED);
    }

    @Test
    void there_are_no_more_votes_than_people() {
        var crowded = new Appraisal(24, new Appraisal.Votes(22, 1, 2), MARGINAL, "1");
        given(AUTHORIZED, new HoldAppraisal(HOUSEHOLD, crowded, november(3)), VILLAGER)
                .expectException(broken("identification.more-votes-than-people"));
    }

    @Test
    void a_category_is_proposed_only_for_its_base_type_M1() {
        var unsuited = new Appraisal(
                25,
                new Appraisal.Votes(20, 0, 0),
                new Finding(Category.UNSTABLE_LIFTED, Risks.of(RiskType.ILLNESS)),
                "1");
        given(AUTHORIZED, new HoldAppraisal(HOUSEHOLD, unsuited, november(3)), VILLAGER)
                .expectException(broken("identification.category-unsuited"));
    }

    @Test
    void what_is_not_proposed_is_not_publicised_but_may_be_rejected() {
        var no = new AppraisalHeld(
                HOUSEHOLD, VILLAGE, 1, new Appraisal(25, new Appraisal.Votes(1, 20, 0), null, "1"), november(3));
        given(until(AUTHORIZED, no), publicity(NOTICE), VILLAGER)
                .expectException(broken("identification.not-proposed"));
        given(
                        until(AUTHORIZED, no),
                        new Reject(HOUSEHOLD, RejectionReason.NOT_PROPOSED, "评议未通过", november(4)),
                        VILLAGER)
                .expectSuccessfulHandlerExecution();
    }

    // publicity

    @Test
    void a_notice_hangs_five_full_days() {
        given(APPRAISED, publicity(NOTICE), VILLAGER).expectEvents(PUBLICIZED);
    }

    @Test
    void a_notice_tells_nothing_personal_M7() {
        given(APPRAISED, publicity("电话 13800000000"), VILLAGER)
                .expectException(broken("identification.notice-shows-phone"));
        given(APPRAISED, new StartPublicity(HOUSEHOLD, "患病户门口", NOTICE, november(4)), VILLAGER)
                .expectException(broken("identification.notice-shows-health"));
    }

    @Test
    void a_notice_is_not_taken_down_on_the_fourth_day_M4() {
        given(PUBLICIZED, new EndPublicity(HOUSEHOLD, november(8)), VILLAGER)
                .expectException(broken("identification.publicity-too-short"));
    }

    @Test
    void a_notice_is_taken_down_on_the_fifth_day() {
        given(PUBLICIZED, new EndPublicity(HOUSEHOLD, november(9)), VILLAGER).expectEvents(ENDED);
    }

    @Test
    void a_notice_stays_while_an_objection_is_open_M4() {
        given(until(PUBLICIZED, OBJECTED), new EndPublicity(HOUSEHOLD, november(9)), VILLAGER)
                .expectException(broken("identification.objection-open"));
    }

    @Test
    void a_villager_objects_while_the_notice_hangs() {
        var objection = new RaiseObjection(HOUSEHOLD, Objector.VILLAGER, "该户有两辆小汽车", november(5));
        given(PUBLICIZED, objection, VILLAGER).expectEvents(OBJECTED);
        given(APPRAISED, objection, VILLAGER).expectException(broken("identification.out-of-order"));
    }

    @Test
    void objections_are_counted() {
        given(until(PUBLICIZED, OBJECTED), new RaiseObjection(HOUSEHOLD, Objector.CADRE, "人口不符", november(6)), VILLAGER)
                .expectEvents(new ObjectionRaised(HOUSEHOLD, VILLAGE, 1, 2, Objector.CADRE, "人口不符", november(6)));
    }

    @Test
    void a_dismissed_objection_lets_the_case_go_on() {
        given(until(PUBLICIZED, OBJECTED), new ResolveObjection(HOUSEHOLD, 1, false, "车辆非该户所有", november(7)), VILLAGER)
                .expectEvents(DISMISSED);
        given(until(PUBLICIZED, OBJECTED, DISMISSED), new EndPublicity(HOUSEHOLD, november(9)), VILLAGER)
                .expectEvents(ENDED);
    }

    @Test
    void an_upheld_objection_leads_back_to_the_visit() {
        given(until(PUBLICIZED, OBJECTED), new ResolveObjection(HOUSEHOLD, 1, true, "经查属实", november(7)), VILLAGER)
                .expectEvents(UPHELD);
        given(until(PUBLICIZED, OBJECTED, UPHELD), new EndPublicity(HOUSEHOLD, november(9)), VILLAGER)
                .expectException(broken("identification.out-of-order"));
        given(until(PUBLICIZED, OBJECTED, UPHELD), visit(november(8)), VILLAGER).expectSuccessfulHandlerExecution();
    }

    @Test
    void after_the_second_visit_the_authorization_still_holds_and_the_village_appraises_again() {
        var history = until(PUBLICIZED, OBJECTED, UPHELD, revisited(november(8)));
        given(history, new HoldAppraisal(HOUSEHOLD, appraisal(), november(9)), VILLAGER)
                .expectSuccessfulHandlerExecution();
    }

    @Test
    void an_objection_is_resolved_once_and_only_if_raised() {
        given(
                        until(PUBLICIZED, OBJECTED, DISMISSED),
                        new ResolveObjection(HOUSEHOLD, 1, true, "再查", november(8)),
                        VILLAGER)
                .expectException(broken("identification.no-such-objection"));
        given(PUBLICIZED, new ResolveObjection(HOUSEHOLD, 1, true, "查", november(8)), VILLAGER)
                .expectException(broken("identification.no-such-objection"));
    }

    @Test
    void an_objection_left_open_holds_up_the_next_notice_too_M4() {
        var second = new ObjectionRaised(HOUSEHOLD, VILLAGE, 1, 2, Objector.CADRE, "人口不符", november(6));
        var notice = new PublicityStarted(HOUSEHOLD, VILLAGE, 1, "栏", NOTICE, november(14), november(9));
        var history = until(PUBLICIZED, OBJECTED, second, UPHELD, revisited(november(8)), APPRAISED, notice);
        given(history, new EndPublicity(HOUSEHOLD, november(14)), VILLAGER)
                .expectException(broken("identification.objection-open"));
        given(history, new ResolveObjection(HOUSEHOLD, 2, false, "属实无误", november(14)), VILLAGER)
                .expectSuccessfulHandlerExecution();
    }

    // town

    @Test
    void the_town_passes_the_case() {
        given(ENDED, new PassTownReview(HOUSEHOLD, "同意", november(10)), TOWN).expectEvents(REVIEWED);
    }

    @Test
    void whoever_recorded_a_visit_does_not_review_M6() {
        given(ENDED, new PassTownReview(HOUSEHOLD, "同意", november(10)), actor("cun01", Role.TOWN_OFFICE, VILLAGE))
                .expectException(broken("identification.reviewer-collected"));
        given(ENDED, new ReturnFromTown(HOUSEHOLD, "重核", november(10)), actor("cun01", Role.TOWN_OFFICE, VILLAGE))
                .expectException(broken("identification.reviewer-collected"));
    }

    @Test
    void the_town_returns_the_case_to_the_visit() {
        given(ENDED, new ReturnFromTown(HOUSEHOLD, "收入材料不全", november(10)), TOWN)
                .expectEvents(RETURNED);
        given(until(ENDED, RETURNED), visit(november(11)), VILLAGER).expectSuccessfulHandlerExecution();
        given(until(ENDED, RETURNED), new PassTownReview(HOUSEHOLD, "同意", november(11)), TOWN)
                .expectException(broken("identification.out-of-order"));
    }

    // county

    @Test
    void at_the_line_itself_a_household_is_determined_with_the_line_that_was_used_M2_M15() {
        given(REVIEWED, determine(MARGINAL, null, november(12)), COUNTY).expectEvents(DETERMINED);
    }

    @Test
    void one_fen_above_the_line_is_not_marginal_M2() {
        given(reviewedWith(2 * LINE_FEN + 1), determine(MARGINAL, null, november(12)), COUNTY)
                .expectException(broken("identification.income-above-line"));
    }

    @Test
    void sudden_hardship_is_above_the_line_or_has_a_ground_M2() {
        var hardship = new Finding(Category.SUDDEN_HARDSHIP, Risks.of(RiskType.ACCIDENT));
        given(REVIEWED, determine(hardship, null, november(12)), COUNTY)
                .expectException(broken("identification.ground-missing"));
        given(REVIEWED, determine(hardship, " ", november(12)), COUNTY)
                .expectException(broken("identification.ground-missing"));
        given(REVIEWED, determine(hardship, "支出骤增", november(12)), COUNTY).expectSuccessfulHandlerExecution();
        given(reviewedWith(2 * LINE_FEN + 1), determine(hardship, null, november(12)), COUNTY)
                .expectSuccessfulHandlerExecution();
    }

    @Test
    void a_category_is_determined_only_for_its_base_type_M1() {
        var unstable = new Finding(Category.UNSTABLE_LIFTED, Risks.of(RiskType.ILLNESS));
        given(REVIEWED, determine(unstable, null, november(12)), COUNTY)
                .expectException(broken("identification.category-unsuited"));
        var lifted = until(REVIEWED);
        lifted.set(0, opened(1, BaseType.LIFTED, november(1)));
        given(lifted, determine(unstable, null, november(12)), COUNTY).expectSuccessfulHandlerExecution();
        given(lifted, determine(MARGINAL, null, november(12)), COUNTY)
                .expectException(broken("identification.category-unsuited"));
    }

    @Test
    void whoever_reviewed_for_the_town_does_not_determine_M6() {
        given(REVIEWED, determine(MARGINAL, null, november(12)), actor("zhen01", Role.COUNTY_OFFICER, "440233"))
                .expectException(broken("identification.determiner-reviewed"));
    }

    @Test
    void a_decision_past_the_limit_is_recorded_as_late_not_refused() {
        given(REVIEWED, determine(MARGINAL, null, november(16)), COUNTY).expectEvents(late(0, november(16)));
        given(REVIEWED, determine(MARGINAL, null, november(18)), COUNTY).expectEvents(late(2, november(18)));
    }

    @Test
    void the_clock_stands_still_while_an_objection_is_open() {
        var history = until(PUBLICIZED, OBJECTED, DISMISSED, ENDED, REVIEWED);
        given(history, determine(MARGINAL, null, november(18)), COUNTY).expectEvents(late(0, november(18)));
        given(history, determine(MARGINAL, null, november(19)), COUNTY).expectEvents(late(1, november(19)));
    }

    @Test
    void a_rejection_names_the_day_by_which_the_household_is_told() {
        given(OPENED, new Reject(HOUSEHOLD, RejectionReason.NO_RISK, "收入稳定", november(12)), COUNTY)
                .expectEvents(REJECTED);
    }

    @Test
    void whoever_objected_is_told_before_the_case_is_rejected() {
        given(until(PUBLICIZED, OBJECTED), new Reject(HOUSEHOLD, RejectionReason.NO_RISK, "收入稳定", november(12)), COUNTY)
                .expectException(broken("identification.objection-open"));
    }

    @Test
    void a_decided_case_is_neither_rejected_nor_decided_again_M4() {
        var reject = new Reject(HOUSEHOLD, RejectionReason.NO_RISK, "收入稳定", november(14));
        given(DETERMINED, reject, COUNTY).expectException(broken("identification.decided"));
        given(until(OPENED, REJECTED), reject, COUNTY).expectException(broken("identification.decided"));
        given(DETERMINED, determine(MARGINAL, null, november(14)), COUNTY)
                .expectException(broken("identification.out-of-order"));
    }

    @Test
    void the_result_is_announced() {
        given(DETERMINED, new Announce(HOUSEHOLD, "村务公开栏", november(13)), TOWN).expectEvents(ANNOUNCED);
    }

    @Test
    void an_announcement_tells_nothing_personal_M7() {
        given(DETERMINED, new Announce(HOUSEHOLD, "0751-2251234 门口", november(13)), TOWN)
                .expectException(broken("identification.notice-shows-phone"));
    }

    // order and days

    @Test
    void no_step_is_taken_out_of_order_M4() {
        var steps = List.of(
                visit(november(28)),
                new SignAuthorization(HOUSEHOLD, HEAD, Signature.SIGNATURE, false, november(28)),
                new HoldAppraisal(HOUSEHOLD, appraisal(), november(28)),
                publicity(NOTICE, november(28)),
                new EndPublicity(HOUSEHOLD, november(28)),
                new PassTownReview(HOUSEHOLD, "同意", november(28)),
                determine(MARGINAL, null, november(28)),
                new Announce(HOUSEHOLD, "村务公开栏", november(28)));
        var way = until(ANNOUNCED);
        for (var done = 1; done <= way.size(); done++) {
            for (var step = 0; step < steps.size(); step++) {
                if (step != done - 1) {
                    given(way.subList(0, done), steps.get(step), actor("x", Role.COUNTY_OFFICER, "440233"))
                            .expectNoEvents()
                            .expectException(broken("identification.out-of-order"));
                }
            }
        }
    }

    @Test
    void no_step_is_dated_before_the_one_before_it_or_in_the_future() {
        given(APPRAISED, publicity(NOTICE, november(2)), VILLAGER)
                .expectException(broken("identification.date-before"));
        given(APPRAISED, publicity(NOTICE, TODAY.plusDays(1)), VILLAGER)
                .expectException(broken("identification.date-ahead"));
    }

    private ResultValidator<Identification> open(@Nullable ClueId from, LocalDate on) {
        return cases.givenNoPriorActivity()
                .when(new OpenIdentification(HOUSEHOLD, from, on.plusDays(3), on), VILLAGER.toMeta());
    }

    private ResultValidator<Identification> given(IdentificationEvent last, IdentificationCommand step, Actor actor) {
        return given(until(last), step, actor);
    }

    private ResultValidator<Identification> given(
            List<? extends IdentificationEvent> history, IdentificationCommand step, Actor actor) {
        return cases.given(history).when(step, actor.toMeta());
    }

    private static List<IdentificationEvent> reviewedWith(long wageFen) {
        var history = until(REVIEWED);
        history.set(1, visited(wageFen, november(2)));
        return history;
    }

    private static HouseholdDetermined late(int days, LocalDate on) {
        return new HouseholdDetermined(HOUSEHOLD, VILLAGE, 1, CLUE, DETERMINED.decision(), DETERMINED.seen(), days, on);
    }

    private static RecordVisit visit(LocalDate on) {
        return visit(visitors(), VISITED.visit().seen(), on);
    }

    private static RecordVisit visit(List<Visit.Visitor> visitors) {
        return visit(visitors, VISITED.visit().seen(), november(2));
    }

    private static RecordVisit seeing(MemberId... members) {
        var seen = Stream.of(members)
                .map(member -> new Visit.MemberSeen(member, LabourAbility.NONE))
                .toList();
        return visit(visitors(), seen, november(2));
    }

    private static RecordVisit visit(List<Visit.Visitor> visitors, List<Visit.MemberSeen> seen, LocalDate on) {
        var sheet = new IncomeSheet(LocalDate.of(2024, 11, 1), LocalDate.of(2025, 10, 31), items(2 * LINE_FEN));
        return new RecordVisit(HOUSEHOLD, visitors, guarantees(), sheet, 350_000, seen, on);
    }

    private static StartPublicity publicity(String notice) {
        return publicity(notice, november(4));
    }

    private static StartPublicity publicity(String notice, LocalDate on) {
        return new StartPublicity(HOUSEHOLD, "村务公开栏", notice, on);
    }

    private static Determine determine(Finding finding, @Nullable String ground, LocalDate on) {
        return new Determine(HOUSEHOLD, "新乡振〔2025〕11号", finding, ground, on);
    }

    private static Actor actor(String id, Role role, String division) {
        return new Actor(id, role, division, Actor.Channel.WEB);
    }
}
