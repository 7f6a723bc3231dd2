package cn.shouwang.monitoring;

import static org.assertj.core.api.Assertions.assertThat;

import cn.shouwang.monitoring.household.Persons;
import cn.shouwang.monitoring.household.Relation;
import cn.shouwang.platform.security.Role;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/// How the register is put right, over HTTP: a base type by two people, and a member who moves.
@DisplayNameGeneration(ReplaceUnderscores.class)
class RegisterStoryTest {

    private static final Calls CALLS = Calls.start();
    private static final String VILLAGE = "440233101203";
    private static final String NEXT_VILLAGE = "440233101204";

    private final LocalDate today = CALLS.today();
    private final String here = CALLS.token("cun01", Role.VILLAGE_COMMITTEE, VILLAGE);
    private final String there = CALLS.token("cun02", Role.VILLAGE_COMMITTEE, NEXT_VILLAGE);
    private final String town = CALLS.token("zhen01", Role.TOWN_OFFICE, "440233101");
    private final String county = CALLS.token("xian01", Role.COUNTY_OFFICER, "440233");
    private final String leader = CALLS.token("xian02", Role.COUNTY_LEADER, "440233");

    @AfterAll
    static void stop() {
        CALLS.close();
    }

    @Test
    void a_base_type_is_disputed_by_one_and_corrected_by_another_and_every_list_follows() {
        var household = registered(VILLAGE, Persons.MAN);
        var path = "/households/" + household + "/base-type/";
        CALLS.post(path + "correction", county, on()).refused("household.base-type-undisputed");
        CALLS.post(path + "dispute", county, dispute("ORDINARY")).refused("household.base-type-same");
        CALLS.post(path + "dispute", county, dispute("LIFTED")).accepted();
        assertThat(todo(county)).contains("BASE_TYPE " + household);
        CALLS.post(path + "correction", county, on()).refused("household.base-type-own-dispute");
        assertThat(file(household, town).get("baseType").asString()).isEqualTo("ORDINARY");

        CALLS.post(path + "correction", leader, on()).accepted();
        var file = file(household, town);
        assertThat(file.get("baseType").asString()).isEqualTo("LIFTED");
        assertThat(file.get("baseTypeDispute").get("evidence").asString()).isEqualTo("2020年脱贫户名册第3页");
        assertThat(CALLS.items("/households?division=" + VILLAGE, town))
                .filteredOn(row -> row.get("household").asString().equals(household))
                .singleElement()
                .satisfies(row -> assertThat(row.get("baseType").asString()).isEqualTo("LIFTED"));
        assertThat(todo(leader)).doesNotContain("BASE_TYPE " + household);
        assertThat(CALLS.items("/households/" + household + "/timeline", town))
                .extracting(row -> row.get("name").asString())
                .containsSubsequence("household.base-type-disputed", "household.base-type-corrected");
    }

    @Test
    void M13_a_member_moves_to_the_next_village_and_stays_the_same_person() {
        var from = registered(VILLAGE, Persons.WOMAN);
        var to = registered(NEXT_VILLAGE, "999999194001060007");
        var member = UUID.randomUUID().toString();
        CALLS.post("/households/" + from + "/members", here, """
                {"member": "%s", "on": "%s", "person": %s}\
                """.formatted(member, today, person(Persons.SON, "SON")))
                .accepted();
        CALLS.post("/households/" + from + "/members/" + member + "/description", here, """
                {"profile": {"particulars": {"phone": "13800000009", "nationalNumber": "4402330000000009"}}, "on": "%s"}\
                """.formatted(today))
                .accepted();
        var move = """
                {"to": "%s", "relation": "OTHER", "on": "%s"}\
                """.formatted(to, today);
        var path = "/households/" + from + "/members/" + member + "/move";
        assertThat(CALLS.post(path, here, move).status()).isIn(403, 404);
        CALLS.post(path, town, move).accepted();

        var arrived = member(
                CALLS.eventually("/households/" + to + "/file", there, file -> file.toString()
                        .contains(member)),
                member);
        assertThat(arrived.get("movedFrom").asString()).isEqualTo(from);
        assertThat(arrived.get("joined").asString()).isEqualTo("OTHER_HOUSEHOLD");
        var described = CALLS.eventually("/households/" + to + "/file", there, file -> member(file, member)
                .hasNonNull("nationalNumber"));
        assertThat(member(described, member).get("nationalNumber").asString()).isEqualTo("440233******0009");
        var left = member(file(from, here), member);
        assertThat(left.get("gone").asString()).isEqualTo("OTHER_HOUSEHOLD");
        assertThat(left.get("movedTo").asString()).isEqualTo(to);

        var wish = "{\"field\": \"DOCUMENT\", \"purpose\": \"VERIFICATION\"}";
        assertThat(CALLS.post("/households/" + to + "/members/" + member + "/reveals", there, wish)
                        .accepted()
                        .json()
                        .toString())
                .contains(document(Persons.SON));
        CALLS.post("/households/" + from + "/members/" + member + "/move", town, move)
                .refused("household.member-gone");
    }

    private String dispute(String type) {
        return """
                {"baseType": "%s", "reason": "建档时录错", "evidence": "2020年脱贫户名册第3页", "on": "%s"}\
                """.formatted(type, today);
    }

    private String on() {
        return "{\"on\": \"%s\"}".formatted(today);
    }

    private String registered(String village, String head) {
        return CALLS.post("/households", town, """
                {"village": "%s", "baseType": "ORDINARY", "on": "%s", "members": [{"person": %s}]}\
                """.formatted(village, today, person(head, "HEAD")))
                .id();
    }

    private static String person(String document, String relation) {
        return """
                {"name": "林守一", "document": "%s", "relation": "%s", "labour": "ORDINARY", "health": ["HEALTHY"],
                 "student": false}\
                """.formatted(document(document), relation);
    }

    private static String document(String number) {
        return Persons.of(number, Relation.HEAD).document().value();
    }

    private static JsonNode file(String household, String token) {
        return CALLS.get("/households/" + household + "/file", token);
    }

    private static JsonNode member(JsonNode file, String member) {
        return file.get("members")
                .valueStream()
                .filter(one -> one.get("member").asString().equals(member))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> todo(String token) {
        return CALLS.items("/todo", token).stream()
                .map(row ->
                        row.get("kind").asString() + " " + row.get("subject").asString())
                .toList();
    }
}
