package cn.shouwang.monitoring;

import static org.assertj.core.api.Assertions.assertThat;

import cn.shouwang.monitoring.household.Persons;
import cn.shouwang.monitoring.household.Relation;
import cn.shouwang.platform.security.Role;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/// A village that takes its households through the procedure as a list, over HTTP.
@DisplayNameGeneration(ReplaceUnderscores.class)
class CaseListStoryTest {

    private static final String VILLAGE = "440233101203";
    private static final LocalDate FIRST = LocalDate.of(2025, 3, 3);
    private static final String NOBODY = "00000000-0000-4000-8000-0000000000ee";

    private static final Calls CALLS = Calls.start();

    private final String village = CALLS.token("cun01", Role.VILLAGE_COMMITTEE, VILLAGE);
    private final String otherVillage = CALLS.token("cun02", Role.VILLAGE_COMMITTEE, "440233101204");
    private final String town = CALLS.token("zhen01", Role.TOWN_OFFICE, "440233101");
    private final String county = CALLS.token("xian01", Role.COUNTY_OFFICER, "440233");

    @AfterAll
    static void stop() {
        CALLS.close();
    }

    @Test
    void a_list_goes_the_whole_way_and_each_household_is_decided_about_by_itself() {
        var first = signed(1);
        var second = signed(2);
        var notProposed = signed(3);
        var late = registered(4); // nobody has visited it

        var appraised = done("appraisal", village, """
                {"attendance": 30, "minutes": "评议01", "on": "%s", "households": [%s,
                  {"household": "%s", "inFavour": 2, "against": 28, "abstained": 0, "conclusion": "DO_NOT_PROPOSE"}]}""".formatted(
                        FIRST.plusDays(2),
                        List.of(first, second, late, NOBODY).stream()
                                .map("""
                                {"household": "%s", "inFavour": 28, "against": 1, "abstained": 1,
                                 "conclusion": "PROPOSE", "category": "MARGINAL", "risks": ["ILLNESS"]}"""::formatted)
                                .collect(Collectors.joining(",")),
                        notProposed));
        assertThat(appraised.get("done").asInt()).isEqualTo(3);
        assertThat(appraised.get("refused").propertyNames()).containsExactlyInAnyOrder(late, NOBODY);
        assertThat(appraised.get("refused").get(NOBODY).asString()).isEqualTo("not-found");

        var hung = done("publicity", village, """
                {"place": "村务公开栏", "on": "%s", "households": [%s]}""".formatted(
                FIRST.plusDays(3),
                List.of(first, second, notProposed).stream().map("""
                                {"household": "%s", "notice": "拟纳入监测一户，公示五天。"}"""::formatted).collect(Collectors.joining(","))));
        assertThat(hung.get("done").asInt()).isEqualTo(2);
        assertThat(hung.get("refused").get(notProposed).asString()).isEqualTo("identification.not-proposed");

        var elsewhere = done("publicity-end", otherVillage, list(FIRST.plusDays(8), first, second));
        assertThat(elsewhere.get("done").asInt()).isZero();
        assertThat(elsewhere.get("refused").get(first).asString()).isEqualTo("not-found");

        assertThat(done("publicity-end", village, list(FIRST.plusDays(8), first, second))
                        .get("refused"))
                .isEmpty();
        assertThat(done("town-review", town, """
                {"opinion": "同意", "on": "%s", "households": [{"household": "%s", "sampled": true},
                  {"household": "%s"}]}""".formatted(FIRST.plusDays(9), first, second))
                        .get("done")
                        .asInt())
                .isEqualTo(2);
        var determined = done("determination", county, """
                {"decisionNo": "新审〔01〕", "on": "%s", "households": [
                  {"household": "%s", "category": "MARGINAL", "risks": ["ILLNESS"]},
                  {"household": "%s", "category": "UNSTABLE_LIFTED", "risks": ["ILLNESS"]}]}""".formatted(FIRST.plusDays(11), first, second));
        assertThat(determined.get("done").asInt()).isEqualTo(1);
        assertThat(determined.get("refused").propertyNames()).containsExactly(second);
        assertThat(done("announcement", village, """
                {"place": "村务公开栏", "on": "%s", "households": ["%s"]}""".formatted(FIRST.plusDays(12), first))
                        .get("done")
                        .asInt())
                .isEqualTo(1);

        var file = CALLS.get("/households/" + first + "/file", county)
                .get("cycles")
                .get(0);
        assertThat(file.get("announcedOn").asString())
                .isEqualTo(FIRST.plusDays(12).toString());
        assertThat(file.get("townReview").get("sampled").asBoolean()).isTrue();
    }

    @Test
    void a_list_of_nobody_or_without_a_conclusion_is_no_list() {
        assertThat(CALLS.post("/case-lists/publicity-end", village, """
                {"on": "%s", "households": []}""".formatted(FIRST))
                        .status())
                .isEqualTo(400);
        assertThat(CALLS.post("/case-lists/appraisal", village, """
                {"attendance": 30, "minutes": "评议01", "on": "%s", "households": [
                  {"household": "%s", "inFavour": 2, "against": 28, "abstained": 0, "conclusion": "PROPOSE"}]}""".formatted(FIRST, NOBODY))
                        .status())
                .isEqualTo(400);
    }

    private JsonNode done(String step, String token, String body) {
        return CALLS.post("/case-lists/" + step, token, body).accepted().json();
    }

    private static String list(LocalDate on, String... households) {
        return """
                {"on": "%s", "households": ["%s"]}""".formatted(on, String.join("\", \"", households));
    }

    private String signed(int number) {
        var household = registered(number);
        var steps = "/households/" + household + "/identification";
        CALLS.post(steps, village, """
                {"visitBy": "%s", "on": "%s"}""".formatted(FIRST.plusDays(3), FIRST)).accepted();
        var from = FIRST.withDayOfMonth(1).minusMonths(12);
        CALLS.post(steps + "/visit", village, """
                {"visitors": [{"account": "cun01", "title": "委员", "relativeOfHousehold": false},
                              {"account": "zu01", "title": "组长", "relativeOfHousehold": true}],
                 "guarantees": {"housingProblem": false, "childOutOfSchool": false, "waterProblem": false,
                                "memberUninsured": false},
                 "income": {"from": "%s", "to": "%s", "items": [
                   {"block": "WAGE", "code": "local-work", "amountYuan": 11610, "source": "SELF_DECLARED"}]},
                 "selfPaidYuan": 3500, "seen": [{"member": "%s", "ability": "ORDINARY"}], "on": "%s"}""".formatted(
                                from, from.plusMonths(12).minusDays(1), member(number), FIRST.plusDays(1)))
                .accepted();
        CALLS.post(steps + "/authorization", village, """
                {"signer": "%s", "how": "FINGERPRINT", "filledByHelper": true, "on": "%s"}""".formatted(member(number), FIRST.plusDays(1)))
                .accepted();
        return household;
    }

    private String registered(int number) {
        return CALLS.post("/households", village, """
                {"village": "%s", "baseType": "ORDINARY", "members": [
                  {"member": "%s", "person": {"name": "林守一", "document": "%s", "relation": "HEAD",
                   "labour": "ORDINARY", "health": ["CHRONIC"], "student": false}}], "on": "%s"}""".formatted(VILLAGE, member(number), document(number), FIRST))
                .id();
    }

    private static String member(int number) {
        return "00000000-0000-4000-8000-00000000000" + number;
    }

    private static String document(int number) {
        return Persons.of("99999919700101%03d4".formatted(number), Relation.HEAD)
                .document()
                .value();
    }
}
