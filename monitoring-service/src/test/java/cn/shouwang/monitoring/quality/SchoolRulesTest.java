package cn.shouwang.monitoring.quality;

import static cn.shouwang.monitoring.quality.Someone.head;
import static cn.shouwang.monitoring.quality.Someone.son;
import static org.assertj.core.api.Assertions.assertThat;

import cn.shouwang.monitoring.household.Health;
import cn.shouwang.monitoring.profile.SchoolStatus;
import cn.shouwang.monitoring.profile.Schooling.Absence;
import cn.shouwang.monitoring.profile.Schooling.Education;
import cn.shouwang.monitoring.profile.Support;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class SchoolRulesTest {

    private static final Support YULU = new Support(false, false, false, false, true);

    @Test
    void Q04_education_or_school_status_but_not_both() {
        assertThat(Facts.of(head(), son().educated(Education.PRIMARY, SchoolStatus.JUNIOR_1))
                        .found(RuleId.Q04))
                .containsExactly("3:both");
        assertThat(Facts.of(head(), son().atSchool(SchoolStatus.JUNIOR_1)).found(RuleId.Q04))
                .isEmpty();
    }

    @Test
    void Q04_neither_is_a_gap_only_in_a_household_that_the_national_register_holds() {
        assertThat(Facts.of(head(), son().educated(null, null)).lifted().found(RuleId.Q04))
                .containsExactly("3:neither");
        assertThat(Facts.of(head().undescribed()).lifted().found(RuleId.Q04)).containsExactly("1:neither");
        assertThat(Facts.of(head().undescribed()).found(RuleId.Q04)).isEmpty();
    }

    @Test
    void Q05_a_pupil_of_a_primary_school_is_6_to_14() {
        assertThat(pupil(5, SchoolStatus.PRIMARY_1).found(RuleId.Q05)).containsExactly("3:age");
        assertThat(pupil(15, SchoolStatus.PRIMARY_6).found(RuleId.Q05)).containsExactly("3:age");
        assertThat(pupil(6, SchoolStatus.PRIMARY_1).found(RuleId.Q05)).isEmpty();
        assertThat(pupil(14, SchoolStatus.PRIMARY_6).found(RuleId.Q05)).isEmpty();
    }

    @Test
    void Q05_a_student_of_a_senior_or_vocational_school_is_15_to_20() {
        assertThat(pupil(14, SchoolStatus.SENIOR_1).found(RuleId.Q05)).containsExactly("3:age");
        assertThat(pupil(21, SchoolStatus.VOCATIONAL_3).found(RuleId.Q05)).containsExactly("3:age");
        assertThat(pupil(15, SchoolStatus.VOCATIONAL_1).found(RuleId.Q05)).isEmpty();
        assertThat(pupil(20, SchoolStatus.SENIOR_3).found(RuleId.Q05)).isEmpty();
        assertThat(pupil(30, SchoolStatus.POSTGRADUATE).found(RuleId.Q05)).isEmpty();
    }

    @Test
    void Q05_becomes_true_by_the_passing_of_days() {
        assertThat(pupil(14, SchoolStatus.PRIMARY_6).found(RuleId.Q05, Facts.TODAY.plusYears(1)))
                .containsExactly("3:age");
    }

    @Test
    void Q23_yulu_is_for_students_of_vocational_schools_and_colleges() {
        assertThat(Facts.of(head(), son().atSchool(SchoolStatus.SENIOR_1).supported(YULU))
                        .found(RuleId.Q23))
                .containsExactly("3:yulu");
        assertThat(Facts.of(head(), son().atSchool(SchoolStatus.VOCATIONAL_1).supported(YULU))
                        .found(RuleId.Q23))
                .isEmpty();
        assertThat(Facts.of(head(), son().atSchool(SchoolStatus.COLLEGE_1).supported(YULU))
                        .found(RuleId.Q23))
                .isEmpty();
    }

    @Test
    void Q25_who_is_not_at_school_for_illness_or_disability_is_not_healthy() {
        assertThat(Facts.of(head(), son().notAtSchool(Absence.ILLNESS)).found(RuleId.Q25))
                .containsExactly("3:absence");
        assertThat(Facts.of(head(), son().notAtSchool(Absence.DISABILITY)).found(RuleId.Q25))
                .containsExactly("3:absence");
        assertThat(Facts.of(head(), son().notAtSchool(Absence.OTHER)).found(RuleId.Q25))
                .isEmpty();
        assertThat(Facts.of(head(), son().notAtSchool(Absence.ILLNESS).with(Health.SERIOUS))
                        .found(RuleId.Q25))
                .isEmpty();
    }

    private static Facts pupil(int years, SchoolStatus status) {
        return Facts.of(head(), son().aged(years).atSchool(status));
    }
}
