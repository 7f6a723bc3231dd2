package cn.shouwang.monitoring.quality;

import static cn.shouwang.monitoring.quality.Someone.head;
import static cn.shouwang.monitoring.quality.Someone.son;
import static cn.shouwang.monitoring.quality.Someone.wife;
import static org.assertj.core.api.Assertions.assertThat;

import cn.shouwang.monitoring.clue.RiskType;
import cn.shouwang.monitoring.household.Health;
import cn.shouwang.monitoring.household.LabourAbility;
import cn.shouwang.monitoring.household.Relation;
import cn.shouwang.monitoring.profile.House;
import cn.shouwang.monitoring.profile.Work;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class CaseRulesTest {

    private static final Work WORK =
            new Work(false, new Work.Place(null, "某工业区", false), 6, null, null, null, null, null);

    @Test
    void nothing_is_found_in_a_household_of_which_all_is_told() {
        var facts = Facts.of(head().with(Health.CHRONIC), wife(), son())
                .lifted()
                .monitored(RiskType.ILLNESS)
                .helped(Help.AidKind.DEVELOPMENTAL);
        assertThat(Rules.findings(facts.facts(Facts.TODAY))).isEmpty();
    }

    @Test
    void every_rule_is_there_once_in_its_order() {
        assertThat(Rules.ALL).extracting(Rule::id).containsExactly(RuleId.values());
    }

    @Test
    void Q13_who_lives_in_a_dangerous_house_is_monitored() {
        assertThat(Facts.of(head()).living(House.Grade.C).found(RuleId.Q13)).containsExactly("house");
        assertThat(Facts.of(head()).living(House.Grade.D).removed(Facts.TODAY).found(RuleId.Q13))
                .containsExactly("house");
        assertThat(Facts.of(head()).living(House.Grade.B).found(RuleId.Q13)).isEmpty();
        assertThat(Facts.of(head())
                        .living(House.Grade.D)
                        .monitored(RiskType.HOUSING)
                        .found(RuleId.Q13))
                .isEmpty();
    }

    @Test
    void Q14_of_a_monitored_household_wage_and_guarantees_are_told() {
        assertThat(Facts.of(head().undescribed())
                        .undescribed()
                        .monitored(Facts.TODAY, 0, 0, RiskType.HOUSING)
                        .found(RuleId.Q14))
                .containsExactly("1:insurances", "1:schooling", "housing", "wage", "water");
        assertThat(Facts.of(head()).monitoredUnvisited().found(RuleId.Q14)).containsExactly("visit");
        assertThat(Facts.of(head()).monitored(RiskType.HOUSING).found(RuleId.Q14))
                .isEmpty();
        assertThat(Facts.of(head().undescribed()).undescribed().found(RuleId.Q14))
                .isEmpty();
    }

    @Test
    void Q18_for_the_risk_of_illness_somebody_is_ill_and_paid_for_it() {
        assertThat(Facts.of(head().with(Health.DISABLED))
                        .monitored(Facts.TODAY, 1, 0, RiskType.ILLNESS)
                        .found(RuleId.Q18))
                .containsExactly("nobody-ill", "nothing-paid");
        assertThat(Facts.of(head().with(Health.SERIOUS))
                        .monitored(RiskType.ILLNESS)
                        .found(RuleId.Q18))
                .isEmpty();
        assertThat(Facts.of(head()).monitored(RiskType.HOUSING).found(RuleId.Q18))
                .isEmpty();
    }

    @Test
    void Q19_for_the_risk_of_unstable_work_somebody_can_work_and_did() {
        assertThat(Facts.of(head().able(LabourAbility.LOST))
                        .monitored(RiskType.UNSTABLE_WORK)
                        .found(RuleId.Q19))
                .containsExactly("no-work", "nobody-able");
        assertThat(Facts.of(head()).monitored(RiskType.UNSTABLE_WORK).found(RuleId.Q19))
                .containsExactly("no-work");
        assertThat(Facts.of(head().working(WORK))
                        .monitored(RiskType.UNSTABLE_WORK)
                        .found(RuleId.Q19))
                .isEmpty();
        assertThat(Facts.of(head()).monitored(RiskType.HOUSING).found(RuleId.Q19))
                .isEmpty();
    }

    @Test
    void Q20_four_of_whom_half_have_full_labour_do_not_lack_it() {
        var mother = Someone.of(4, "999999194001010028", Relation.MOTHER).able(LabourAbility.NONE);
        var four = Facts.of(head(), wife(), son().able(LabourAbility.NONE), mother);
        assertThat(four.monitored(RiskType.LABOUR_SHORTAGE).found(RuleId.Q20)).containsExactly("labour");
        assertThat(four.monitored(RiskType.HOUSING).found(RuleId.Q20)).isEmpty();
        assertThat(Facts.of(head(), wife().able(LabourAbility.WEAK_OR_HALF), son().able(LabourAbility.NONE), mother)
                        .monitored(RiskType.LABOUR_SHORTAGE)
                        .found(RuleId.Q20))
                .isEmpty();
        assertThat(Facts.of(head(), wife(), son())
                        .monitored(RiskType.LABOUR_SHORTAGE)
                        .found(RuleId.Q20))
                .isEmpty();
    }

    @Test
    void Q21_a_household_without_labour_is_marked_as_backed_up() {
        var without = Facts.of(head().able(LabourAbility.LOST), wife().able(LabourAbility.NONE));
        assertThat(without.monitored(RiskType.DISABILITY).found(RuleId.Q21)).containsExactly("backstop");
        assertThat(without.monitored(RiskType.DISABILITY).backedUp().found(RuleId.Q21))
                .isEmpty();
        assertThat(without.found(RuleId.Q21)).isEmpty();
        assertThat(Facts.of(head().able(LabourAbility.WEAK_OR_HALF))
                        .monitored(RiskType.DISABILITY)
                        .found(RuleId.Q21))
                .isEmpty();
    }

    @Test
    void Q26_a_wage_at_identification_is_none_or_more_than_a_little() {
        assertThat(wage(9_999).found(RuleId.Q26)).containsExactly("wage");
        assertThat(wage(10_000).found(RuleId.Q26)).isEmpty();
        assertThat(wage(0).found(RuleId.Q26)).isEmpty();
    }

    private static Facts wage(long fen) {
        return Facts.of(head()).monitored(Facts.TODAY, fen, 1, RiskType.HOUSING);
    }
}
