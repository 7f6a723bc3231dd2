package cn.shouwang.monitoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.shouwang.monitoring.household.Persons;
import cn.shouwang.monitoring.household.Relation;
import cn.shouwang.platform.security.Role;
import java.time.Duration;
import java.time.LocalDate;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/// A town's policy and its incentive on their way to a household, and a year's duties, over HTTP.
@DisplayNameGeneration(ReplaceUnderscores.class)
class ToolboxStoryTest {

    private static final String VILLAGE = "440233101203";
    private static final String TOWN = "440233101";
    private static final String HEAD = "00000000-0000-4000-8000-000000000001";
    private static final Calls CALLS = Calls.start();

    private final String village = CALLS.token("cun01", Role.VILLAGE_COMMITTEE, VILLAGE);
    private final String town = CALLS.token("zhen01", Role.TOWN_OFFICE, TOWN);
    private final String county = CALLS.token("xian01", Role.COUNTY_OFFICER, "440233");
    private final String leader = CALLS.token("xian02", Role.COUNTY_LEADER, "440233");
    private final String sister = CALLS.token("cun02", Role.VILLAGE_COMMITTEE, "440233101204");

    @AfterAll
    static void stop() {
        CALLS.close();
    }

    @Test
    void a_policy_is_proposed_with_its_reasons_confirmed_and_its_reasons_forgotten_with_a_member() {
        var fault = CALLS.post("/policies/checks", town, """
                {"eligibility": "labour > 'one'"}""").json();
        assertThat(fault.at("/faults/0/column").asInt()).isEqualTo(8);
        CALLS.post("/policies", town, policy("labour > 'one'")).refused("toolbox.eligibility-faulty");
        CALLS.post("/policies", town, policy("labour > 0 && chronicallyIll > 0 && ages.exists(age, age > 50)"))
                .accepted();
        var published = CALLS.get("/public/policies?division=" + VILLAGE, "");
        assertThat(published.get(0).get("title").asString()).isEqualTo("慢病护理补助");

        var household = register();
        var matches = "/households/" + household + "/matches";
        CALLS.post(matches, village, "").accepted();
        CALLS.post(matches, village, "").refused("match.nothing-new");
        var proposal = CALLS.get(matches, town).at("/items/0");
        assertThat(proposal.get("version").asInt()).isEqualTo(1);
        assertThat(proposal.at("/facts/labour").asString()).isEqualTo("1");
        assertThat(proposal.at("/facts/chronicallyIll").asString()).isEqualTo("1");
        assertThat(proposal.get("facts").size()).isEqualTo(3);
        assertThat(CALLS.ask(matches, sister).status()).isEqualTo(404);

        assertThat(CALLS.get("/todo?size=200", town).toString()).contains("CONFIRM_MATCH");
        CALLS.post(matches + "/1/confirmation", town, on(CALLS.today())).accepted();
        assertThat(CALLS.get("/todo?size=200", town).toString()).doesNotContain("CONFIRM_MATCH");
        assertThat(CALLS.get("/matches?state=CONFIRMED", county)
                        .at("/items/0/decidedBy")
                        .asString())
                .isEqualTo("zhen01");

        var slip = slip(household);
        assertThat(CALLS.get("/households/" + household + "/timeline", village).toString())
                .contains("提出政策建议", "确认享受政策", "核定激励数量", "计算激励金额");

        forget(household);
        await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> {
            var forgotten = CALLS.get(matches, town).at("/items/0");
            assertThat(forgotten.get("forgotten").asBoolean()).isTrue();
            assertThat(forgotten.get("facts").size()).isEqualTo(1);
            assertThat(CALLS.get(slip, town).at("/quantities/0/evidence").asString())
                    .isEqualTo("已删除");
        });
    }

    /// Five months are paid from the first on at 100 yuan; the path of the slip.
    private String slip(String household) {
        CALLS.post("/incentive-rules", town, """
                {"division": "%s", "terms": {"title": "务工奖补", "unit": "WORK_MONTHS", "per": 1,
                 "tiers": [{"from": 0, "rateFen": 10000}], "capFen": 40000, "from": "2025-01-01", "source": "试2号"},
                 "on": "2025-01-01"}""".formatted(TOWN)).accepted();
        var path = "/households/" + household + "/incentives/2025";
        var blank = CALLS.get(path, village);
        assertThat(blank.get("quantities").size()).isZero();
        assertThat(blank.get("computations").size()).isZero();
        assertThat(blank.get("totalFen").asLong()).isZero();
        assertThat(CALLS.ask(path, sister).status()).isEqualTo(404);
        CALLS.post(path + "/quantities", village, """
                {"unit": "WORK_MONTHS", "amount": 5, "evidence": "张三开的证明", "on": "2025-11-01"}""").accepted();
        CALLS.post(path + "/computations", town, "").accepted();
        var slip = CALLS.get(path, village);
        assertThat(slip.get("totalFen").asLong()).isEqualTo(40_000);
        var line = slip.at("/computations/0/lines/0");
        assertThat(line.get("source").asString()).isEqualTo("incentive-" + household + "-2025@0");
        assertThat(line.get("amountFen").asLong()).isEqualTo(50_000);
        assertThat(line.get("cutFen").asLong()).isEqualTo(10_000);
        assertThat(CALLS.ask(path, sister).status()).isEqualTo(404);
        return path;
    }

    @Test
    void a_years_duties_are_handed_out_reported_and_confirmed_by_another() {
        var year = """
                {"county": "440233", "year": 2024, "on": "2024-02-01"}""";
        CALLS.post("/duties", county, year).accepted();
        CALLS.post("/duties", county, year).refused("duty.already-issued");
        await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> assertThat(
                        CALLS.get("/duties?year=2024", county).get("total").asInt())
                .isEqualTo(7 * 3 + 4 + 7));
        assertThat(CALLS.get("/duties?year=2024&overdue=true", town)
                        .get("total")
                        .asInt())
                .isEqualTo(3);

        var duty = "/duties/duty-2024-440233101-TOWN-make-key-task";
        CALLS.post(duty + "/report", county, report()).refused("duty.not-yours");
        CALLS.post(duty + "/report", town, report()).accepted();
        assertThat(CALLS.get("/todo?size=200", county).toString()).contains("CONFIRM_DUTY");
        CALLS.post(duty + "/confirmation", county, on(LocalDate.of(2024, 3, 2))).accepted();
        assertThat(CALLS.get("/duties?year=2024&state=CONFIRMED", town)
                        .at("/items/0/late")
                        .asBoolean(true))
                .isFalse();
    }

    private String register() {
        var answer = CALLS.post("/households", village, """
                {"village": "%s", "baseType": "ORDINARY", "members": [
                  {"member": "%s", "person": {"name": "林守一", "document": "%s", "relation": "HEAD",
                   "labour": "ORDINARY", "health": ["CHRONIC"], "student": false}}], "on": "2025-11-01"}""".formatted(
                VILLAGE, HEAD, Persons.of(Persons.MAN, Relation.HEAD).document().value()));
        return answer.id();
    }

    private void forget(String household) {
        var asked = CALLS.post("/households/" + household + "/members/" + HEAD + "/erasures", county, """
                {"ground": "CONSENT_WITHDRAWN", "reason": "本人申请"}""");
        var erasure = asked.id();
        CALLS.post("/erasures/" + erasure + "/approval", leader, "").accepted();
    }

    private static String policy(String eligibility) {
        return """
                {"division": "%s", "terms": {"title": "慢病护理补助", "family": "HEALTH", "risks": ["ILLNESS"],
                 "eligibility": "%s", "amountYuan": 300.00, "unit": "户", "standard": "每户300元", "documents": ["户口簿"],
                 "window": "镇便民服务中心", "from": "2025-01-01", "source": "试1号"}, "on": "2025-01-01"}""".formatted(TOWN, eligibility);
    }

    private static String report() {
        return """
                {"evidence": "镇党委会议纪要4号", "on": "2024-03-01"}""";
    }

    private static String on(LocalDate day) {
        return "{\"on\": \"" + day + "\"}";
    }
}
