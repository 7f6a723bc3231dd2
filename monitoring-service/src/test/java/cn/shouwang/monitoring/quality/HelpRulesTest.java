package cn.shouwang.monitoring.quality;

import static cn.shouwang.monitoring.quality.Help.AidKind.DEVELOPMENTAL;
import static cn.shouwang.monitoring.quality.Help.AidKind.ELSE;
import static cn.shouwang.monitoring.quality.Help.AidKind.OTHER_OR_TRAINING;
import static cn.shouwang.monitoring.quality.Help.AidKind.SECURITY;
import static cn.shouwang.monitoring.quality.Someone.head;
import static org.assertj.core.api.Assertions.assertThat;

import cn.shouwang.monitoring.clue.RiskType;
import cn.shouwang.monitoring.household.LabourAbility;
import cn.shouwang.monitoring.quality.Help.Removal;
import java.time.LocalDate;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class HelpRulesTest {

    private static final LocalDate MONTH_AGO = Facts.TODAY.minusMonths(1);
    private static final LocalDate HALF_A_YEAR_AGO = Facts.TODAY.minusMonths(6);

    @Test
    void Q15_there_is_a_measure_a_month_after_identification() {
        assertThat(since(MONTH_AGO).helped().found(RuleId.Q15)).containsExactly("no-measure");
        assertThat(since(MONTH_AGO.plusDays(1)).helped().found(RuleId.Q15)).isEmpty();
        assertThat(since(MONTH_AGO).helped(ELSE).found(RuleId.Q15)).isEmpty();
    }

    @Test
    void Q16_a_household_that_can_work_has_a_developmental_measure() {
        assertThat(since(MONTH_AGO).helped(ELSE).found(RuleId.Q16)).containsExactly("not-developmental");
        assertThat(since(HALF_A_YEAR_AGO).helped(ELSE).found(RuleId.Q16)).containsExactly("late");
        assertThat(since(HALF_A_YEAR_AGO).helped(ELSE, DEVELOPMENTAL).found(RuleId.Q16))
                .isEmpty();
        assertThat(since(MONTH_AGO.plusDays(1)).helped(ELSE).found(RuleId.Q16)).isEmpty();
        assertThat(Facts.of(head().able(LabourAbility.LOST))
                        .monitored(HALF_A_YEAR_AGO, 1, 1, RiskType.HOUSING)
                        .helped(ELSE)
                        .found(RuleId.Q16))
                .isEmpty();
    }

    @Test
    void Q16_security_alone_and_other_alone_are_not_enough() {
        assertThat(since(MONTH_AGO).helped(SECURITY).found(RuleId.Q16))
                .containsExactly("not-developmental", "only-security");
        assertThat(since(MONTH_AGO).helped(OTHER_OR_TRAINING).found(RuleId.Q16))
                .containsExactly("not-developmental", "only-other");
        assertThat(since(MONTH_AGO).helped(SECURITY, DEVELOPMENTAL).found(RuleId.Q16))
                .isEmpty();
    }

    @Test
    void Q17_a_risk_removed_by_assistance_has_income_a_measure_and_time() {
        var removed = Facts.of(head()).removed(Facts.TODAY.minusMonths(2));
        assertThat(removed.with(new Removal(true, Facts.TODAY, 99, 100)).found(RuleId.Q17))
                .containsExactly("income", "no-measure", "too-soon");
        assertThat(removed.with(new Removal(false, Facts.TODAY, 99, 100)).found(RuleId.Q17))
                .isEmpty();
        assertThat(Facts.of(head())
                        .removed(Facts.TODAY.minusMonths(2).minusDays(1))
                        .with(new Removal(true, Facts.TODAY, 100, 100), ELSE)
                        .found(RuleId.Q17))
                .isEmpty();
    }

    @Test
    void where_nothing_is_known_of_measures_nothing_is_found() {
        assertThat(since(HALF_A_YEAR_AGO).found(RuleId.Q15)).isEmpty();
        assertThat(since(HALF_A_YEAR_AGO).found(RuleId.Q16)).isEmpty();
        assertThat(since(HALF_A_YEAR_AGO).found(RuleId.Q17)).isEmpty();
    }

    private static Facts since(LocalDate day) {
        return Facts.of(head()).monitored(day, 1_000_000, 1, RiskType.HOUSING);
    }
}
