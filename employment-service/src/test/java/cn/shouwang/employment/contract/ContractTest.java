package cn.shouwang.employment.contract;

import static org.assertj.core.api.Assertions.assertThat;

import cn.shouwang.employment.contract.monitoring.HouseholdDetermined;
import cn.shouwang.employment.contract.monitoring.HouseholdDetermined.Member;
import cn.shouwang.employment.profile.LabourAbility;
import cn.shouwang.employment.profile.LabourProfileEvent.LabourProfileConfirmed;
import cn.shouwang.employment.profile.LabourProfileEvent.LabourProfileOpened;
import cn.shouwang.employment.profile.LabourProfileId;
import cn.shouwang.platform.messaging.Received;
import cn.shouwang.platform.store.Recorded;
import cn.shouwang.platform.test.ContractSamples;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import java.util.stream.Stream;
import org.axonframework.messaging.MetaData;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ContractTest {

    private static final String VILLAGE = "440233101203";
    private static final UUID HOUSEHOLD = UUID.fromString("7b0d6f1e-2a7c-4a57-9a0b-0d0c7c1f4e11");
    private static final UUID MEMBER = UUID.fromString("0c8f4a5e-6c0b-4b7e-8f0a-5a3f0f6f9b01");
    private static final LabourProfileId PROFILE = LabourProfileId.of("f2a9f3c4-5b0e-3d6f-9a55-2f8f3f6f1c01");
    private static final LocalDate ON = LocalDate.of(2025, 3, 2);
    private static final LabourProfileOpened OPENED =
            new LabourProfileOpened(PROFILE, VILLAGE, HOUSEHOLD, MEMBER, LabourAbility.ORDINARY, 1, ON);

    private final Published published = new Published();

    @Test
    void an_opened_profile_is_published_exactly_as_its_sample() {
        var outgoing = published.of(recorded(OPENED)).orElseThrow();

        assertThat(outgoing.type()).isEqualTo("employment.labour-profile-opened.v1");
        assertThat(outgoing.subject()).isEqualTo(PROFILE.toString());
        assertThat(ContractSamples.published(outgoing.data()))
                .isEqualTo(ContractSamples.sample("employment/labour-profile-opened.v1"));
    }

    @Test
    void a_confirmed_profile_and_what_is_not_ours_stay_at_home() {
        var confirmed = new LabourProfileConfirmed(PROFILE, VILLAGE, LabourAbility.ORDINARY, 2, ON);

        assertThat(published.of(recorded(confirmed))).isEmpty();
        assertThat(published.of(recorded("something else"))).isEmpty();
    }

    static Stream<JsonNode> determined() {
        return ContractSamples.samples("monitoring/household-determined.v1").stream();
    }

    @ParameterizedTest
    @MethodSource("determined")
    void a_determined_household_is_read_from_every_sample(JsonNode sample) {
        var received =
                new Received("monitoring", 7, HouseholdDetermined.TYPE, HOUSEHOLD.toString(), Instant.EPOCH, sample);
        var determined = received.as(HouseholdDetermined.class);

        assertThat(determined.household()).isEqualTo(HOUSEHOLD);
        assertThat(determined.village()).isEqualTo(VILLAGE);
        assertThat(determined.cycle()).isEqualTo(1);
        assertThat(determined.determinedOn()).isEqualTo(ON);
        assertThat(determined.members()).hasSize(4).startsWith(new Member(MEMBER, LabourAbility.ORDINARY));
    }

    private static Recorded recorded(Object event) {
        return new Recorded(3, PROFILE.toString(), 0, "id", Instant.EPOCH, event, MetaData.emptyInstance());
    }
}
