package cn.shouwang.monitoring.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class WorkingDaysTest {

    private static final WorkingDays CALENDAR = WorkingDays.announced();

    @ParameterizedTest
    @ValueSource(strings = {"2025-01-26", "2025-02-08", "2025-04-27", "2025-09-28", "2025-10-11", "2026-02-14"})
    void a_weekend_day_that_makes_up_for_a_holiday_is_worked(LocalDate day) {
        assertThat(CALENDAR.isWorkingDay(day)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"2025-01-01", "2025-01-28", "2025-05-05", "2025-10-08", "2026-01-02", "2026-02-17"})
    void a_weekday_of_a_holiday_is_off(LocalDate day) {
        assertThat(CALENDAR.isWorkingDay(day)).isFalse();
    }

    @Test
    void an_ordinary_week_is_worked_from_monday_to_friday() {
        assertThat(CALENDAR.isWorkingDay(LocalDate.of(2025, 6, 13))).isTrue();
        assertThat(CALENDAR.isWorkingDay(LocalDate.of(2025, 6, 14))).isFalse();
        assertThat(CALENDAR.isWorkingDay(LocalDate.of(2025, 6, 15))).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "2025-03-03, 0, 2025-03-03",
        "2025-03-03, 5, 2025-03-10",
        "2025-03-07, 1, 2025-03-10",
        "2025-03-08, 1, 2025-03-10",
        "2025-01-24, 2, 2025-01-27", // the Sunday of the 26th is worked
        "2025-01-27, 4, 2025-02-08", // eight days of Spring Festival, then a worked Saturday
        "2025-09-26, 4, 2025-10-09", // Sunday 28th worked, then eight days of National Day
        "2026-02-13, 2, 2026-02-24"
    })
    void a_term_skips_holidays_and_counts_make_up_days(LocalDate from, int days, LocalDate end) {
        assertThat(CALENDAR.plusWorkingDays(from, days)).isEqualTo(end);
        assertThat(CALENDAR.workingDaysBetween(from, end)).isEqualTo(days);
    }

    @Test
    void nothing_has_passed_before_the_beginning() {
        assertThat(CALENDAR.workingDaysBetween(LocalDate.of(2025, 3, 10), LocalDate.of(2025, 3, 3)))
                .isZero();
        assertThatThrownBy(() -> CALENDAR.plusWorkingDays(LocalDate.of(2025, 3, 3), -1))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @CsvSource({"2021, 250", "2024, 251", "2025, 248", "2026, 248"})
    void the_working_days_of_a_year_are_as_many_as_were_announced(int year, int days) {
        assertThat(CALENDAR.workingDaysBetween(LocalDate.of(year - 1, 12, 31), LocalDate.of(year, 12, 31)))
                .isEqualTo(days);
    }

    @Test
    void six_years_are_covered_and_any_other_is_ordinary_weeks_and_says_so() {
        for (var year = 2021; year <= 2026; year++) {
            assertThat(CALENDAR.covered(year)).isTrue();
        }
        assertThat(CALENDAR.covered(2027)).isFalse();
        assertThat(CALENDAR.isWorkingDay(LocalDate.of(2027, 10, 1))).isTrue();
        assertThat(CALENDAR.isWorkingDay(LocalDate.of(2027, 10, 2))).isFalse();
    }
}
