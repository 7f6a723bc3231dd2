package cn.shouwang.platform.test;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ContractSamplesTest {

    private static final String DETERMINED = "monitoring/household-determined.v1";

    static Stream<String> contracts() {
        return ContractSamples.all().stream();
    }

    @Test
    void the_contracts_are_found() {
        assertThat(ContractSamples.all()).contains(DETERMINED, "employment/labour-profile-opened.v1");
    }

    @ParameterizedTest
    @MethodSource("contracts")
    void every_sample_follows_its_schema(String contract) {
        assertThat(ContractSamples.samples(contract))
                .allSatisfy(sample ->
                        assertThat(ContractSamples.errors(contract, sample)).isEmpty());
    }

    /// Too deep to be one of all contracts.
    @Test
    void a_version_that_grew_has_a_sample_of_each_state_and_the_last_says_all() {
        var ripe = "orchard/pear/pear-ripe.v1";
        assertThat(ContractSamples.samples(ripe)).extracting(JsonNode::size).containsExactly(1, 2, 3);
        assertThat(ContractSamples.sample(ripe).size()).isEqualTo(3);
        assertThat(ContractSamples.all()).doesNotContain(ripe);
    }

    @ParameterizedTest
    @MethodSource("contracts")
    void every_schema_is_named_as_messages_name_it(String contract) {
        assertThat(ContractSamples.schema(contract).get("$id").asString())
                .isEqualTo("urn:shouwang:contract:" + contract.replace('/', ':'));
        assertThat(ContractSamples.schema(contract).get("title").asString())
                .isEqualTo("cn.shouwang." + contract.replace('/', '.'));
    }

    @ParameterizedTest
    @MethodSource("contracts")
    void no_contract_has_a_personal_field(String contract) {
        assertThat(ContractSamples.personalFields(ContractSamples.sample(contract)))
                .isEmpty();
        assertThat(ContractSamples.personalFields(ContractSamples.schema(contract)))
                .isEmpty();
    }

    @Test
    void a_personal_field_is_found_at_any_depth() {
        var sample = (ObjectNode) ContractSamples.sample(DETERMINED);
        var member = (ObjectNode) sample.get("members").get(0);
        member.put("phoneNumber", "-").put("id_card", "-").put("headName", "-").put("bankAccount", "-");
        assertThat(ContractSamples.personalFields(sample))
                .containsExactlyInAnyOrder("phoneNumber", "id_card", "headName", "bankAccount");
    }

    @Test
    void what_breaks_a_schema_is_told() {
        var sample = (ObjectNode) ContractSamples.sample(DETERMINED);
        sample.put("village", "440233");
        sample.put("determinedOn", "2025-02-30");
        sample.put("household", "7");
        sample.put("more", 1);
        sample.remove("cycle");
        assertThat(ContractSamples.errors(DETERMINED, sample)).hasSize(5);
    }
}
