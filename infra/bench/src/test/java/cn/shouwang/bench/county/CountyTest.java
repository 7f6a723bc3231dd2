package cn.shouwang.bench.county;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class CountyTest {

    private static final List<Village> VILLAGES = IntStream.range(0, 30)
            .mapToObj(i -> new Village("4402331012%02d".formatted(i), "示范村委会" + i))
            .toList();

    @Test
    void twenty_families_are_enough_for_every_fate() {
        assertThat(new County(1, VILLAGES).families(20))
                .extracting(Family::fate)
                .containsExactlyInAnyOrder(Fate.values());
    }

    @Test
    void every_way_to_be_heard_of_occurs() {
        assertThat(new County(2025, VILLAGES).families(100))
                .extracting(Family::arrival)
                .contains(Arrival.values());
    }

    @Test
    void who_came_today_has_come_no_further_than_the_board() {
        assertThat(new County(7, VILLAGES).families(2_000))
                .filteredOn(family -> family.arrival().isToday())
                .isNotEmpty()
                .noneMatch(family -> family.fate().steps().contains(Step.TAKE_DOWN));
    }

    @Test
    void a_report_is_waited_for_only_where_there_is_one() {
        assertThat(new County(8, VILLAGES).families(2_000))
                .filteredOn(family -> family.fate().name().startsWith("REPORT_"))
                .isNotEmpty()
                .allMatch(family -> family.arrival().isReport());
    }

    @Test
    void the_same_number_makes_the_same_household() {
        var village = VILLAGES.getFirst();
        assertThat(Household.in(village, new SplittableRandom(9)))
                .isEqualTo(Household.in(village, new SplittableRandom(9)))
                .isNotEqualTo(Household.in(village, new SplittableRandom(10)));
    }

    @Test
    void the_items_of_a_household_add_up_to_its_income() {
        var random = new SplittableRandom(11);
        for (var i = 0; i < 200; i++) {
            var household = Household.in(VILLAGES.getFirst(), random);
            var income = household.income(LocalDate.of(2025, 3, 9));
            var sum = income.items().stream()
                    .mapToInt(item -> item.block().equals("OPERATING_EXPENSE")
                            ? -item.amountYuan().intValueExact()
                            : item.amountYuan().intValueExact())
                    .sum();
            assertThat(sum)
                    .isEqualTo(household.incomePerHead() * household.members().size());
            assertThat(income.from()).isEqualTo("2024-03-01");
            assertThat(income.to()).isEqualTo("2025-02-28");
        }
    }

    @Test
    void a_household_above_the_line_is_there_for_sudden_hardship_only() {
        var random = new SplittableRandom(12);
        assertThat(IntStream.range(0, 500).mapToObj(_ -> Household.in(VILLAGES.getFirst(), random)))
                .allSatisfy(household -> assertThat(household.incomePerHead() > 11_610)
                        .isEqualTo(household.category().equals("SUDDEN_HARDSHIP")));
    }
}
