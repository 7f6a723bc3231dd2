package cn.shouwang.platform.flag;

import static cn.shouwang.platform.flag.Ledger.CLERK;
import static cn.shouwang.platform.flag.Ledger.EDITION;
import static cn.shouwang.platform.flag.Ledger.MONDAY;
import static cn.shouwang.platform.flag.Ledger.PLACE;
import static cn.shouwang.platform.flag.Ledger.ZONE;
import static org.assertj.core.api.Assertions.assertThat;

import cn.shouwang.ledger.LedgerEvent.Noted;
import cn.shouwang.ledger.LedgerEvent.Struck;
import cn.shouwang.platform.security.Actor;
import java.time.LocalDate;
import java.time.LocalDateTime;
import org.bson.Document;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class LatenessProjectionTest {

    private static final String SISTER = "440233101204";
    private static final LocalDateTime TEN = MONDAY.atTime(10, 0);

    private final Ledger ledger = new Ledger(new LatenessProjection(Ledger.book(EDITION), ZONE));

    @Test
    void days_are_counted_for_the_place_and_all_it_lies_in() {
        noted(PLACE, 0).noted(PLACE, 0).noted(PLACE, 16).noted(SISTER, 3);
        assertThat(row(PLACE))
                .containsEntry("digits", 12)
                .containsEntry("count", 3)
                .containsEntry("late", 1)
                .containsEntry("least", 0L)
                .containsEntry("most", 16L)
                .containsEntry("days", new Document("0", 2).append("16", 1));
        assertThat(row("440233101")).containsEntry("digits", 9).containsEntry("count", 4);
        assertThat(row("440233"))
                .containsEntry("days", new Document("0", 2).append("16", 1).append("3", 1));
    }

    @Test
    void what_lies_in_no_village_is_counted_where_it_lies() {
        noted("440233101", 1);
        assertThat(ledger.views().rows())
                .extracting(found -> found.get("division"))
                .containsExactlyInAnyOrder("440233101", "440233");
    }

    @Test
    void the_month_is_that_of_the_recording_on_the_wall() {
        ledger.with(CLERK, LocalDateTime.of(2025, 4, 1, 0, 30), new Noted("a", PLACE, LocalDate.of(2025, 3, 31)));
        assertThat(ledger.views().again().rebuilt().rows())
                .allMatch(found -> "2025-04".equals(found.getString("month")));
    }

    @Test
    void a_fact_of_long_ago_is_counted_at_ten_years_and_told_exactly() {
        noted(PLACE, 99_999);
        assertThat(row(PLACE)).containsEntry("most", 99_999L).containsEntry("days", new Document("3653", 1));
    }

    @Test
    void what_is_dated_ahead_is_negative() {
        noted(PLACE, -2);
        assertThat(row(PLACE))
                .containsEntry("least", -2L)
                .containsEntry("late", 0)
                .containsEntry("days", new Document("-2", 1));
    }

    @Test
    void the_software_and_what_tells_no_day_are_not_counted() {
        ledger.with(Actor.policy("when", PLACE), TEN, new Noted("a", PLACE, MONDAY))
                .with(CLERK, TEN, new Struck("a", PLACE));
        assertThat(ledger.views().rows()).isEmpty();
    }

    private LatenessProjectionTest noted(String place, int daysBefore) {
        ledger.with(CLERK, TEN, new Noted("a", place, MONDAY.minusDays(daysBefore)));
        return this;
    }

    private Document row(String place) {
        return ledger.views().again().rebuilt().row("ledger.noted " + place + " 2025-03");
    }
}
