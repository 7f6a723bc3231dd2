package cn.shouwang.monitoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.shouwang.monitoring.household.Persons;
import cn.shouwang.monitoring.household.Relation;
import cn.shouwang.platform.policy.Policies;
import cn.shouwang.platform.security.Role;
import cn.shouwang.platform.store.Readers;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/// Households that were rejected and ask the town to look again, over HTTP.
@DisplayNameGeneration(ReplaceUnderscores.class)
class AppealStoryTest {

    private static final String OPENS_CASES = "policy-when-appeal-granted-then-open-identification";
    private static final String VILLAGE = "440233101203";
    private static final LocalDate REJECTED = LocalDate.of(2025, 3, 3);
    private static final LocalDate APPEALED = LocalDate.of(2025, 3, 11);
    private static final LocalDate ANSWERED = LocalDate.of(2025, 3, 13);

    private static Calls calls = Calls.start();

    private final String village = calls.token("cun01", Role.VILLAGE_COMMITTEE, VILLAGE);
    private final String town = calls.token("zhen01", Role.TOWN_OFFICE, "440233101");
    private final String otherTown = calls.token("zhen02", Role.TOWN_OFFICE, "440233102");

    @AfterAll
    static void stop() {
        calls.close();
    }

    @Test
    void a_granted_appeal_opens_a_case_by_itself() {
        var household = rejected(1);
        var appeal = "/households/" + household + "/appeal";
        calls.post(appeal, village, appeal(APPEALED)).accepted();
        assertThat(todo(household).get("step").asString()).isEqualTo("ANSWER_APPEAL");
        assertThat(todo(household).get("dueOn").asString()).isEqualTo("2025-03-18");
        calls.post(appeal, village, appeal(APPEALED)).refused("appeal.filed-already");
        assertThat(calls.post(appeal + "/grant", otherTown, grant()).code()).isEqualTo("access.out-of-division");

        calls.post(appeal + "/grant", town, grant()).accepted();
        calls.post(appeal + "/dismissal", town, dismissal()).refused("appeal.answered");
        var file = calls.eventually(
                "/households/" + household + "/file",
                village,
                page -> page.get("cycles").size() == 2);
        assertThat(file.get("cycles").get(1).get("visitBy").asString()).isEqualTo("2025-03-17");
        var told = file.get("cycles").get(0).get("appeal");
        assertThat(told.get("granted").asBoolean()).isTrue();
        assertThat(told.get("text").asString()).isEqualTo("漏算了药费");
        assertThat(told.get("explanation").asString()).isEqualTo("重新核实");
        assertThat(timeline(household))
                .contains("appeal.filed", "appeal.granted")
                .endsWith("identification.visit-assigned");
    }

    @Test
    void a_dismissed_appeal_leaves_the_rejection_as_it_is() {
        var household = rejected(2);
        var appeal = "/households/" + household + "/appeal";
        calls.post(appeal, village, appeal(APPEALED)).accepted();
        calls.post(appeal + "/dismissal", town, dismissal()).accepted();
        var file = calls.get("/households/" + household + "/file", village);
        assertThat(file.get("cycles")).hasSize(1);
        assertThat(file.get("cycles").get(0).get("appeal").get("granted").asBoolean())
                .isFalse();
        assertThat(calls.items("/todo?size=200", town)).noneMatch(item -> is("APPEAL", household, item));
    }

    @Test
    void who_has_a_case_again_by_then_is_verified_in_that() {
        var household = rejected(3);
        var appeal = "/households/" + household + "/appeal";
        calls.post(appeal, village, appeal(APPEALED)).accepted();
        calls.post("/households/" + household + "/identification", village, opening(APPEALED.plusDays(1)))
                .accepted();
        calls.post(appeal + "/grant", town, grant()).accepted();
        var next = rejected(4);
        calls.post("/households/" + next + "/appeal", village, appeal(APPEALED)).accepted();
        calls.post("/households/" + next + "/appeal/grant", town, grant()).accepted();
        calls.eventually(
                "/households/" + next + "/file",
                village,
                page -> page.get("cycles").size() == 2); // the policy is past both
        assertThat(calls.get("/households/" + household + "/file", village).get("cycles"))
                .hasSize(2);
    }

    /// The case of the appeal is decided by then, so that nothing but the memory of having reacted keeps the policy
    /// from opening a third.
    @Test
    void a_restart_between_grant_and_case_opens_one_case_also_when_the_policy_is_told_of_the_grant_again() {
        var household = rejected(7);
        calls.post("/households/" + household + "/appeal", village, appeal(APPEALED))
                .accepted();
        calls.bean(Policies.class).stop();
        calls.post("/households/" + household + "/appeal/grant", town, grant()).accepted();
        assertThat(cases(household)).isEqualTo(1);

        calls = calls.restarted();
        calls.eventually(
                "/households/" + household + "/file",
                village,
                page -> page.get("cycles").size() == 2);
        reject(household, ANSWERED);

        calls.bean(Policies.class).stop();
        await().until(() -> calls.bean(Readers.class).retire(OPENS_CASES, () -> {}));
        assertThat(calls.bean(Readers.class).position(OPENS_CASES)).isEqualTo(-1);
        calls = calls.restarted();
        var head = calls.bean(Readers.class).head() - 1;
        await().atMost(Duration.ofSeconds(30))
                .until(() -> calls.bean(Readers.class).position(OPENS_CASES) >= head);
        assertThat(cases(household)).isEqualTo(2);
        assertThat(timeline(household))
                .filteredOn("identification.opened"::equals)
                .hasSize(2);
    }

    private long cases(String household) {
        return calls.get("/households/" + household + "/file", village)
                .get("cycles")
                .size();
    }

    @Test
    void who_was_not_rejected_has_nothing_to_appeal_against() {
        var household = registered(5);
        calls.post("/households/" + household + "/appeal", village, appeal(APPEALED))
                .refused("appeal.no-rejection");
        calls.post("/households/" + household + "/identification", village, opening(REJECTED))
                .accepted();
        calls.post("/households/" + household + "/appeal", village, appeal(APPEALED))
                .refused("appeal.no-rejection");
        var late = rejected(6);
        calls.post("/households/" + late + "/appeal", village, appeal(REJECTED.plusMonths(3)))
                .refused("appeal.too-late");
    }

    private String rejected(int number) {
        var household = registered(number);
        var steps = "/households/" + household + "/identification";
        calls.post(steps, village, opening(REJECTED)).accepted();
        reject(household, REJECTED);
        return household;
    }

    private void reject(String household, LocalDate on) {
        calls.post("/households/" + household + "/identification/rejection", town, """
                {"reason": "NO_RISK", "explanation": "经核实不符合", "on": "%s"}""".formatted(on))
                .accepted();
    }

    private String registered(int number) {
        return calls.post("/households", village, """
                {"village": "%s", "baseType": "ORDINARY", "members": [
                  {"member": "00000000-0000-4000-8000-00000000000%d", "person": {"name": "林守一",
                   "document": "%s", "relation": "HEAD", "labour": "ORDINARY", "health": ["CHRONIC"],
                   "student": false}}], "on": "%s"}""".formatted(VILLAGE, number, document(number), REJECTED))
                .id();
    }

    private static String document(int number) {
        return Persons.of("99999919700101%03d4".formatted(number), Relation.HEAD)
                .document()
                .value();
    }

    private JsonNode todo(String household) {
        return calls.items("/todo?size=200", town).stream()
                .filter(item -> is("APPEAL", household, item))
                .findFirst()
                .orElseThrow();
    }

    private static boolean is(String kind, String household, JsonNode item) {
        return item.get("kind").asString().equals(kind)
                && item.get("subject").asString().equals(household);
    }

    private List<String> timeline(String household) {
        return calls.items("/households/" + household + "/timeline?size=200", village).stream()
                .map(item -> item.get("name").asString())
                .toList();
    }

    private static String opening(LocalDate on) {
        return """
                {"visitBy": "%s", "on": "%s"}""".formatted(on.plusDays(3), on);
    }

    private static String appeal(LocalDate on) {
        return """
                {"text": "漏算了药费", "on": "%s"}""".formatted(on);
    }

    private static String grant() {
        return """
                {"explanation": "重新核实", "visitBy": "2025-03-17", "on": "%s"}""".formatted(ANSWERED);
    }

    private static String dismissal() {
        return """
                {"explanation": "核算无误", "on": "%s"}""".formatted(ANSWERED);
    }
}
