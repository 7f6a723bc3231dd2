package cn.shouwang.employment.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import cn.shouwang.employment.contract.monitoring.HouseholdDetermined;
import cn.shouwang.employment.profile.LabourProfileCommand.OpenLabourProfile;
import cn.shouwang.platform.messaging.Received;
import cn.shouwang.platform.parking.Unreadable;
import cn.shouwang.platform.store.Accepted;
import cn.shouwang.platform.test.ContractSamples;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ObjectNode;

@DisplayNameGeneration(ReplaceUnderscores.class)
class WhenHouseholdDeterminedThenOpenLabourProfileTest {

    private record Sent(String part, Object command, String division) {}

    private static final UUID HOUSEHOLD = UUID.fromString("7b0d6f1e-2a7c-4a57-9a0b-0d0c7c1f4e11");
    private static final String FIRST = "0c8f4a5e-6c0b-4b7e-8f0a-5a3f0f6f9b01";
    private static final String SECOND = "0c8f4a5e-6c0b-4b7e-8f0a-5a3f0f6f9b02";
    private static final LocalDate ON = LocalDate.of(2025, 3, 2);
    private static final String VILLAGE = "440233101203";

    private final ObjectNode data = (ObjectNode) ContractSamples.sample("monitoring/household-determined.v1");
    private final WhenHouseholdDeterminedThenOpenLabourProfile policy =
            new WhenHouseholdDeterminedThenOpenLabourProfile();

    @Test
    void a_profile_is_opened_for_each_member_able_to_work_and_no_other() {
        assertThat(react())
                .extracting(Sent::part, Sent::command, Sent::division)
                .containsExactly(
                        tuple(FIRST, open(FIRST, LabourAbility.ORDINARY), "440233"),
                        tuple(SECOND, open(SECOND, LabourAbility.WEAK_OR_HALF), "440233"));
    }

    @Test
    void a_household_without_anyone_able_to_work_gets_nothing() {
        data.withArray("members").forEach(member -> ((ObjectNode) member).put("ability", "NONE"));

        assertThat(react()).isEmpty();
    }

    @Test
    void an_ability_this_service_does_not_know_is_refused() {
        data.withArray("members").forEach(member -> ((ObjectNode) member).put("ability", "FLYING"));

        assertThatThrownBy(this::react).isInstanceOf(Unreadable.class);
    }

    @Test
    void it_listens_to_determined_households() {
        assertThat(policy.types()).containsExactly("cn.shouwang.monitoring.household-determined.v1");
    }

    private List<Sent> react() {
        var sent = new ArrayList<Sent>();
        policy.react(
                new Received("monitoring", 7, HouseholdDetermined.TYPE, HOUSEHOLD.toString(), Instant.EPOCH, data),
                (part, command, division) -> {
                    sent.add(new Sent(part, command, division));
                    return new Accepted(part, sent.size(), true);
                });
        return sent;
    }

    private static OpenLabourProfile open(String member, LabourAbility ability) {
        return new OpenLabourProfile(HOUSEHOLD, UUID.fromString(member), VILLAGE, ability, 1, ON);
    }
}
