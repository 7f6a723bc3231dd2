package cn.shouwang.monitoring.quality;

import static cn.shouwang.monitoring.quality.Someone.head;
import static cn.shouwang.monitoring.quality.Someone.son;
import static org.assertj.core.api.Assertions.assertThat;

import cn.shouwang.monitoring.household.Health;
import cn.shouwang.monitoring.profile.SchoolStatus;
import cn.shouwang.monitoring.profile.Support;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class HealthRulesTest {

    private static final Support TEKUN = new Support(false, true, false, false, false);

    @Test
    void Q06_health_is_told() {
        assertThat(Facts.of(head(), son().with(new Health[0])).found(RuleId.Q06))
                .containsExactly("3:health");
        assertThat(Facts.of(head(), son()).found(RuleId.Q06)).isEmpty();
    }

    @Test
    void Q11_two_medical_insurances_are_one_too_many() {
        assertThat(Facts.of(head().insured(true, true, true)).found(RuleId.Q11)).containsExactly("1:both");
        assertThat(Facts.of(head().insured(true, false, true)).found(RuleId.Q11))
                .isEmpty();
    }

    @Test
    void Q11_no_insurance_is_a_gap_only_in_a_household_that_the_national_register_holds() {
        assertThat(Facts.of(head().insured(false, false, false)).lifted().found(RuleId.Q11))
                .containsExactly("1:neither", "1:serious");
        assertThat(Facts.of(head().insured(false, true, true)).lifted().found(RuleId.Q11))
                .isEmpty();
        assertThat(Facts.of(head().insured(false, false, false)).found(RuleId.Q11))
                .isEmpty();
    }

    @Test
    void Q24_tekun_is_for_the_old_the_young_and_the_disabled() {
        assertThat(Facts.of(head().aged(18).supported(TEKUN)).found(RuleId.Q24)).containsExactly("1:tekun");
        assertThat(Facts.of(head().aged(59).supported(TEKUN)).found(RuleId.Q24)).containsExactly("1:tekun");
        assertThat(Facts.of(head().aged(60).supported(TEKUN)).found(RuleId.Q24)).isEmpty();
        assertThat(Facts.of(head().aged(17).supported(TEKUN)).found(RuleId.Q24)).isEmpty();
        assertThat(Facts.of(head().aged(40).supported(TEKUN).with(Health.DISABLED))
                        .found(RuleId.Q24))
                .isEmpty();
        assertThat(Facts.of(head().aged(19).supported(TEKUN).atSchool(SchoolStatus.SENIOR_3))
                        .found(RuleId.Q24))
                .isEmpty();
        assertThat(Facts.of(head().aged(40)).found(RuleId.Q24)).isEmpty();
    }
}
