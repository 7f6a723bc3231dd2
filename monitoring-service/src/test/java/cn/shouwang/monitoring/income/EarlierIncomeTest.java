package cn.shouwang.monitoring.income;

import static org.assertj.core.api.Assertions.assertThat;

import cn.shouwang.monitoring.income.Income.Net;
import cn.shouwang.monitoring.income.Income.Rule;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// The income of a visit as it was stored before there was a table of items.
@DisplayNameGeneration(ReplaceUnderscores.class)
class EarlierIncomeTest {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final LocalDate FROM = LocalDate.of(2024, 11, 1);
    private static final LocalDate TO = LocalDate.of(2025, 10, 31);
    private static final String VISIT = """
            {"income": {"from": "2024-11-01", "to": "2025-10-31", "items": [
               {"block": "WAGE", "code": "wages", "amountFen": 1000, "source": "SELF_DECLARED"},
               {"block": "OPERATING_EXPENSE", "code": "seed", "amountFen": 300, "source": "PAPER"},
               {"block": "PRODUCTION_TAX", "code": "tax", "amountFen": 50, "source": "PAPER"}],
              "members": 2, "disposableFen": 650, "perHeadFen": 325},
             "selfPaidFen": 9, "collector": "cun01"}""";

    @Test
    void every_figure_counted_and_was_collected_by_whoever_entered_the_visit() {
        var income = read();
        assertThat(income.items()).hasSize(3).allSatisfy(item -> {
            assertThat(item.standing()).isEqualTo(Standing.COUNTED);
            assertThat(item.proof()).isEqualTo(new Proof(FROM, TO, List.of(), "cun01", LocalDate.of(2025, 11, 2)));
        });
    }

    @Test
    void net_income_follows_from_the_items_and_there_is_no_reference_income() {
        var income = read();
        assertThat(income.net()).isEqualTo(new Net(700, 350));
        assertThat(income.reference()).isNull();
        assertThat(income.rule()).isEqualTo(new Rule(Formula.NATIONAL_FORM_2023, null, null, null));
    }

    @Test
    void M8_it_comes_out_the_same_again_without_a_table() {
        assertThat(Assessed.RULES.again(read(), "440233999999", 9)).contains(read());
    }

    private static Income read() {
        var visit = (ObjectNode) JSON.readTree(VISIT);
        EarlierIncome.complete(visit, "2025-11-02");
        return JSON.treeToValue(visit.get("income"), Income.class);
    }
}
