package cn.shouwang.monitoring.clue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.shouwang.platform.rule.RuleBroken;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

@DisplayNameGeneration(ReplaceUnderscores.class)
class RisksTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    @Test
    void M3_one_to_five_risks_keep_their_order_and_are_an_array_in_json() {
        var risks = Risks.of(RiskType.WATER, RiskType.ILLNESS);
        assertThat(JSON.writeValueAsString(risks)).isEqualTo("[\"WATER\",\"ILLNESS\"]");
        assertThat(JSON.readValue("[\"WATER\",\"ILLNESS\"]", Risks.class)).isEqualTo(risks);
        assertThat(new Risks(List.of(RiskType.values()).subList(0, 5)).names()).hasSize(5);
    }

    @Test
    void M3_none_and_six_are_refused() {
        refused("clue.risks-count", List.of());
        refused("clue.risks-count", List.of(RiskType.values()).subList(0, 6));
    }

    @Test
    void M3_a_risk_is_named_once() {
        refused("clue.risks-repeated", List.of(RiskType.ILLNESS, RiskType.WATER, RiskType.ILLNESS));
    }

    private static void refused(String rule, List<RiskType> types) {
        assertThatThrownBy(() -> new Risks(types))
                .isInstanceOfSatisfying(
                        RuleBroken.class, refusal -> assertThat(refusal.rule()).isEqualTo(rule));
    }
}
