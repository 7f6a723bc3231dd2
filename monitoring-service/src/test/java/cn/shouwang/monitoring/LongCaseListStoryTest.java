package cn.shouwang.monitoring;

import static org.assertj.core.api.Assertions.assertThat;

import cn.shouwang.monitoring.dataset.Ids;
import cn.shouwang.monitoring.identification.IdentificationEvent;
import cn.shouwang.monitoring.identification.IdentificationEvent.AppraisalHeld;
import cn.shouwang.monitoring.identification.IdentificationEvent.HouseholdDetermined;
import cn.shouwang.monitoring.identification.IdentificationEvent.PublicityStarted;
import cn.shouwang.platform.security.Role;
import cn.shouwang.platform.store.LogEngine;
import cn.shouwang.platform.store.Recorded;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/// Lists at their longest, over HTTP, where the departments must be asked from the day of the determination on.
@DisplayNameGeneration(ReplaceUnderscores.class)
class LongCaseListStoryTest {

    private static final String VILLAGE = "440233101203";
    private static final LocalDate FIRST = LocalDate.of(2025, 3, 3);
    private static final LocalDate DETERMINED = LocalDate.of(2025, 3, 14);
    private static final int MOST = 200;

    private static final Calls CALLS = Calls.start(
            "shouwang.inquiry.editions[0].from=2021-01-01",
            "shouwang.inquiry.editions[0].compare-days=5",
            "shouwang.inquiry.editions[0].source=a document",
            "shouwang.inquiry.editions[1].from=" + DETERMINED,
            "shouwang.inquiry.editions[1].compare-days=5",
            "shouwang.inquiry.editions[1].asked-in[0]=440233101",
            "shouwang.inquiry.editions[1].source=a later document");

    /// A step, who takes it, and its list in JSON: what holds for all, and what is said of each.
    private record Step(String name, Role role, String division, String common, Function<String, String> entry) {}

    private static final List<Step> STEPS = List.of(
            new Step(
                    "appraisal",
                    Role.VILLAGE_COMMITTEE,
                    VILLAGE,
                    "\"attendance\": 30, \"minutes\": \"评议03\",",
                    LongCaseListStoryTest::not),
            new Step("publicity", Role.VILLAGE_COMMITTEE, VILLAGE, "\"place\": \"村务公开栏\",", """
                    {"household": "%s", "notice": "公示五天。"}"""::formatted),
            new Step("publicity-end", Role.VILLAGE_COMMITTEE, VILLAGE, "", "\"%s\""::formatted),
            new Step("town-review", Role.TOWN_OFFICE, "440233101", "\"opinion\": \"同意\",", """
                    {"household": "%s"}"""::formatted),
            new Step("determination", Role.COUNTY_OFFICER, "440233", "\"decisionNo\": \"新审〔02〕\",", """
                    {"household": "%s", "category": "MARGINAL", "risks": ["ILLNESS"]}"""::formatted),
            new Step("announcement", Role.VILLAGE_COMMITTEE, VILLAGE, "\"place\": \"村务公开栏\",", "\"%s\""::formatted));

    private final String village = CALLS.token("cun01", Role.VILLAGE_COMMITTEE, VILLAGE);
    private final String town = CALLS.token("zhen01", Role.TOWN_OFFICE, "440233101");
    private final String county = CALLS.token("xian01", Role.COUNTY_OFFICER, "440233");

    @AfterAll
    static void stop() {
        CALLS.close();
    }

    @Test
    void two_hundred_households_go_the_whole_way_and_each_refusal_is_told() {
        var households = IntStream.range(0, MOST).mapToObj(this::signed).toList();
        var proposed = Set.copyOf(households.subList(0, MOST - 10));
        var spared = Set.copyOf(households.subList(0, 40));

        var appraised = done("appraisal", village, """
                {"attendance": 30, "minutes": "评议01", "on": "%s", "households": [%s]}""".formatted(
                        FIRST.plusDays(2), each(households, one -> proposed.contains(one) ? proposed(one) : not(one))));
        assertThat(appraised.get("done").asInt()).isEqualTo(MOST);
        assertThat(appraised.get("refused")).isEmpty();
        assertThat(told(AppraisalHeld.class)).isEqualTo(Set.copyOf(households));

        var hung = done(
                "publicity", village, """
                {"place": "村务公开栏", "on": "%s", "households": [%s]}""".formatted(FIRST.plusDays(3), each(households, one -> """
                        {"household": "%s", "notice": "拟纳入监测一户，公示五天。"}""".formatted(one))));
        assertThat(hung.get("done").asInt()).isEqualTo(proposed.size());
        assertThat(refused(hung, "identification.not-proposed")).hasSize(10).doesNotContainAnyElementsOf(proposed);
        assertThat(told(PublicityStarted.class)).isEqualTo(proposed);

        var ended = done("publicity-end", village, list(FIRST.plusDays(8), households));
        assertThat(ended.get("done").asInt()).isEqualTo(proposed.size());
        assertThat(refused(ended, "identification.out-of-order")).hasSize(10);
        var reviewed = done(
                "town-review", town, """
                {"opinion": "同意", "on": "%s", "households": [%s]}""".formatted(FIRST.plusDays(9), each(households, one -> """
                        {"household": "%s"}""".formatted(one))));
        assertThat(reviewed.get("done").asInt()).isEqualTo(proposed.size());

        spared.forEach(household -> CALLS.post(
                        "/households/" + household + "/comparison/sparing", county, """
                        {"paper": "低保核对2025-031", "on": "%s"}""".formatted(FIRST.plusDays(9)))
                .accepted());
        var determined =
                done("determination", county, """
                {"decisionNo": "新审〔01〕", "on": "%s", "households": [%s]}""".formatted(DETERMINED, each(households, one -> """
                        {"household": "%s", "category": "MARGINAL", "risks": ["ILLNESS"]}""".formatted(one))));
        assertThat(determined.get("done").asInt()).isEqualTo(spared.size());
        assertThat(refused(determined, "identification.out-of-order")).hasSize(10);
        assertThat(refused(determined, "identification.comparison-missing"))
                .hasSize(150)
                .doesNotContainAnyElementsOf(spared);
        assertThat(told(HouseholdDetermined.class)).isEqualTo(spared);
        assertThat(events(HouseholdDetermined.class).getFirst().decision().comparison())
                .hasToString("ComparisonRule[edition=2025-03-14, mandatory=true]");
    }

    @Test
    void who_is_named_twice_counts_once_with_what_was_told_last() {
        var household = signed(MOST);
        var appraised =
                done("appraisal", village, """
                {"attendance": 30, "minutes": "评议02", "on": "%s", "households": [%s, %s]}""".formatted(FIRST.plusDays(2), proposed(household), not(household)));
        assertThat(appraised.get("done").asInt()).isEqualTo(1);
        assertThat(appraised.get("refused")).isEmpty();
        var held = events(AppraisalHeld.class).stream()
                .filter(event -> event.household().toString().equals(household))
                .toList();
        assertThat(held)
                .singleElement()
                .satisfies(event -> assertThat(event.appraisal().proposal()).isNull());
    }

    @Test
    void every_step_takes_two_hundred_and_neither_more_nor_nobody() {
        var strangers = IntStream.rangeClosed(0, MOST)
                .mapToObj("00000000-0000-4000-8000-%012d"::formatted)
                .toList();
        for (var step : STEPS) {
            var done = ask(step, strangers.subList(0, MOST)).accepted().json();
            assertThat(done.get("done").asInt()).as(step.name()).isZero();
            assertThat(refused(done, "not-found")).as(step.name()).hasSize(MOST);
            assertThat(ask(step, strangers).status()).as(step.name()).isEqualTo(400);
            assertThat(ask(step, List.of()).status()).as(step.name()).isEqualTo(400);
        }
    }

    private Calls.Answer ask(Step step, List<String> households) {
        return CALLS.post(
                "/case-lists/" + step.name(), CALLS.token("xx01", step.role(), step.division()), """
                {%s "on": "%s", "households": [%s]}""".formatted(
                                step.common(), FIRST, each(households, step.entry())));
    }

    private static JsonNode done(String step, String token, String body) {
        return CALLS.post("/case-lists/" + step, token, body).accepted().json();
    }

    private static Set<String> refused(JsonNode done, String rule) {
        return done.get("refused").properties().stream()
                .filter(one -> one.getValue().asString().equals(rule))
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    private static <E extends IdentificationEvent> List<E> events(Class<E> type) {
        try (var events = CALLS.bean(LogEngine.class).after(-1)) {
            return events.map(Recorded::event)
                    .filter(type::isInstance)
                    .map(type::cast)
                    .toList();
        }
    }

    /// The households of which that was told, each once.
    private static Set<String> told(Class<? extends IdentificationEvent> type) {
        var households =
                events(type).stream().map(event -> event.household().toString()).toList();
        assertThat(households).doesNotHaveDuplicates();
        return new HashSet<>(households);
    }

    private static String each(List<String> households, Function<String, String> entry) {
        return households.stream().map(entry).collect(Collectors.joining(","));
    }

    private static String list(LocalDate on, List<String> households) {
        return """
                {"on": "%s", "households": [%s]}""".formatted(on, each(households, "\"%s\""::formatted));
    }

    private static String proposed(String household) {
        return """
                {"household": "%s", "inFavour": 28, "against": 1, "abstained": 1,
                 "conclusion": "PROPOSE", "category": "MARGINAL", "risks": ["ILLNESS"]}""".formatted(household);
    }

    private static String not(String household) {
        return """
                {"household": "%s", "inFavour": 2, "against": 28, "abstained": 0,
                 "conclusion": "DO_NOT_PROPOSE"}""".formatted(household);
    }

    /// A household that has been visited and has signed.
    private String signed(int number) {
        var member = String.format(Locale.ROOT, "00000000-0000-4000-8000-%012d", number);
        var household = CALLS.post("/households", village, """
                {"village": "%s", "baseType": "ORDINARY", "members": [
                  {"member": "%s", "person": {"name": "测某", "document": "%s", "relation": "HEAD",
                   "labour": "ORDINARY", "health": ["CHRONIC"], "student": false}}], "on": "%s"}""".formatted(VILLAGE, member, Ids.text(number), FIRST))
                .id();
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
                                from, from.plusMonths(12).minusDays(1), member, FIRST.plusDays(1)))
                .accepted();
        CALLS.post(steps + "/authorization", village, """
                {"signer": "%s", "how": "FINGERPRINT", "filledByHelper": true, "on": "%s"}""".formatted(member, FIRST.plusDays(1)))
                .accepted();
        return household;
    }
}
