package cn.shouwang.monitoring.identification;

import static cn.shouwang.monitoring.identification.Case.*;
import static cn.shouwang.monitoring.identification.Cases.*;
import static cn.shouwang.platform.test.Rules.broken;

import cn.shouwang.monitoring.clue.ClueId;
import cn.shouwang.monitoring.clue.RiskType;
import cn.shouwang.monitoring.clue.Risks;
import cn.shouwang.monitoring.household.BaseType;
import cn.shouwang.monitoring.household.MemberId;
import cn.shouwang.monitoring.identification.IdentificationCommand.*;
import cn.shouwang.monitoring.identification.IdentificationEvent.*;
import cn.shouwang.monitoring.removal.RemovalEvent.RiskRemoved;
import cn.shouwang.monitoring.removal.Way;
import cn.shouwang.platform.security.OutOfDivision;
import cn.shouwang.platform.security.Role;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
/// From the opening of a case to the village meeting.

@DisplayNameGeneration(ReplaceUnderscores.class)
class FirstStepsTest {

    private final Cases cases = new Cases();

    // opening

    @Test
    void a_case_is_opened_from_a_clue_with_the_day_to_decide_by() {
        cases.open(CLUE, november(1)).expectEvents(OPENED, ASSIGNED);
    }

    @Test
    void a_case_is_opened_without_a_clue() {
        cases.open(null, november(1))
                .expectEvents(
                        new IdentificationOpened(
                                HOUSEHOLD, VILLAGE, 1, BaseType.ORDINARY, null, november(16), november(1)),
                        ASSIGNED);
    }

    @Test
    void a_clue_that_is_unknown_or_of_another_village_or_closed_opens_no_case() {
        cases.open(ClueId.of("00000000-0000-4000-8000-0000000000ff"), november(1))
                .expectException(broken("identification.unknown-clue"));
        cases.clue.set(0, ClueOfCase.ELSEWHERE);
        cases.open(CLUE, november(1)).expectException(broken("identification.unknown-clue"));
        cases.clue.set(0, ClueOfCase.REGISTERED);
        cases.clue.add(ClueOfCase.CLOSED);
        cases.open(CLUE, november(1)).expectException(broken("identification.clue-closed"));
    }

    @Test
    void a_case_is_not_older_than_its_clue() {
        cases.open(CLUE, LocalDate.of(2025, 10, 30)).expectException(broken("identification.date-before"));
    }

    @Test
    void a_visit_is_not_due_before_it_is_assigned() {
        cases.fixture
                .givenNoPriorActivity()
                .when(new OpenIdentification(HOUSEHOLD, null, november(1), november(2)), VILLAGER.toMeta())
                .expectException(broken("identification.visit-overdue"));
    }

    @Test
    void a_household_of_another_village_is_out_of_reach() {
        var elsewhere = actor("cun09", Role.VILLAGE_COMMITTEE, "440233001001");
        cases.fixture
                .givenNoPriorActivity()
                .when(new OpenIdentification(HOUSEHOLD, null, november(4), november(1)), elsewhere.toMeta())
                .expectException(OutOfDivision.class);
        cases.given(OPENED, new Reject(HOUSEHOLD, RejectionReason.NO_RISK, "无", november(2)), elsewhere)
                .expectException(OutOfDivision.class);
    }

    @Test
    void M1_one_case_at_a_time() {
        cases.given(OPENED, new OpenIdentification(HOUSEHOLD, null, november(9), november(2)), VILLAGER)
                .expectException(broken("identification.already-open"));
    }

    @Test
    void M1_a_monitored_household_gets_no_second_case() {
        var again = new OpenIdentification(HOUSEHOLD, null, november(20), november(14));
        cases.given(DETERMINED, again, VILLAGER).expectException(broken("identification.already-monitored"));
        cases.given(ANNOUNCED, again, VILLAGER).expectException(broken("identification.already-monitored"));
    }

    @Test
    void a_household_whose_risk_was_removed_comes_back_as_a_new_case_of_the_same_stream() {
        cases.removals.addAll(List.of(Way.PROPOSED, removedOn(november(20))));
        var again = new OpenIdentification(HOUSEHOLD, null, november(24), november(21));
        cases.given(ANNOUNCED, again, VILLAGER)
                .expectEvents(
                        new IdentificationOpened(
                                HOUSEHOLD,
                                VILLAGE,
                                2,
                                BaseType.ORDINARY,
                                null,
                                november(21).plusDays(15),
                                november(21)),
                        new VisitAssigned(HOUSEHOLD, VILLAGE, 2, november(24), november(21)));
    }

    @Test
    void M1_it_does_not_come_back_before_it_was_let_go_or_after_that_was_reverted() {
        cases.removals.addAll(List.of(Way.PROPOSED, removedOn(november(20))));
        cases.given(ANNOUNCED, new OpenIdentification(HOUSEHOLD, null, november(24), november(19)), VILLAGER)
                .expectException(broken("identification.date-before"));
        cases.removals.add(Way.REVERTED);
        cases.given(ANNOUNCED, new OpenIdentification(HOUSEHOLD, null, november(24), november(21)), VILLAGER)
                .expectException(broken("identification.already-monitored"));
    }

    private static RiskRemoved removedOn(LocalDate on) {
        var removed = Way.REMOVED;
        return new RiskRemoved(
                HOUSEHOLD,
                VILLAGE,
                1,
                1,
                removed.mode(),
                removed.decisionNo(),
                removed.checks(),
                removed.terms(),
                removed.line(),
                removed.incomePerHeadFen(),
                removed.months(),
                removed.determiner(),
                on);
    }

    @Test
    void a_rejected_household_may_have_a_second_case_with_nothing_left_of_the_first() {
        var again = new OpenIdentification(HOUSEHOLD, null, november(20), november(14));
        cases.given(until(OPENED, REJECTED), again, VILLAGER)
                .expectEvents(
                        new IdentificationOpened(
                                HOUSEHOLD, VILLAGE, 2, BaseType.ORDINARY, null, november(29), november(14)),
                        new VisitAssigned(HOUSEHOLD, VILLAGE, 2, november(20), november(14)));
        cases.given(
                        until(AUTHORIZED, REJECTED, opened(2, BaseType.ORDINARY, november(14))),
                        visit(november(15)),
                        VILLAGER)
                .expectSuccessfulHandlerExecution();
        cases.given(
                        until(
                                AUTHORIZED,
                                REJECTED,
                                opened(2, BaseType.ORDINARY, november(14)),
                                visited(2, november(15))),
                        new HoldAppraisal(HOUSEHOLD, appraisal(), november(16)),
                        VILLAGER)
                .expectException(broken("identification.out-of-order"));
        cases.given(
                        until(OPENED, REJECTED),
                        new OpenIdentification(HOUSEHOLD, null, november(20), november(11)),
                        VILLAGER)
                .expectException(broken("identification.date-before"));
    }

    // visit

    @Test
    void a_visit_is_recorded_with_the_income_computed_and_the_account_that_collected() {
        cases.given(OPENED, visit(november(2)), VILLAGER).expectEvents(VISITED);
    }

    @Test
    void two_people_visit_and_not_only_relatives_M6() {
        var one = visitors().getFirst();
        cases.given(OPENED, visit(List.of(one)), VILLAGER).expectException(broken("identification.too-few-visitors"));
        cases.given(OPENED, visit(List.of(one, one)), VILLAGER)
                .expectException(broken("identification.too-few-visitors"));
        var relatives = List.of(new Visit.Visitor("a", "委员", true), new Visit.Visitor("b", "组长", true));
        cases.given(OPENED, visit(relatives), VILLAGER).expectException(broken("identification.only-relatives"));
    }

    @Test
    void only_members_are_seen_and_each_once() {
        var stranger = MemberId.of("00000000-0000-4000-8000-000000000009");
        cases.given(OPENED, seeing(stranger), VILLAGER).expectException(broken("identification.unknown-member"));
        cases.given(OPENED, seeing(HEAD, HEAD), VILLAGER).expectException(broken("identification.member-twice"));
    }

    @Test
    void an_income_window_is_refused_at_the_visit() {
        var visit = visit(visitors(), List.of(), LocalDate.of(2024, 10, 2), List.of(), november(2));
        cases.given(OPENED, visit, VILLAGER).expectException(broken("identification.income-window"));
    }

    // authorization and appraisal

    @Test
    void a_member_signs_the_authorization() {
        cases.given(VISITED, new SignAuthorization(HOUSEHOLD, HEAD, Signature.FINGERPRINT, true, november(2)), VILLAGER)
                .expectEvents(AUTHORIZED);
    }

    @Test
    void a_stranger_does_not_sign() {
        var stranger = MemberId.of("00000000-0000-4000-8000-000000000009");
        cases.given(
                        VISITED,
                        new SignAuthorization(HOUSEHOLD, stranger, Signature.SIGNATURE, false, november(2)),
                        VILLAGER)
                .expectException(broken("identification.unknown-member"));
    }

    @Test
    void the_village_appraises() {
        cases.given(AUTHORIZED, new HoldAppraisal(HOUSEHOLD, appraisal(), november(3)), VILLAGER)
                .expectEvents(APPRAISED);
    }

    @Test
    void there_are_no_more_votes_than_people() {
        var crowded = new Appraisal(24, new Appraisal.Votes(22, 1, 2), MARGINAL, "1");
        cases.given(AUTHORIZED, new HoldAppraisal(HOUSEHOLD, crowded, november(3)), VILLAGER)
                .expectException(broken("identification.more-votes-than-people"));
    }

    @Test
    void M1_a_category_is_proposed_only_for_its_base_type() {
        var unsuited = new Appraisal(
                25,
                new Appraisal.Votes(20, 0, 0),
                new Finding(Category.UNSTABLE_LIFTED, Risks.of(RiskType.ILLNESS)),
                "1");
        cases.given(AUTHORIZED, new HoldAppraisal(HOUSEHOLD, unsuited, november(3)), VILLAGER)
                .expectException(broken("identification.category-unsuited"));
    }

    @Test
    void what_is_not_proposed_is_not_publicised_but_may_be_rejected() {
        var no = new AppraisalHeld(
                HOUSEHOLD, VILLAGE, 1, new Appraisal(25, new Appraisal.Votes(1, 20, 0), null, "1"), november(3));
        cases.given(until(AUTHORIZED, no), publicity(NOTICE), VILLAGER)
                .expectException(broken("identification.not-proposed"));
        cases.given(
                        until(AUTHORIZED, no),
                        new Reject(HOUSEHOLD, RejectionReason.NOT_PROPOSED, "评议未通过", november(4)),
                        VILLAGER)
                .expectSuccessfulHandlerExecution();
    }
}
