package cn.shouwang.monitoring.removal;

import static cn.shouwang.monitoring.identification.Case.HOUSEHOLD;
import static cn.shouwang.monitoring.identification.Case.VILLAGE;
import static cn.shouwang.monitoring.identification.Case.november;
import static cn.shouwang.monitoring.removal.Exits.*;
import static cn.shouwang.monitoring.removal.Way.*;
import static cn.shouwang.platform.test.Rules.broken;

import cn.shouwang.monitoring.clue.RiskType;
import cn.shouwang.monitoring.household.BaseType;
import cn.shouwang.monitoring.household.DecreaseReason;
import cn.shouwang.monitoring.identification.Appraisal.Votes;
import cn.shouwang.monitoring.identification.Case;
import cn.shouwang.monitoring.line.Basis;
import cn.shouwang.monitoring.line.Lines;
import cn.shouwang.monitoring.notice.Papers;
import cn.shouwang.monitoring.removal.RemovalCommand.*;
import cn.shouwang.monitoring.removal.RemovalEvent.*;
import cn.shouwang.platform.security.OutOfDivision;
import cn.shouwang.platform.security.Role;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/// Who may let a household go, when and in which order; what must hold is in `ChecksTest`.
@DisplayNameGeneration(ReplaceUnderscores.class)
class RemovalTest {

    private static final ProposeRemoval PROPOSE =
            new ProposeRemoval(HOUSEHOLD, RemovalMode.BY_ASSISTANCE, null, may(12));
    private static final HoldExitAppraisal APPRAISE = new HoldExitAppraisal(HOUSEHOLD, APPRAISED.appraisal(), may(14));
    private static final ReviewRemoval PASS = new ReviewRemoval(HOUSEHOLD, true, "同意消除", may(21));
    private static final DetermineRemoval DETERMINE = new DetermineRemoval(HOUSEHOLD, "新乡振〔2026〕5号", may(25));
    private static final RevertRemoval REVERT = new RevertRemoval(HOUSEHOLD, "旧病复发", may(28));
    private static final RecordNaturalDecrease CLOSE =
            new RecordNaturalDecrease(HOUSEHOLD, DecreaseGround.ALL_DIED, may(20));

    private final Exits exits = new Exits();

    // proposal

    @Test
    void the_village_proposes_to_let_a_monitored_household_go() {
        exits.given(List.of(), PROPOSE, VILLAGER).expectEvents(PROPOSED);
    }

    @Test
    void only_a_monitored_household_is_let_go() {
        exits.cases.clear();
        exits.given(List.of(), PROPOSE, VILLAGER).expectException(broken("removal.not-monitored"));
        exits.cases.addAll(Case.until(Case.REVIEWED));
        exits.given(List.of(), PROPOSE, VILLAGER).expectException(broken("removal.not-monitored"));
        exits.cases.add(Case.REJECTED);
        exits.given(List.of(), PROPOSE, VILLAGER).expectException(broken("removal.not-monitored"));
    }

    @Test
    void nobody_proposes_it_in_another_village() {
        exits.given(List.of(), PROPOSE, actor("cun09", Role.VILLAGE_COMMITTEE, "440233999998"))
                .expectException(OutOfDivision.class);
    }

    @Test
    void M9_a_removal_by_itself_has_a_reason() {
        for (var reason : new String[] {null, " "}) {
            exits.given(List.of(), new ProposeRemoval(HOUSEHOLD, RemovalMode.NATURAL, reason, may(12)), VILLAGER)
                    .expectException(broken("removal.reason-missing"));
        }
        exits.given(List.of(), new ProposeRemoval(HOUSEHOLD, RemovalMode.NATURAL, "子女就业", may(12)), VILLAGER)
                .expectSuccessfulHandlerExecution();
    }

    @Test
    void a_household_has_one_removal_at_a_time() {
        exits.given(PROPOSED, PROPOSE, VILLAGER).expectException(broken("removal.already-open"));
        exits.given(REVIEWED, PROPOSE, VILLAGER).expectException(broken("removal.already-open"));
    }

    @Test
    void after_a_dropped_or_reverted_one_another_is_counted_on() {
        exits.given(
                        until(PROPOSED, DROPPED),
                        new ProposeRemoval(HOUSEHOLD, RemovalMode.BY_ASSISTANCE, null, may(29)),
                        VILLAGER)
                .expectEvents(new RemovalProposed(HOUSEHOLD, VILLAGE, 1, 2, RemovalMode.BY_ASSISTANCE, null, may(29)));
        exits.given(
                        until(REMOVED, REVERTED),
                        new ProposeRemoval(HOUSEHOLD, RemovalMode.BY_ASSISTANCE, null, may(29)),
                        VILLAGER)
                .expectSuccessfulHandlerExecution();
    }

    @Test
    void a_removed_household_is_not_removed_again() {
        exits.given(REMOVED, new ProposeRemoval(HOUSEHOLD, RemovalMode.BY_ASSISTANCE, null, may(29)), VILLAGER)
                .expectException(broken("removal.not-monitored"));
    }

    @Test
    void no_step_is_dated_before_the_one_before_it_or_in_the_future() {
        exits.given(List.of(), new ProposeRemoval(HOUSEHOLD, RemovalMode.BY_ASSISTANCE, null, november(11)), VILLAGER)
                .expectException(broken("removal.date-before"));
        exits.given(PROPOSED, visit(exit(PER_HEAD), may(11)), VILLAGER).expectException(broken("removal.date-before"));
        exits.given(PROPOSED, visit(exit(PER_HEAD), TODAY.plusDays(1)), VILLAGER)
                .expectException(broken("removal.date-ahead"));
    }

    // visit

    @Test
    void a_visit_that_finds_all_as_it_should_be_leads_to_the_appraisal() {
        exits.given(PROPOSED, visit(exit(PER_HEAD), may(13)), VILLAGER).expectEvents(VISITED);
    }

    @Test
    void a_visit_that_finds_something_wanting_is_on_record_with_what_blocks() {
        var seen = new ExitVisit(exit(PER_HEAD).visit(), 6, true, RISKS, true);
        exits.given(PROPOSED, visit(seen, may(13)), VILLAGER).expectEvents(visited(seen, false, may(13)), BLOCKED);
    }

    @Test
    void M9_nobody_able_to_work_blocks_by_the_register_whatever_the_visit_saw() {
        exits.unableToWork();
        exits.given(PROPOSED, visit(exit(PER_HEAD), may(13)), VILLAGER)
                .expectEvents(
                        VISITED,
                        new RemovalBlocked(HOUSEHOLD, VILLAGE, 1, 1, blockedBy(Criterion.HAS_LABOUR), may(13)));
    }

    @Test
    void a_blocked_household_is_visited_again_and_then_appraised() {
        exits.given(until(VISITED, BLOCKED), APPRAISE, VILLAGER).expectException(broken("removal.out-of-order"));
        exits.given(until(VISITED, BLOCKED), visit(exit(PER_HEAD), may(20)), VILLAGER)
                .expectEvents(visited(exit(PER_HEAD, may(20)), true, may(20)));
    }

    @Test
    void M6_two_people_visit_and_one_of_them_is_no_relative() {
        exits.given(PROPOSED, visit(exit(PER_HEAD), may(13), ALONE), VILLAGER)
                .expectException(broken("identification.too-few-visitors"));
        var relatives = BOTH.replace("false", "true");
        exits.given(PROPOSED, visit(exit(PER_HEAD), may(13), relatives), VILLAGER)
                .expectException(broken("identification.only-relatives"));
    }

    @Test
    void nobody_visits_for_another_village() {
        exits.given(PROPOSED, visit(exit(PER_HEAD), may(13)), actor("cun09", Role.VILLAGE_COMMITTEE, "440233999998"))
                .expectException(OutOfDivision.class);
    }

    @Test
    void once_the_town_has_passed_it_no_visit_changes_the_ground() {
        exits.given(REVIEWED, visit(exit(PER_HEAD), may(22)), VILLAGER).expectException(broken("removal.out-of-order"));
    }

    // appraisal

    @Test
    void the_village_appraises_the_removal() {
        exits.given(VISITED, APPRAISE, VILLAGER).expectEvents(APPRAISED);
    }

    @Test
    void more_votes_than_people_are_refused() {
        exits.given(
                        VISITED,
                        new HoldExitAppraisal(HOUSEHOLD, new ExitAppraisal(2, new Votes(2, 1, 0), "x"), may(14)),
                        VILLAGER)
                .expectException(broken("identification.more-votes-than-people"));
    }

    // town

    @Test
    void the_town_passes_it_once_the_notice_has_hung() {
        exits.given(APPRAISED, PASS, TOWN).expectEvents(REVIEWED);
    }

    @Test
    void M4_without_a_notice_since_the_appraisal_the_town_does_not_pass_it() {
        exits.notices.clear();
        exits.given(APPRAISED, PASS, TOWN).expectException(broken("removal.notice-missing"));
        var later = new ExitAppraised(HOUSEHOLD, VILLAGE, 1, 1, APPRAISED.appraisal(), may(16));
        exits.notices.addAll(List.of(Papers.HUNG, Papers.DOWN));
        exits.given(List.of(PROPOSED, VISITED, later), PASS, TOWN).expectException(broken("removal.notice-missing"));
    }

    @Test
    void M4_while_the_notice_hangs_or_an_objection_was_right_the_town_does_not_pass_it() {
        exits.notices.remove(Papers.DOWN);
        exits.given(APPRAISED, PASS, TOWN).expectException(broken("removal.notice-hanging"));
        exits.notices.addAll(List.of(Papers.OBJECTED, Papers.UPHELD));
        exits.given(APPRAISED, PASS, TOWN).expectException(broken("removal.objection-upheld"));
    }

    @Test
    void a_notice_of_an_earlier_removal_does_not_count() {
        var again = new RemovalProposed(HOUSEHOLD, VILLAGE, 1, 2, RemovalMode.BY_ASSISTANCE, null, may(12));
        exits.given(List.of(again, VISITED, APPRAISED), PASS, TOWN).expectException(broken("removal.notice-missing"));
    }

    @Test
    void the_review_is_not_dated_before_the_notice_came_down() {
        exits.given(APPRAISED, new ReviewRemoval(HOUSEHOLD, true, "同意", may(19)), TOWN)
                .expectException(broken("removal.date-before"));
    }

    @Test
    void what_the_village_did_not_agree_to_does_not_pass() {
        var against =
                new ExitAppraised(HOUSEHOLD, VILLAGE, 1, 1, new ExitAppraisal(20, new Votes(9, 9, 2), "x"), may(14));
        exits.given(List.of(PROPOSED, VISITED, against), PASS, TOWN).expectException(broken("removal.not-agreed"));
    }

    @Test
    void M6_whoever_recorded_a_visit_does_not_review() {
        exits.given(APPRAISED, PASS, actor("cun01", Role.TOWN_OFFICE, VILLAGE))
                .expectException(broken("removal.reviewer-collected"));
    }

    @Test
    void the_town_sends_it_back_to_the_visit() {
        exits.given(APPRAISED, new ReviewRemoval(HOUSEHOLD, false, "收入材料不全", may(21)), TOWN)
                .expectEvents(RETURNED);
        exits.given(until(APPRAISED, RETURNED), APPRAISE, VILLAGER).expectException(broken("removal.out-of-order"));
        exits.given(until(APPRAISED, RETURNED), visit(exit(PER_HEAD), may(22)), VILLAGER)
                .expectSuccessfulHandlerExecution();
    }

    // county

    @Test
    void M15_the_county_removes_the_risk_with_every_criterion_the_line_and_the_terms_it_used() {
        exits.given(REVIEWED, DETERMINE, COUNTY).expectEvents(REMOVED);
    }

    @Test
    void M9_what_no_longer_holds_on_the_day_of_the_decision_blocks_it() {
        exits.line = new Lines.InForce("line-440233-2026@0", PER_HEAD, true, Basis.DISPOSABLE_INCOME);
        exits.given(REVIEWED, DETERMINE, COUNTY)
                .expectEvents(new RemovalBlocked(
                        HOUSEHOLD,
                        VILLAGE,
                        1,
                        1,
                        holding().stream()
                                .map(check -> check.criterion() == Criterion.ABOVE_LINE
                                        ? new Check(
                                                Criterion.ABOVE_LINE,
                                                Check.Outcome.MISSING,
                                                String.valueOf(PER_HEAD),
                                                String.valueOf(PER_HEAD))
                                        : check)
                                .toList(),
                        may(25)));
    }

    @Test
    void M9_a_measure_that_is_only_planned_does_not_let_a_household_go() {
        exits.addressed = Set.of(RiskType.ILLNESS);
        exits.given(REVIEWED, DETERMINE, COUNTY)
                .expectEvents(new RemovalBlocked(
                        HOUSEHOLD,
                        VILLAGE,
                        1,
                        1,
                        holding().stream()
                                .map(check -> check.criterion() == Criterion.MEASURE_IN_PLACE
                                        ? new Check(
                                                Criterion.MEASURE_IN_PLACE,
                                                Check.Outcome.MISSING,
                                                "LABOUR_SHORTAGE",
                                                null)
                                        : check)
                                .toList(),
                        may(25)));
    }

    @Test
    void M6_whoever_reviewed_for_the_town_does_not_determine() {
        exits.given(REVIEWED, DETERMINE, actor("zhen01", Role.COUNTY_OFFICER, "440233"))
                .expectException(broken("removal.determiner-reviewed"));
    }

    @Test
    void M4_no_step_is_taken_out_of_order() {
        var steps = List.of(
                new HoldExitAppraisal(HOUSEHOLD, APPRAISED.appraisal(), may(28)),
                new ReviewRemoval(HOUSEHOLD, true, "同意", may(28)),
                new DetermineRemoval(HOUSEHOLD, "x", may(28)),
                new RevertRemoval(HOUSEHOLD, "x", may(28)));
        var way = until(REMOVED);
        for (var done = 1; done <= way.size(); done++) {
            for (var step = 0; step < steps.size(); step++) {
                if (step != done - 2) {
                    new Exits()
                            .given(way.subList(0, done), steps.get(step), actor("x", Role.COUNTY_OFFICER, "440233"))
                            .expectNoEvents()
                            .expectException(broken("removal.out-of-order"));
                }
            }
        }
    }

    @Test
    void nothing_follows_where_nothing_was_proposed() {
        exits.given(List.of(CLOSED), DETERMINE, COUNTY).expectException(broken("removal.out-of-order"));
    }

    // drop and revert

    @Test
    void a_removal_is_dropped_with_its_reason_until_it_is_decided() {
        var drop = new DropRemoval(HOUSEHOLD, "收入不稳，继续监测", may(22));
        exits.given(REVIEWED, drop, COUNTY).expectEvents(DROPPED);
        exits.given(until(PROPOSED, DROPPED), drop, COUNTY).expectException(broken("removal.decided"));
        new Exits()
                .given(REMOVED, new DropRemoval(HOUSEHOLD, "x", may(26)), COUNTY)
                .expectException(broken("removal.decided"));
    }

    @Test
    void a_removal_that_was_not_stable_is_reverted() {
        exits.given(REMOVED, REVERT, COUNTY).expectEvents(REVERTED);
    }

    @Test
    void after_a_newer_case_the_old_removal_stands() {
        exits.cases.add(Case.opened(2, BaseType.ORDINARY, may(27)));
        exits.given(REMOVED, REVERT, COUNTY).expectException(broken("removal.newer-case"));
    }

    // natural decrease

    @Test
    void when_all_have_died_monitoring_is_closed() {
        exits.leave(DecreaseReason.DEATH, DecreaseReason.DEATH);
        exits.given(List.of(), CLOSE, SYSTEM).expectEvents(CLOSED);
    }

    @Test
    void a_removal_under_way_is_closed_with_it() {
        exits.leave(DecreaseReason.DEATH, DecreaseReason.DEATH);
        exits.given(VISITED, CLOSE, SYSTEM)
                .expectEvents(new NaturalDecreaseRecorded(HOUSEHOLD, VILLAGE, 1, 1, DecreaseGround.ALL_DIED, may(20)));
        new Exits()
                .given(until(VISITED, closedInAttempt()), APPRAISE, VILLAGER)
                .expectException(broken("removal.out-of-order"));
    }

    @Test
    void while_somebody_lives_there_nothing_is_closed() {
        exits.given(List.of(), CLOSE, SYSTEM).expectException(broken("removal.members-left"));
    }

    @Test
    void what_is_not_monitored_is_not_closed() {
        exits.cases.clear();
        exits.given(List.of(), CLOSE, SYSTEM).expectException(broken("removal.not-monitored"));
    }

    private static NaturalDecreaseRecorded closedInAttempt() {
        return new NaturalDecreaseRecorded(
                HOUSEHOLD, VILLAGE, 1, 1, DecreaseGround.ALL_DIED, LocalDate.of(2026, 5, 13));
    }
}
