package cn.shouwang.monitoring.identification;

import static cn.shouwang.monitoring.identification.Case.*;
import static cn.shouwang.monitoring.identification.Cases.*;
import static cn.shouwang.platform.test.Rules.broken;

import cn.shouwang.monitoring.identification.IdentificationCommand.*;
import cn.shouwang.monitoring.identification.IdentificationEvent.*;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
/// The notice and what villagers object.

@DisplayNameGeneration(ReplaceUnderscores.class)
class PublicityTest {

    private final Cases cases = new Cases();

    // publicity

    @Test
    void a_notice_hangs_five_full_days() {
        cases.given(APPRAISED, publicity(NOTICE), VILLAGER).expectEvents(PUBLICIZED);
    }

    @Test
    void a_notice_tells_nothing_personal_M7() {
        cases.given(APPRAISED, publicity("电话 13800000000"), VILLAGER)
                .expectException(broken("identification.notice-shows-phone"));
        cases.given(APPRAISED, new StartPublicity(HOUSEHOLD, "患病户门口", NOTICE, november(4)), VILLAGER)
                .expectException(broken("identification.notice-shows-health"));
    }

    @Test
    void a_notice_is_not_taken_down_on_the_fourth_day_M4() {
        cases.given(PUBLICIZED, new EndPublicity(HOUSEHOLD, november(8)), VILLAGER)
                .expectException(broken("identification.publicity-too-short"));
    }

    @Test
    void a_notice_is_taken_down_on_the_fifth_day() {
        cases.given(PUBLICIZED, new EndPublicity(HOUSEHOLD, november(9)), VILLAGER)
                .expectEvents(ENDED);
    }

    @Test
    void a_notice_stays_while_an_objection_is_open_M4() {
        cases.given(until(PUBLICIZED, OBJECTED), new EndPublicity(HOUSEHOLD, november(9)), VILLAGER)
                .expectException(broken("identification.objection-open"));
    }

    @Test
    void a_villager_objects_while_the_notice_hangs() {
        var objection = new RaiseObjection(HOUSEHOLD, Objector.VILLAGER, "该户有两辆小汽车", november(5));
        cases.given(PUBLICIZED, objection, VILLAGER).expectEvents(OBJECTED);
        cases.given(APPRAISED, objection, VILLAGER).expectException(broken("identification.out-of-order"));
    }

    @Test
    void objections_are_counted() {
        cases.given(
                        until(PUBLICIZED, OBJECTED),
                        new RaiseObjection(HOUSEHOLD, Objector.CADRE, "人口不符", november(6)),
                        VILLAGER)
                .expectEvents(new ObjectionRaised(HOUSEHOLD, VILLAGE, 1, 2, Objector.CADRE, "人口不符", november(6)));
    }

    @Test
    void a_dismissed_objection_lets_the_case_go_on() {
        cases.given(
                        until(PUBLICIZED, OBJECTED),
                        new ResolveObjection(HOUSEHOLD, 1, false, "车辆非该户所有", november(7)),
                        VILLAGER)
                .expectEvents(DISMISSED);
        cases.given(until(PUBLICIZED, OBJECTED, DISMISSED), new EndPublicity(HOUSEHOLD, november(9)), VILLAGER)
                .expectEvents(ENDED);
    }

    @Test
    void an_upheld_objection_leads_back_to_the_visit() {
        cases.given(
                        until(PUBLICIZED, OBJECTED),
                        new ResolveObjection(HOUSEHOLD, 1, true, "经查属实", november(7)),
                        VILLAGER)
                .expectEvents(UPHELD);
        cases.given(until(PUBLICIZED, OBJECTED, UPHELD), new EndPublicity(HOUSEHOLD, november(9)), VILLAGER)
                .expectException(broken("identification.out-of-order"));
        cases.given(until(PUBLICIZED, OBJECTED, UPHELD), visit(november(8)), VILLAGER)
                .expectSuccessfulHandlerExecution();
    }

    @Test
    void after_the_second_visit_the_authorization_still_holds_and_the_village_appraises_again() {
        var history = until(PUBLICIZED, OBJECTED, UPHELD, revisited(november(8)));
        cases.given(history, new HoldAppraisal(HOUSEHOLD, appraisal(), november(9)), VILLAGER)
                .expectSuccessfulHandlerExecution();
    }

    @Test
    void an_objection_is_resolved_once_and_only_if_raised() {
        cases.given(
                        until(PUBLICIZED, OBJECTED, DISMISSED),
                        new ResolveObjection(HOUSEHOLD, 1, true, "再查", november(8)),
                        VILLAGER)
                .expectException(broken("identification.no-such-objection"));
        cases.given(PUBLICIZED, new ResolveObjection(HOUSEHOLD, 1, true, "查", november(8)), VILLAGER)
                .expectException(broken("identification.no-such-objection"));
    }

    @Test
    void an_objection_left_open_holds_up_the_next_notice_too_M4() {
        var second = new ObjectionRaised(HOUSEHOLD, VILLAGE, 1, 2, Objector.CADRE, "人口不符", november(6));
        var notice = new PublicityStarted(HOUSEHOLD, VILLAGE, 1, "栏", NOTICE, november(14), november(9));
        var history = until(PUBLICIZED, OBJECTED, second, UPHELD, revisited(november(8)), APPRAISED, notice);
        cases.given(history, new EndPublicity(HOUSEHOLD, november(14)), VILLAGER)
                .expectException(broken("identification.objection-open"));
        cases.given(history, new ResolveObjection(HOUSEHOLD, 2, false, "属实无误", november(14)), VILLAGER)
                .expectSuccessfulHandlerExecution();
    }
}
