package cn.shouwang.monitoring.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class EditionsTest {

    private record Edition(LocalDate from, String text) implements Editions.Dated {}

    private static final Edition FIRST = new Edition(LocalDate.of(2021, 1, 1), "first");
    private static final Edition SECOND = new Edition(LocalDate.of(2025, 5, 27), "second");

    @Test
    void M15_an_edition_is_in_force_from_its_first_day_until_the_next_begins() {
        var editions = List.of(SECOND, FIRST);
        assertThat(Editions.on(editions, FIRST.from())).isEqualTo(FIRST);
        assertThat(Editions.on(editions, SECOND.from().minusDays(1))).isEqualTo(FIRST);
        assertThat(Editions.on(editions, SECOND.from())).isEqualTo(SECOND);
        assertThat(Editions.on(editions, SECOND.from().plusYears(9))).isEqualTo(SECOND);
    }

    @Test
    void for_days_before_all_of_them_the_earliest_counts() {
        assertThat(Editions.on(List.of(SECOND, FIRST), LocalDate.of(1949, 10, 1)))
                .isEqualTo(FIRST);
    }

    @Test
    void they_are_put_in_the_order_of_their_first_days() {
        assertThat(Editions.inOrder(List.of(SECOND, FIRST))).containsExactly(FIRST, SECOND);
    }
}
