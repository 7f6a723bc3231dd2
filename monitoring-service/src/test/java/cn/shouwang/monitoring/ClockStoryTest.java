package cn.shouwang.monitoring;

import static org.assertj.core.api.Assertions.assertThat;

import cn.shouwang.monitoring.household.Persons;
import cn.shouwang.monitoring.household.Relation;
import cn.shouwang.platform.security.Role;
import java.time.LocalDate;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/// Cases that wait, over HTTP, with a service that looks at them all the time.
@DisplayNameGeneration(ReplaceUnderscores.class)
class ClockStoryTest {

    private static final String VILLAGE = "440233101203";
    private static final Calls CALLS =
            Calls.start("shouwang.clock.first-look=PT0S", "shouwang.clock.look-pause=PT0.2S");

    private final String village = CALLS.token("cun01", Role.VILLAGE_COMMITTEE, VILLAGE);
    private final String town = CALLS.token("zhen01", Role.TOWN_OFFICE, "440233101");
    private final String otherTown = CALLS.token("zhen02", Role.TOWN_OFFICE, "440233102");

    @AfterAll
    static void stop() {
        CALLS.close();
    }

    @Test
    void a_case_nobody_attends_to_turns_red_and_rises_to_the_town_by_itself() {
        var today = CALLS.today();
        var late = opened(Persons.MAN, 1, today.minusDays(60));
        var fresh = opened(Persons.WOMAN, 2, today);

        var risen = CALLS.eventually("/case-clocks?colour=RED&division=" + VILLAGE, town, page -> {
            var items = page.get("items");
            return !items.isEmpty() && items.get(0).hasNonNull("level");
        });
        assertThat(risen.get("items")).hasSize(1);
        var clock = risen.get("items").get(0);
        assertThat(clock.get("household").asString()).isEqualTo(late);
        assertThat(clock.get("step").asString()).isEqualTo("VISIT");
        assertThat(clock.get("level").asString()).isEqualTo("TOWN");
        assertThat(clock.get("risenOn").asString()).isEqualTo(today.toString());

        assertThat(step(late)).isEqualTo("SEE_TO_CASE_AS_TOWN");
        assertThat(CALLS.items("/households/" + late + "/timeline?size=200", town))
                .extracting(item -> item.get("name").asString())
                .containsOnlyOnce("clock.case-escalated");
        assertThat(CALLS.items("/case-clocks?colour=GREEN", town))
                .extracting(item -> item.get("household").asString())
                .containsExactly(fresh);
        assertThat(CALLS.items("/case-clocks", otherTown)).isEmpty();

        CALLS.post("/households/" + late + "/identification/rejection", town, """
                {"reason": "NO_RISK", "explanation": "经核实不符合", "on": "%s"}""".formatted(today))
                .accepted();
        assertThat(CALLS.items("/case-clocks?colour=RED", town)).isEmpty();
        assertThat(step(late)).isEmpty();
    }

    private String step(String household) {
        return CALLS.items("/todo?size=200", town).stream()
                .filter(item -> item.get("subject").asString().equals(household))
                .filter(item -> item.get("kind").asString().equals("CLOCK"))
                .map((JsonNode item) -> item.get("step").asString())
                .findFirst()
                .orElse("");
    }

    private String opened(String document, int number, LocalDate on) {
        var household = CALLS.post("/households", village, """
                {"village": "%s", "baseType": "ORDINARY", "members": [
                  {"member": "00000000-0000-4000-8000-00000000000%d", "person": {"name": "林守一",
                   "document": "%s", "relation": "HEAD", "labour": "ORDINARY", "health": ["CHRONIC"],
                   "student": false}}], "on": "%s"}""".formatted(
                                VILLAGE,
                                number,
                                Persons.of(document, Relation.HEAD).document().value(),
                                on))
                .id();
        CALLS.post("/households/" + household + "/identification", village, """
                {"visitBy": "%s", "on": "%s"}""".formatted(on.plusDays(3), on))
                .accepted();
        return household;
    }
}
