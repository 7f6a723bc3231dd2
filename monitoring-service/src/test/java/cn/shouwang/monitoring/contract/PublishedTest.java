package cn.shouwang.monitoring.contract;

import static cn.shouwang.monitoring.identification.Case.DETERMINED;
import static cn.shouwang.monitoring.identification.Case.HOUSEHOLD;
import static cn.shouwang.monitoring.identification.Case.REJECTED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.shouwang.monitoring.notice.Papers;
import cn.shouwang.monitoring.removal.Way;
import cn.shouwang.platform.store.Recorded;
import java.time.Instant;
import java.util.List;
import org.axonframework.messaging.MetaData;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

@DisplayNameGeneration(ReplaceUnderscores.class)
class PublishedTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Published published = new Published();

    @Test
    void a_determined_household_is_published_under_its_id() {
        var outgoing = published.of(recorded(DETERMINED)).orElseThrow();
        assertThat(outgoing.type()).isEqualTo("monitoring.household-determined.v1");
        assertThat(outgoing.subject()).isEqualTo(HOUSEHOLD.toString());
        assertThat(JSON.readTree(JSON.writeValueAsString(outgoing.data()))).isEqualTo(JSON.readTree("""
                        {"household": "7b0d6f1e-2a7c-4a57-9a0b-0d0c7c1f4e11", "village": "440233999999", "cycle": 1,
                         "category": "MARGINAL", "risks": ["ILLNESS", "LABOUR_SHORTAGE"],
                         "determinedOn": "2025-11-12", "incomePerHeadFen": 1161000, "lineFen": 1161000,
                         "members": [
                           {"member": "00000000-0000-4000-8000-000000000001", "ability": "ORDINARY"},
                           {"member": "00000000-0000-4000-8000-000000000002", "ability": "WEAK_OR_HALF"}]}"""));
    }

    @Test
    void the_end_of_monitoring_is_published_and_that_it_goes_on_after_all() {
        assertTold(Way.REMOVED, "monitoring.risk-removed.v1", """
                {"household": "7b0d6f1e-2a7c-4a57-9a0b-0d0c7c1f4e11", "village": "440233999999", "cycle": 1,
                 "mode": "BY_ASSISTANCE", "removedOn": "2026-05-25", "months": 6, "incomePerHeadFen": 1161001,
                 "lineFen": 1161000}""");
        assertTold(Way.REVERTED, "monitoring.removal-reverted.v1", """
                {"household": "7b0d6f1e-2a7c-4a57-9a0b-0d0c7c1f4e11", "village": "440233999999", "cycle": 1,
                 "revertedOn": "2026-05-28"}""");
        assertTold(Way.CLOSED, "monitoring.natural-decrease-recorded.v1", """
                {"household": "7b0d6f1e-2a7c-4a57-9a0b-0d0c7c1f4e11", "village": "440233999999", "cycle": 1,
                 "ground": "ALL_DIED", "endedOn": "2026-05-20"}""");
    }

    @Test
    void what_leads_to_a_removal_stays_here() {
        for (var event : List.of(Way.PROPOSED, Way.VISITED, Way.BLOCKED, Way.APPRAISED, Way.REVIEWED, Papers.HUNG)) {
            assertThat(published.of(recorded(event))).isEmpty();
        }
    }

    private void assertTold(Object event, String type, String data) {
        var outgoing = published.of(recorded(event)).orElseThrow();
        assertThat(outgoing.type()).isEqualTo(type);
        assertThat(outgoing.subject()).isEqualTo(HOUSEHOLD.toString());
        assertThat(JSON.readTree(JSON.writeValueAsString(outgoing.data()))).isEqualTo(JSON.readTree(data));
    }

    @Test
    void a_rejection_stays_here() {
        assertThat(published.of(recorded(REJECTED))).isEmpty();
    }

    @Test
    void an_event_nobody_decided_about_is_not_passed_over_in_silence() {
        assertThatThrownBy(() -> published.of(recorded("a text"))).isInstanceOf(IllegalStateException.class);
    }

    private static Recorded recorded(Object event) {
        return new Recorded(7, "s", 0, "id", Instant.EPOCH, event, MetaData.emptyInstance());
    }
}
