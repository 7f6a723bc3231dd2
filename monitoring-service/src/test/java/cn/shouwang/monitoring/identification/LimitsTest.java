package cn.shouwang.monitoring.identification;

import static org.assertj.core.api.Assertions.assertThat;

import cn.shouwang.monitoring.identification.Limits.Edition;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class LimitsTest {

    private static final Edition FIRST = new Edition(LocalDate.of(2021, 1, 1), 15, 5, 5, "first");
    private static final Edition SECOND = new Edition(LocalDate.of(2026, 1, 1), 20, 7, 5, "second");

    private final Limits limits = new Limits(List.of(SECOND, FIRST));

    @Test
    void an_edition_is_in_force_from_its_first_day_until_the_next() {
        assertThat(limits.on(LocalDate.of(2025, 12, 31))).isEqualTo(FIRST);
        assertThat(limits.on(LocalDate.of(2026, 1, 1))).isEqualTo(SECOND);
    }

    @Test
    void days_before_the_first_edition_follow_it() {
        assertThat(limits.on(LocalDate.of(2020, 1, 1))).isEqualTo(FIRST);
    }
}
