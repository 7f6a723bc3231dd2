package cn.shouwang.monitoring.income;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import cn.shouwang.monitoring.income.ItemTable.Row;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ItemTableTest {

    private static final LocalDate TODAY = LocalDate.of(2025, 11, 2);
    private static final LocalDate NEW_YEAR = LocalDate.of(2025, 1, 1);

    private static final ItemTable TABLE = ItemTableFile.read(List.of(
            "# a comment",
            "edition,2021-01-01,two forms",
            "gift,TRANSFER_IN,,never,,礼金,gift,F",
            "gift,TRANSFER_IN,440233,2025-01-01,2025-06-30,礼金,gift,county",
            "wage,WAGE,,,,工资,wage,F",
            "edition,2026-01-01,a later form",
            "wage,WAGE,,,,工资,wage,G"));

    @Test
    void the_nearest_place_has_the_word() {
        assertThat(standing("440233999999", NEW_YEAR)).isEqualTo(Standing.COUNTED);
        assertThat(standing("440234001001", NEW_YEAR)).isEqualTo(Standing.NEVER_COUNTED);
    }

    @Test
    void the_first_and_the_last_day_count() {
        var county = "440233999999";
        assertThat(standing(county, NEW_YEAR.minusDays(1))).isEqualTo(Standing.NOT_YET_COUNTED);
        assertThat(standing(county, LocalDate.of(2025, 6, 30))).isEqualTo(Standing.COUNTED);
        assertThat(standing(county, LocalDate.of(2025, 7, 1))).isEqualTo(Standing.NO_LONGER_COUNTED);
    }

    @Test
    void M15_an_edition_is_in_force_until_the_next_one_begins() {
        assertThat(TABLE.on(LocalDate.of(2025, 12, 31)).row("gift", "440233")).isPresent();
        assertThat(TABLE.on(LocalDate.of(2026, 1, 1)).row("gift", "440233")).isEmpty();
        assertThat(TABLE.edition(LocalDate.of(2025, 1, 1))).isEmpty();
    }

    @Test
    void a_place_has_one_row_of_each_item() {
        assertThat(TABLE.on(TODAY).at("440233999999")).extracting(Row::source).containsExactly("county", "F");
    }

    @Test
    void the_shipped_table_has_every_block_and_what_does_not_count() {
        var items = ItemTable.shipped().on(TODAY).at("440233999999");
        assertThat(items).extracting(Row::block).contains(Block.values());
        assertThat(items)
                .filteredOn(Row::never)
                .hasSize(11)
                .extracting(Row::code)
                .contains("loan", "insurance-payout");
        assertThat(items)
                .filteredOn(row -> row.countedFrom() != null)
                .extracting(Row::code)
                .containsExactly("education-aid", "disaster-relief", "social-relief", "anti-poverty-insurance");
        assertThat(items).allSatisfy(row -> assertThat(row.term()).isNotBlank());
    }

    @Test
    void a_table_that_contradicts_itself_is_not_read() {
        unread("edition,2021-01-01,F", "a,WAGE,,,,x,x,F", "a,PROPERTY,440233,,,x,x,F");
        unread("edition,2021-01-01,F", "a,WAGE,,,,x,x,F", "a,WAGE,,never,,x,x,F");
        unread("a,WAGE,,,,x,x,F");
        unread("edition,2021-01-01,F", "a,WAGE,,,x");
    }

    private static void unread(String... lines) {
        assertThatIllegalArgumentException().isThrownBy(() -> ItemTableFile.read(List.of(lines)));
    }

    private static Standing standing(String place, LocalDate day) {
        return TABLE.on(TODAY).row("gift", place).orElseThrow().standing(day, day);
    }
}
