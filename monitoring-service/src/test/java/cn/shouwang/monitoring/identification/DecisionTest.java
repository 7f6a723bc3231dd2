package cn.shouwang.monitoring.identification;

import static cn.shouwang.monitoring.identification.Case.*;
import static cn.shouwang.monitoring.identification.Cases.*;
import static cn.shouwang.platform.test.Rules.broken;

import cn.shouwang.monitoring.clue.RiskType;
import cn.shouwang.monitoring.clue.Risks;
import cn.shouwang.monitoring.household.BaseType;
import cn.shouwang.monitoring.identification.IdentificationCommand.*;
import cn.shouwang.monitoring.identification.IdentificationEvent.*;
import cn.shouwang.monitoring.inquiry.Asked;
import cn.shouwang.monitoring.inquiry.InquiryEvent.ComparisonSpared;
import cn.shouwang.platform.security.Role;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
/// Town, county, announcement, and the order of all steps.

@DisplayNameGeneration(ReplaceUnderscores.class)
class DecisionTest {

    private final Cases cases = new Cases();

    // town

    @Test
    void the_town_passes_the_case() {
        cases.given(ENDED, new PassTownReview(HOUSEHOLD, "同意", true, november(10)), TOWN)
                .expectEvents(REVIEWED);
    }

    @Test
    void whoever_recorded_a_visit_does_not_review_M6() {
        cases.given(
                        ENDED,
                        new PassTownReview(HOUSEHOLD, "同意", true, november(10)),
                        actor("cun01", Role.TOWN_OFFICE, VILLAGE))
                .expectException(broken("identification.reviewer-collected"));
        cases.given(ENDED, new ReturnFromTown(HOUSEHOLD, "重核", november(10)), actor("cun01", Role.TOWN_OFFICE, VILLAGE))
                .expectException(broken("identification.reviewer-collected"));
    }

    @Test
    void the_town_returns_the_case_to_the_visit() {
        cases.given(ENDED, new ReturnFromTown(HOUSEHOLD, "收入材料不全", november(10)), TOWN)
                .expectEvents(RETURNED);
        cases.given(until(ENDED, RETURNED), visit(november(11)), VILLAGER).expectSuccessfulHandlerExecution();
        cases.given(until(ENDED, RETURNED), new PassTownReview(HOUSEHOLD, "同意", true, november(11)), TOWN)
                .expectException(broken("identification.out-of-order"));
    }

    // county

    @Test
    void M2_M15_at_the_line_itself_a_household_is_determined_with_the_line_that_was_used() {
        cases.given(REVIEWED, determine(MARGINAL, null, november(12)), COUNTY).expectEvents(DETERMINED);
    }

    @Test
    void M2_one_fen_above_the_line_is_not_marginal() {
        cases.given(reviewedWith(2 * LINE_FEN + 1), determine(MARGINAL, null, november(12)), COUNTY)
                .expectException(broken("identification.income-above-line"));
    }

    @Test
    void M2_sudden_hardship_is_above_the_line_or_has_a_ground() {
        var hardship = new Finding(Category.SUDDEN_HARDSHIP, Risks.of(RiskType.ACCIDENT));
        cases.given(REVIEWED, determine(hardship, null, november(12)), COUNTY)
                .expectException(broken("identification.ground-missing"));
        cases.given(REVIEWED, determine(hardship, " ", november(12)), COUNTY)
                .expectException(broken("identification.ground-missing"));
        cases.given(REVIEWED, determine(hardship, "支出骤增", november(12)), COUNTY).expectSuccessfulHandlerExecution();
        cases.given(reviewedWith(2 * LINE_FEN + 1), determine(hardship, null, november(12)), COUNTY)
                .expectSuccessfulHandlerExecution();
    }

    @Test
    void M1_a_category_is_determined_only_for_its_base_type() {
        var unstable = new Finding(Category.UNSTABLE_LIFTED, Risks.of(RiskType.ILLNESS));
        cases.given(REVIEWED, determine(unstable, null, november(12)), COUNTY)
                .expectException(broken("identification.category-unsuited"));
        var lifted = until(REVIEWED);
        lifted.set(0, opened(1, BaseType.LIFTED, november(1)));
        cases.given(lifted, determine(unstable, null, november(12)), COUNTY).expectSuccessfulHandlerExecution();
        cases.given(lifted, determine(MARGINAL, null, november(12)), COUNTY)
                .expectException(broken("identification.category-unsuited"));
    }

    /// A negative check is no refusal: once it was weighed the county decides as it sees fit.
    @Test
    void what_departments_were_asked_is_answered_and_weighed_before_the_county_determines() {
        var determine = determine(MARGINAL, null, november(12));
        cases.inquiries.add(Asked.REQUESTED);
        cases.given(REVIEWED, determine, COUNTY).expectException(broken("identification.comparison-open"));
        cases.inquiries.add(Asked.CAREFUL);
        cases.given(REVIEWED, determine, COUNTY).expectException(broken("identification.hits-unweighed"));
        cases.inquiries.add(Asked.WEIGHED);
        cases.given(REVIEWED, determine, COUNTY).expectEvents(DETERMINED);
    }

    @Test
    void where_the_departments_must_be_asked_nobody_is_determined_before_they_were() {
        var determine = determine(MARGINAL, null, MANDATORY_FROM);
        cases.given(REVIEWED, determine(MARGINAL, null, MANDATORY_FROM.minusDays(1)), COUNTY)
                .expectSuccessfulHandlerExecution();
        cases.given(REVIEWED, determine, COUNTY).expectException(broken("identification.comparison-missing"));
        cases.inquiries.add(Asked.REQUESTED);
        cases.given(REVIEWED, determine, COUNTY).expectException(broken("identification.comparison-open"));
        cases.inquiries.add(Asked.NOTHING);
        cases.given(REVIEWED, determine, COUNTY).expectEvents(mandatory());
        cases.inquiries.clear();
        cases.inquiries.add(Asked.SPARED);
        cases.given(REVIEWED, determine, COUNTY).expectEvents(mandatory());
    }

    @Test
    void an_answer_of_a_later_day_or_another_case_does_not_do_where_the_departments_must_be_asked() {
        var determine = determine(MARGINAL, null, MANDATORY_FROM);
        cases.inquiries.add(spared(1, MANDATORY_FROM.plusDays(1)));
        cases.given(REVIEWED, determine, COUNTY).expectException(broken("identification.comparison-missing"));
        cases.inquiries.set(0, spared(2, MANDATORY_FROM));
        cases.given(REVIEWED, determine, COUNTY).expectException(broken("identification.comparison-missing"));
        cases.inquiries.set(0, spared(1, MANDATORY_FROM));
        cases.given(REVIEWED, determine, COUNTY).expectEvents(mandatory());
    }

    private static ComparisonSpared spared(int cycle, LocalDate on) {
        return new ComparisonSpared(HOUSEHOLD, VILLAGE, cycle, "低保核对2025-031", on);
    }

    /// M15: the decision keeps the edition that made the comparison mandatory.
    private static HouseholdDetermined mandatory() {
        var decision = DETERMINED.decision();
        return new HouseholdDetermined(
                HOUSEHOLD,
                VILLAGE,
                1,
                CLUE,
                new Decision(
                        decision.number(),
                        decision.finding(),
                        decision.line(),
                        decision.incomePerHeadFen(),
                        null,
                        decision.determiner(),
                        new ComparisonRule(MANDATORY_FROM, true)),
                DETERMINED.seen(),
                9,
                MANDATORY_FROM);
    }

    @Test
    void whoever_reviewed_for_the_town_does_not_determine_M6() {
        cases.given(REVIEWED, determine(MARGINAL, null, november(12)), actor("zhen01", Role.COUNTY_OFFICER, "440233"))
                .expectException(broken("identification.determiner-reviewed"));
    }

    @Test
    void a_decision_past_the_limit_is_recorded_as_late_not_refused() {
        cases.given(REVIEWED, determine(MARGINAL, null, november(16)), COUNTY).expectEvents(late(0, november(16)));
        cases.given(REVIEWED, determine(MARGINAL, null, november(18)), COUNTY).expectEvents(late(2, november(18)));
    }

    @Test
    void the_clock_stands_still_while_an_objection_is_open() {
        var history = until(PUBLICIZED, OBJECTED, DISMISSED, ENDED, REVIEWED);
        cases.given(history, determine(MARGINAL, null, november(18)), COUNTY).expectEvents(late(0, november(18)));
        cases.given(history, determine(MARGINAL, null, november(19)), COUNTY).expectEvents(late(1, november(19)));
    }

    @Test
    void a_rejection_names_the_day_by_which_the_household_is_told() {
        cases.given(OPENED, new Reject(HOUSEHOLD, RejectionReason.NO_RISK, "收入稳定", november(12)), COUNTY)
                .expectEvents(REJECTED);
    }

    @Test
    void whoever_objected_is_told_before_the_case_is_rejected() {
        cases.given(
                        until(PUBLICIZED, OBJECTED),
                        new Reject(HOUSEHOLD, RejectionReason.NO_RISK, "收入稳定", november(12)),
                        COUNTY)
                .expectException(broken("identification.objection-open"));
    }

    @Test
    void a_decided_case_is_neither_rejected_nor_decided_again_M4() {
        var reject = new Reject(HOUSEHOLD, RejectionReason.NO_RISK, "收入稳定", november(14));
        cases.given(DETERMINED, reject, COUNTY).expectException(broken("identification.decided"));
        cases.given(until(OPENED, REJECTED), reject, COUNTY).expectException(broken("identification.decided"));
        cases.given(DETERMINED, determine(MARGINAL, null, november(14)), COUNTY)
                .expectException(broken("identification.out-of-order"));
    }

    @Test
    void the_result_is_announced() {
        cases.given(DETERMINED, new Announce(HOUSEHOLD, "村务公开栏", november(13)), TOWN)
                .expectEvents(ANNOUNCED);
    }

    @Test
    void an_announcement_tells_nothing_personal_M7() {
        cases.given(DETERMINED, new Announce(HOUSEHOLD, "0751-2251234 门口", november(13)), TOWN)
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
                new PassTownReview(HOUSEHOLD, "同意", true, november(28)),
                determine(MARGINAL, null, november(28)),
                new Announce(HOUSEHOLD, "村务公开栏", november(28)));
        var way = until(ANNOUNCED);
        way.remove(ASSIGNED); // said with the opening, not a step of its own
        for (var done = 1; done <= way.size(); done++) {
            for (var step = 0; step < steps.size(); step++) {
                if (step != done - 1) {
                    cases.given(way.subList(0, done), steps.get(step), actor("x", Role.COUNTY_OFFICER, "440233"))
                            .expectNoEvents()
                            .expectException(broken("identification.out-of-order"));
                }
            }
        }
    }

    @Test
    void no_step_is_dated_before_the_one_before_it_or_in_the_future() {
        cases.given(APPRAISED, publicity(NOTICE, november(2)), VILLAGER)
                .expectException(broken("identification.date-before"));
        cases.given(APPRAISED, publicity(NOTICE, TODAY.plusDays(1)), VILLAGER)
                .expectException(broken("identification.date-ahead"));
    }
}
