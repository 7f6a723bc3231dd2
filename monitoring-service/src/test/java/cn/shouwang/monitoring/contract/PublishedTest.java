package cn.shouwang.monitoring.contract;

import static cn.shouwang.monitoring.identification.Case.DETERMINED;
import static cn.shouwang.monitoring.identification.Case.HOUSEHOLD;
import static cn.shouwang.monitoring.identification.Case.REJECTED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.shouwang.platform.store.Recorded;
import java.time.Instant;
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
