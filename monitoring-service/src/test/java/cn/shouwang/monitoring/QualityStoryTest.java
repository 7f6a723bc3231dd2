package cn.shouwang.monitoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.shouwang.monitoring.household.Persons;
import cn.shouwang.monitoring.household.Relation;
import cn.shouwang.platform.security.Role;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/// Doubtful data from the entry to the end, over HTTP: found by the software, assigned, put right,
/// explained, forgotten.
@DisplayNameGeneration(ReplaceUnderscores.class)
class QualityStoryTest {

    private static final String VILLAGE = "440233101203";
    private final LocalDate today = LocalDate.now(ZoneId.of("Asia/Shanghai"));

    private static final Calls CALLS = Calls.start();

    private final String village = CALLS.token("cun01", Role.VILLAGE_COMMITTEE, VILLAGE);
    private final String town = CALLS.token("zhen01", Role.TOWN_OFFICE, "440233101");
    private final String county = CALLS.token("xian01", Role.COUNTY_OFFICER, "440233");
    private final String head = CALLS.token("xian09", Role.COUNTY_LEADER, "440233");

    @AfterAll
    static void stop() {
        CALLS.close();
    }

    @Test
    void an_assigned_issue_is_work_until_the_register_is_right() {
        var son = UUID.randomUUID().toString();
        var household = register(son, "DAUGHTER", "999999200105060031");
        var issue = found(household, "Q03", "OPEN");
        assertThat(issue.get("sentence").asString()).isEqualTo("与户主关系和性别不符");
        assertThat(issue.get("member").asString()).isEqualTo(son);

        act(household, issue, "assignment", """
                {"office": "%s", "dueOn": "%s", "on": "%s"}""".formatted(VILLAGE, today.plusDays(7), today));
        assertThat(body("/todo", village)).contains("CORRECT_DATA", household);
        assertThat(body("/households/" + household + "/timeline", village)).contains("发现数据疑点", "交办数据疑点");

        CALLS.post("/households/" + household + "/members/" + son + "/correction", village, """
                {"person": %s, "on": "%s"}""".formatted(
                                person("SON", "999999200105060031"), today))
                .accepted();
        found(household, "Q03", "FIXED");
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(body("/todo", village)).doesNotContain(household));
        assertThat(summary("Q03", "fixed")).isPositive();
    }

    @Test
    void an_explained_issue_stays_closed_and_its_words_go_with_whoever_is_forgotten() {
        var son = UUID.randomUUID().toString();
        var household = register(son, "DAUGHTER", "999999200105060051");
        var issue = found(household, "Q03", "OPEN");
        act(household, issue, "explanation", """
                {"reason": "户口簿如此登记", "on": "%s"}""".formatted(today));
        assertThat(found(household, "Q03", "EXPLAINED").get("reason").asString())
                .isEqualTo("户口簿如此登记");

        var erasure = CALLS.post("/households/" + household + "/members/" + son + "/erasures", county, """
                {"ground": "UNLAWFUL", "reason": "试验"}""")
                .id();
        CALLS.post("/erasures/" + erasure + "/approval", head, "").accepted();
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(body("/quality/issues?household=" + household, town))
                        .contains("已删除")
                        .doesNotContain("户口簿"));
    }

    private JsonNode found(String household, String rule, String state) {
        var path =
                "/quality/issues?household=%s&rule=%s&state=%s&division=%s".formatted(household, rule, state, VILLAGE);
        return CALLS.eventually(path, town, page -> !page.at("/items/0").isMissingNode())
                .at("/items/0");
    }

    private int summary(String rule, String figure) {
        return CALLS.items("/quality/summary?size=200", county).stream()
                .filter(line -> line.get("rule").asString().equals(rule)
                        && line.get("division").asString().equals("440233101"))
                .mapToInt(line -> line.get(figure).asInt())
                .sum();
    }

    private void act(String household, JsonNode issue, String act, String body) {
        CALLS.post("/quality/issues/" + household + "/" + issue.get("issue").asInt() + "/" + act, town, body)
                .accepted();
    }

    private String register(String son, String relation, String digits) {
        return CALLS.post("/households", village, """
                {"village": "%s", "baseType": "ORDINARY", "members": [{"person": %s},
                  {"member": "%s", "person": %s}], "on": "%s"}""".formatted(
                                VILLAGE, person("HEAD", "999999197001010010"), son, person(relation, digits), today))
                .id();
    }

    private static String person(String relation, String digits) {
        return """
                {"name": "林守一", "document": "%s", "relation": "%s", "labour": "ORDINARY", "health": ["CHRONIC"],
                 "student": false}""".formatted(Persons.of(digits, Relation.HEAD).document().value(), relation);
    }

    private static String body(String path, String token) {
        return CALLS.ask(path, token).accepted().text();
    }
}
