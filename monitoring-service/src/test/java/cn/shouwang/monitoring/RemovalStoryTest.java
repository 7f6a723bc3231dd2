package cn.shouwang.monitoring;

import static org.assertj.core.api.Assertions.assertThat;

import cn.shouwang.monitoring.household.Persons;
import cn.shouwang.monitoring.household.Relation;
import cn.shouwang.platform.security.Role;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/// Households on their way out of monitoring, over HTTP, with the lists and figures they leave behind.
@DisplayNameGeneration(ReplaceUnderscores.class)
class RemovalStoryTest {

    private static final String VILLAGE = "440233101203";
    private static final LocalDate FIRST = LocalDate.of(2025, 3, 3);
    private static final LocalDate LAST = LocalDate.of(2025, 10, 13);

    private static final Calls CALLS = Calls.start("shouwang.board.grace-days=100000");

    private final String village = CALLS.token("cun01", Role.VILLAGE_COMMITTEE, VILLAGE);
    private final String town = CALLS.token("zhen01", Role.TOWN_OFFICE, "440233101");
    private final String county = CALLS.token("xian01", Role.COUNTY_OFFICER, "440233");

    @AfterAll
    static void stop() {
        CALLS.close();
    }

    @Test
    void a_household_is_blocked_then_let_go_falls_back_and_comes_back_as_a_new_case() {
        var household = determined(1, 1, FIRST);
        var removal = "/households/" + household + "/removal";

        CALLS.post(removal, village, """
                {"mode": "NATURAL", "reason": "子女外出就业，收入稳定", "on": "%s"}""".formatted(LAST)).accepted();
        assertThat(todo(village, household).get("step").asString()).isEqualTo("VISIT_FOR_REMOVAL");
        CALLS.post(removal + "/visit", village, visit(LAST, "11610", true, 1)).accepted();
        assertThat(missing(household)).containsOnlyKeys("ABOVE_LINE", "NO_NEW_RISK");
        CALLS.post(removal + "/appraisal", village, appraisal()).refused("removal.out-of-order");

        CALLS.post(removal + "/visit", village, visit(LAST.plusDays(1), "21610.00", false, 1))
                .accepted();
        assertThat(missing(household)).isEmpty();
        CALLS.post(removal + "/appraisal", village, appraisal()).accepted();
        CALLS.post(removal + "/town-review", town, review()).refused("removal.notice-missing");
        CALLS.post(removal + "/notice", village, """
                {"place": "村务公开栏", "text": "拟消除风险一户，公示五天。", "on": "%s"}""".formatted(LAST.plusDays(3)))
                .accepted();
        var board = CALLS.get("/public/publicity?village=" + VILLAGE, "");
        assertThat(board.get(0).get("matter").asString()).isEqualTo("REMOVAL");
        CALLS.post(removal + "/objections", village, """
                {"by": "VILLAGER", "text": "仍有困难", "on": "%s"}""".formatted(LAST.plusDays(4)))
                .accepted();
        CALLS.post(removal + "/objections/1/resolution", village, """
                {"upheld": false, "explanation": "不属实", "on": "%s"}""".formatted(LAST.plusDays(5)))
                .accepted();
        CALLS.post(removal + "/notice-end", village, on(LAST.plusDays(8))).accepted();
        CALLS.post(removal + "/town-review", town, review()).accepted();
        CALLS.post(removal + "/determination", county, """
                {"decisionNo": "新消〔01〕", "on": "%s"}""".formatted(LAST.plusDays(10)))
                .accepted();
        CALLS.post(removal + "/announcement", village, """
                {"place": "村务公开栏", "on": "%s"}""".formatted(LAST.plusDays(11)))
                .accepted();

        assertThat(CALLS.get("/roster?town=" + VILLAGE, village).toString()).doesNotContain(household);
        var removed = CALLS.get("/roster?monitoring=REMOVED&town=" + VILLAGE, village)
                .get("items")
                .get(0);
        assertThat(removed.get("household").asString()).isEqualTo(household);
        assertThat(removed.get("removalMode").asString()).isEqualTo("NATURAL");
        assertThat(figure("KPI07", VILLAGE)).containsEntry("removed.NATURAL", 1L);

        CALLS.post(removal + "/reversion", county, """
                {"reason": "务工中断", "on": "%s"}""".formatted(LAST.plusDays(20)))
                .accepted();
        assertThat(CALLS.get("/roster?town=" + VILLAGE, village).toString()).contains(household);
        assertThat(figure("KPI07", VILLAGE)).containsEntry("reverted", 1L).doesNotContainKey("removed.NATURAL");
        CALLS.post("/households/" + household + "/identification", village, open(LAST.plusDays(21)))
                .refused("identification.already-monitored");

        var file = CALLS.get("/households/" + household + "/file", village)
                .get("exits")
                .get(0);
        assertThat(file.get("lastStep").asString()).isEqualTo("removal.reverted");
        assertThat(file.get("decision").get("checks").size()).isEqualTo(9);
        var timeline = CALLS.get("/households/" + household + "/timeline?size=100", village)
                .toString();
        assertThat(timeline).contains("风险消除条件不满足", "风险消除回退").doesNotContain("子女外出", "务工中断", "仍有困难");
    }

    @Test
    void with_assistance_a_household_is_let_go_only_once_a_measure_has_reached_it() {
        var household = determined(4, 7, FIRST);
        var home = "/households/" + household;
        CALLS.post(home + "/removal", village, """
                {"mode": "BY_ASSISTANCE", "on": "%s"}""".formatted(LAST)).accepted();
        CALLS.post(home + "/removal/visit", village, visit(LAST, "21610.00", false, 7))
                .accepted();
        assertThat(missing(household)).isEqualTo(Map.of("MEASURE_IN_PLACE", "ILLNESS"));

        var measure = "00000000-0000-4000-8000-0000000000f7";
        CALLS.post(home + "/measures", village, """
                {"measure": "%s", "members": [], "family": "HEALTH", "subItem": "大病救治", "risk": "ILLNESS",
                 "provider": "县卫健局", "start": "%s", "amountYuan": 500, "unit": "元",
                 "fundingSource": "衔接资金", "on": "%s"}""".formatted(measure, LAST, LAST))
                .accepted();
        CALLS.post(home + "/measures/" + measure + "/deliveries", village, delivery())
                .refused("assistance.not-running");
        CALLS.post(home + "/measures/" + measure + "/approval", town, on(LAST)).accepted();
        CALLS.post(home + "/removal/visit", village, visit(LAST.plusDays(1), "21610.00", false, 7))
                .accepted();
        assertThat(missing(household)).isEqualTo(Map.of("MEASURE_IN_PLACE", "ILLNESS"));
        CALLS.post(home + "/measures/" + measure + "/deliveries", village, delivery())
                .accepted();
        CALLS.post(home + "/removal/visit", village, visit(LAST.plusDays(2), "21610.00", false, 7))
                .accepted();
        assertThat(missing(household)).isEmpty();

        var listed = CALLS.get("/measures?risk=ILLNESS&division=" + VILLAGE, village)
                .get("items")
                .get(0);
        assertThat(listed.get("deliveredFen").asLong()).isEqualTo(50_000);
        var file = CALLS.get(home + "/file", village);
        assertThat(file.get("measures").get(0).get("state").asString()).isEqualTo("IN_PROGRESS");
    }

    @Test
    void when_the_last_member_has_died_monitoring_is_closed_by_itself() {
        var household = determined(2, 3, FIRST);
        CALLS.post("/households/" + household + "/members/" + member(3) + "/decrease", village, """
                {"reason": "DEATH", "on": "%s"}""".formatted(LAST))
                .accepted();

        var closed = CALLS.eventually("/roster?monitoring=CLOSED&town=" + VILLAGE, village, page -> !page.get("items")
                .isEmpty());
        assertThat(closed.get("items").get(0).get("household").asString()).isEqualTo(household);
        assertThat(CALLS.get("/households/" + household + "/file", village)
                        .get("closed")
                        .get("ground")
                        .asString())
                .isEqualTo("ALL_DIED");
    }

    @Test
    void figures_and_table_hold_what_the_lists_hold() {
        var household = determined(3, 5, FIRST);
        var ever = CALLS.get("/roster?town=" + VILLAGE, village).get("total").asLong()
                + CALLS.get("/roster?monitoring=REMOVED&town=" + VILLAGE, village)
                        .get("total")
                        .asLong()
                + CALLS.get("/roster?monitoring=CLOSED&town=" + VILLAGE, village)
                        .get("total")
                        .asLong();

        assertThat(figure("KPI01", VILLAGE)).containsEntry("ever", ever);
        assertThat(figure("KPI02", VILLAGE)).containsEntry("channel.WITHOUT_CLUE", ever);
        assertThat(figure("KPI04", VILLAGE)).containsEntry("days.median", 11L);
        assertThat(figure("KPI01", "440233101")).containsEntry("ever", ever);
        assertThat(CALLS.get("/figures/KPI01?division=440233101204", village)
                        .get("total")
                        .asInt())
                .isZero();
        assertThat(CALLS.ask("/figures/KPI99", village).status()).isEqualTo(404);

        var active = CALLS.get("/roster?town=" + VILLAGE, village).get("total").asLong();
        assertThat(figure("KPI05", VILLAGE)).containsEntry("active", active);
        assertThat(figure("KPI06", VILLAGE)).containsKey("unmet.ILLNESS");
        assertThat(figure("KPI08", VILLAGE)).containsEntry("at-or-below-line", active);
        assertThat(figure("KPI09", VILLAGE)).isNotEmpty();
        assertThat(figure("KPI10", VILLAGE)).containsEntry("never", ever);
        var book = Book.sheets(CALLS.download("/tables/T1", village));
        assertThat(book.get("监测对象名册")).anyMatch(row -> row.contains(household)).noneMatch(row -> row.contains("林守一"));
        assertThat(book.get("动态汇总")).anyMatch(row -> row.contains("category.MARGINAL"));
        assertThat(sheet("T2", "自然增减")).noneMatch(row -> row.contains(household));
        assertThat(sheet("T3", "帮扶覆盖")).anyMatch(row -> row.contains("not-helped"));
        assertThat(sheet("T4", "收入明细")).anyMatch(row -> row.contains(household) && row.contains("11610"));
        assertThat(sheet("T5", "三保障和饮水安全")).anyMatch(row -> row.contains(household));
        assertThat(CALLS.ask("/tables/T99", village).status()).isEqualTo(404);

        CALLS.post("/households/" + household + "/members", village, """
                {"member": "%s", "reason": "BIRTH", "on": "%s",
                 "person": {"name": "林新生", "document": "%s", "relation": "DAUGHTER", "labour": "NONE",
                  "health": ["HEALTHY"], "student": false}}""".formatted(member(9), LAST, document(8)))
                .accepted();
        assertThat(sheet("T2", "自然增减"))
                .anyMatch(row -> row.contains(household)
                        && row.containsAll(List.of("增加", "新生儿", LAST.toString()))
                        && !row.contains("林新生"));
    }

    private List<List<String>> sheet(String table, String name) {
        return Book.sheets(CALLS.download("/tables/" + table, village)).getOrDefault(name, List.of());
    }

    private Map<String, Long> figure(String code, String division) {
        var figures = new HashMap<String, Long>();
        for (var line : CALLS.get("/figures/" + code + "?size=200&division=" + division, county)
                .get("items")) {
            if (line.get("division").asString().equals(division)) {
                figures.put(line.get("measure").asString(), line.get("amount").asLong());
            }
        }
        return figures;
    }

    private Map<String, String> missing(String household) {
        var missing = new HashMap<String, String>();
        for (var check : CALLS.get("/households/" + household + "/file", village)
                .get("exits")
                .get(0)
                .get("checks")) {
            if (check.get("outcome").asString().equals("MISSING")) {
                missing.put(
                        check.get("criterion").asString(), check.path("found").asString(""));
            }
        }
        return missing;
    }

    /// A household of one person, monitored on the day eleven days after `from`.
    private String determined(int number, int member, LocalDate from) {
        var household = CALLS.post(
                        "/households", village, """
                {"village": "%s", "baseType": "ORDINARY", "members": [
                  {"member": "%s", "person": {"name": "林守一", "document": "%s", "relation": "HEAD",
                   "labour": "ORDINARY", "health": ["CHRONIC"], "student": false}}], "on": "%s"}""".formatted(VILLAGE, member(member), document(number), from))
                .id();
        var steps = "/households/" + household + "/identification";
        CALLS.post(steps, village, open(from)).accepted();
        CALLS.post(steps + "/visit", village, form(from.plusDays(1), "11610", member))
                .accepted();
        CALLS.post(steps + "/authorization", village, """
                {"signer": "%s", "how": "FINGERPRINT", "filledByHelper": true, "on": "%s"}""".formatted(member(member), from.plusDays(1)))
                .accepted();
        CALLS.post(steps + "/appraisal", village, """
                {"attendance": 30, "inFavour": 28, "against": 1, "abstained": 1, "conclusion": "PROPOSE",
                 "category": "MARGINAL", "risks": ["ILLNESS"], "minutes": "评议01", "on": "%s"}""".formatted(from.plusDays(2)))
                .accepted();
        CALLS.post(steps + "/publicity", village, """
                {"place": "村务公开栏", "notice": "拟纳入监测一户，公示五天。", "on": "%s"}""".formatted(from.plusDays(3)))
                .accepted();
        CALLS.post(steps + "/publicity-end", village, on(from.plusDays(8))).accepted();
        CALLS.post(steps + "/town-review", town, """
                {"opinion": "同意", "on": "%s"}""".formatted(from.plusDays(9)))
                .accepted();
        CALLS.post(steps + "/determination", county, """
                {"decisionNo": "新审〔01〕", "category": "MARGINAL", "risks": ["ILLNESS"], "on": "%s"}""".formatted(from.plusDays(11)))
                .accepted();
        return household;
    }

    private static String delivery() {
        return """
                {"amountYuan": 500, "evidence": "银行回单", "on": "%s"}""".formatted(LAST.plusDays(1));
    }

    private static String visit(LocalDate on, String wage, boolean newRisk, int member) {
        return """
                {"visit": %s, "stableMonths": 6, "expenseSolved": true, "risksGone": ["ILLNESS"], "newRisk": %s}""".formatted(form(on, wage, member), newRisk);
    }

    private static String form(LocalDate on, String wage, int member) {
        var from = on.withDayOfMonth(1).minusMonths(12);
        return """
                {"visitors": [{"account": "cun01", "title": "委员", "relativeOfHousehold": false},
                              {"account": "zu01", "title": "组长", "relativeOfHousehold": true}],
                 "guarantees": {"housingProblem": false, "childOutOfSchool": false, "waterProblem": false,
                                "memberUninsured": false},
                 "income": {"from": "%s", "to": "%s", "items": [
                   {"block": "WAGE", "code": "local-work", "amountYuan": %s, "source": "SELF_DECLARED"}]},
                 "selfPaidYuan": 3500, "seen": [{"member": "%s", "ability": "ORDINARY"}], "on": "%s"}""".formatted(from, from.plusMonths(12).minusDays(1), wage, member(member), on);
    }

    private static String appraisal() {
        return """
                {"attendance": 30, "inFavour": 28, "against": 1, "abstained": 1, "minutes": "评议02", "on": "%s"}""".formatted(LAST.plusDays(2));
    }

    private static String review() {
        return """
                {"passed": true, "opinion": "同意消除", "on": "%s"}""".formatted(LAST.plusDays(9));
    }

    private static String open(LocalDate on) {
        return """
                {"visitBy": "%s", "on": "%s"}""".formatted(on.plusDays(3), on);
    }

    private static String on(LocalDate day) {
        return "{\"on\": \"" + day + "\"}";
    }

    private static String member(int number) {
        return "00000000-0000-4000-8000-00000000000" + number;
    }

    private static String document(int number) {
        return Persons.of("99999919700101%03d4".formatted(number), Relation.HEAD)
                .document()
                .value();
    }

    private JsonNode todo(String token, String household) {
        for (var item : CALLS.get("/todo?size=200", token).get("items")) {
            if (item.get("subject").asString().equals(household)
                    && item.get("kind").asString().equals("REMOVAL")) {
                return item;
            }
        }
        throw new AssertionError("nothing to do for the removal");
    }
}
