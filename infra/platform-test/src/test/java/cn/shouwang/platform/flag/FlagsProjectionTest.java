package cn.shouwang.platform.flag;

import static cn.shouwang.platform.flag.Ledger.CLERK;
import static cn.shouwang.platform.flag.Ledger.MONDAY;
import static cn.shouwang.platform.flag.Ledger.PLACE;
import static cn.shouwang.platform.flag.Ledger.TOWN;
import static cn.shouwang.platform.flag.Ledger.ZONE;
import static org.assertj.core.api.Assertions.assertThat;

import cn.shouwang.ledger.LedgerEvent.Noted;
import cn.shouwang.ledger.LedgerEvent.Passed;
import cn.shouwang.ledger.LedgerEvent.Pictured;
import cn.shouwang.ledger.LedgerEvent.Sheet;
import cn.shouwang.ledger.LedgerEvent.Struck;
import cn.shouwang.ledger.LedgerEvent.Submitted;
import cn.shouwang.ledger.LedgerEvent.Surveyed;
import cn.shouwang.platform.event.Placed;
import cn.shouwang.platform.flag.FlagEvent.FlagExplained;
import cn.shouwang.platform.flag.FlagEvent.FlagReviewed;
import cn.shouwang.platform.flag.FlagRules.Edition;
import cn.shouwang.platform.reading.Purpose;
import cn.shouwang.platform.reading.ReadingEvent.ListExported;
import cn.shouwang.platform.reading.ReadingId;
import cn.shouwang.platform.sealing.SealedText;
import cn.shouwang.platform.security.Actor;
import cn.shouwang.platform.security.Role;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class FlagsProjectionTest {

    private static final LocalDateTime TEN = MONDAY.atTime(10, 0);
    private static final Actor AUDITOR = new Actor("shen01", Role.AUDITOR, "440233", Actor.Channel.WEB);

    private final Ledger ledger = Ledger.flags();

    @Test
    void an_ordinary_day_raises_no_flag() {
        ledger.with(CLERK, TEN, noted("a", MONDAY))
                .with(CLERK, TEN.plusMinutes(5), noted("b", MONDAY.minusDays(1)))
                .with(CLERK, TEN.plusMinutes(9), surveyed("a", "one", MONDAY.minusDays(7)))
                .with(CLERK, TEN.plusHours(1), surveyed("b", "two", MONDAY))
                .with(CLERK, TEN.plusHours(2), new Submitted("a", PLACE, MONDAY))
                .with(TOWN, TEN.plusHours(3), new Passed("a", PLACE, MONDAY))
                .with(CLERK, TEN.plusHours(4), pictured("a", "cat", MONDAY))
                .with(CLERK, TEN.plusHours(5), pictured("b", "dog", MONDAY))
                .with(CLERK, TEN.plusHours(5), new Struck("b", PLACE));
        assertThat(ledger.found()).isEmpty();
    }

    @Test
    void what_is_recorded_more_days_later_than_its_rule_is_late_by_so_many() {
        ledger.with(CLERK, TEN, noted("on-time", MONDAY.minusDays(15)))
                .with(CLERK, TEN.plusMinutes(30), surveyed("in-time", "one", MONDAY.minusDays(7)))
                .with(CLERK, TEN.plusHours(1), noted("late", MONDAY.minusDays(16)));
        assertThat(ledger.one(FlagKind.LATE_ENTRY))
                .containsEntry("measure", 16L)
                .containsEntry("threshold", 15L)
                .containsEntry("edition", "2021-01-01")
                .containsEntry("on", MONDAY.minusDays(16).toString())
                .containsEntry("name", "ledger.noted")
                .containsEntry("about", "late")
                .containsEntry("stream", "stream-late")
                .containsEntry("division", PLACE)
                .containsEntry("actor", "cun01")
                .containsEntry("role", "VILLAGE_COMMITTEE")
                .containsEntry("positions", List.of(2L))
                .containsEntry("count", 1)
                .doesNotContainKey("state");
    }

    @Test
    void each_kind_of_event_has_its_own_days() {
        ledger.with(CLERK, TEN, surveyed("a", "one", MONDAY.minusDays(8)))
                .with(CLERK, TEN.plusMinutes(30), pictured("b", "cat", MONDAY.minusDays(900)));
        assertThat(ledger.one(FlagKind.LATE_ENTRY)).containsEntry("about", "a").containsEntry("threshold", 7L);
    }

    @Test
    void late_events_of_one_command_are_one_flag_per_kind() {
        ledger.with(CLERK, TEN, "one", "s", noted("a", MONDAY.minusDays(20)))
                .with(CLERK, TEN, "one", "s", noted("a", MONDAY.minusDays(30)))
                .with(CLERK, TEN, "one", "s", surveyed("a", "one", MONDAY.minusDays(30)))
                .with(CLERK, TEN.plusMinutes(30), "two", "s", noted("a", MONDAY.minusDays(20)));
        var flags = ledger.found(FlagKind.LATE_ENTRY);
        assertThat(flags).hasSize(3);
        assertThat(flags)
                .filteredOn(flag -> flag.getInteger("count") == 2)
                .singleElement()
                .satisfies(flag -> assertThat(flag)
                        .containsEntry("measure", 30L)
                        .containsEntry("on", MONDAY.minusDays(30).toString())
                        .containsEntry("positions", List.of(0L, 1L)));
    }

    @Test
    void the_day_is_that_of_the_wall_not_of_the_meridian() {
        ledger.with(CLERK, MONDAY.atTime(0, 30), noted("a", MONDAY.minusDays(16)))
                .with(CLERK, MONDAY.minusDays(1).atTime(23, 59), noted("b", MONDAY.minusDays(16)));
        assertThat(ledger.one(FlagKind.LATE_ENTRY)).containsEntry("about", "a");
    }

    @Test
    void what_is_dated_after_its_recording_is_ahead() {
        ledger.with(CLERK, TEN, noted("today", MONDAY))
                .with(CLERK, TEN.plusMinutes(30), noted("tomorrow", MONDAY.plusDays(1)));
        assertThat(ledger.one(FlagKind.AHEAD))
                .containsEntry("about", "tomorrow")
                .containsEntry("measure", 1L);
    }

    @Test
    void the_software_and_households_without_an_account_are_late_for_nobody() {
        ledger.with(Actor.policy("when", PLACE), TEN, noted("a", MONDAY.minusDays(99)))
                .with(Actor.visitor(PLACE), TEN, noted("b", MONDAY.minusDays(99)));
        IntStream.range(0, 9).forEach(n -> ledger.with(Actor.visitor(PLACE), TEN, noted("c" + n, MONDAY)));
        assertThat(ledger.found()).isEmpty();
    }

    @Test
    void an_event_is_looked_at_by_the_edition_of_its_recording() {
        var stricter = new Edition(
                MONDAY,
                "newer",
                new FlagRules.Late(2, new TreeMap<>(), new TreeSet<>()),
                0,
                Ledger.EDITION.bulk(),
                Ledger.EDITION.night(),
                3,
                Ledger.EDITION.quick(),
                Ledger.EDITION.copies());
        var dated = new Ledger(new FlagsProjection(Ledger.book(stricter, Ledger.EDITION), ZONE))
                .with(CLERK, TEN.minusDays(3), noted("before", MONDAY.minusDays(6)))
                .with(CLERK, TEN, noted("since", MONDAY.minusDays(3)));
        assertThat(dated.one(FlagKind.LATE_ENTRY))
                .containsEntry("about", "since")
                .containsEntry("threshold", 2L)
                .containsEntry("edition", "2025-03-03");
    }

    @Test
    void entries_that_fill_the_rule_to_the_second_are_one_burst_that_grows() {
        every(4, 200, "b", CLERK); // 600 s from the first to the fourth
        var flag = ledger.one(FlagKind.BULK_ENTRY);
        assertThat(flag)
                .containsEntry("measure", 4L)
                .containsEntry("threshold", 4L)
                .containsEntry("within", 10)
                .containsEntry("division", PLACE)
                .containsEntry("positions", List.of(0L, 1L, 2L, 3L));
        ledger.with(CLERK, TEN.plusSeconds(800), noted("b4", MONDAY));
        var grown = ledger.one(FlagKind.BULK_ENTRY);
        assertThat(grown.getString("_id")).isEqualTo(flag.getString("_id"));
        assertThat(grown)
                .containsEntry("measure", 5L)
                .containsEntry("count", 5)
                .containsEntry("positions", List.of(0L, 1L, 2L, 3L, 4L));
        assertThat(Ledger.minutes(grown)).isEqualTo(13L);
    }

    @Test
    void a_second_slower_is_none() {
        ledger.with(CLERK, TEN, noted("a", MONDAY))
                .with(CLERK, TEN.plusSeconds(200), noted("b", MONDAY))
                .with(CLERK, TEN.plusSeconds(400), noted("c", MONDAY))
                .with(CLERK, TEN.plusSeconds(601), noted("d", MONDAY));
        assertThat(ledger.found()).isEmpty();
    }

    @Test
    void a_burst_across_the_full_hour_is_no_less_one() {
        var late = MONDAY.atTime(10, 58);
        IntStream.range(0, 4).forEach(n -> ledger.with(CLERK, late.plusMinutes(n), noted("x" + n, MONDAY)));
        assertThat(ledger.one(FlagKind.BULK_ENTRY)).containsEntry("measure", 4L);
    }

    @Test
    void after_a_pause_another_burst_is_another_flag_and_shares_no_entry() {
        every(4, 60, "b", CLERK);
        var later = TEN.plusHours(1);
        IntStream.range(0, 5).forEach(n -> ledger.with(CLERK, later.plusMinutes(n), noted("y" + n, MONDAY)));
        var flags = ledger.found(FlagKind.BULK_ENTRY);
        assertThat(flags).extracting(flag -> flag.get("measure")).containsExactlyInAnyOrder(4L, 5L);
        assertThat(flags)
                .extracting(flag -> flag.get("positions"))
                .containsExactlyInAnyOrder(List.of(0L, 1L, 2L, 3L), List.of(4L, 5L, 6L, 7L, 8L));
    }

    @Test
    void many_events_of_one_command_are_one_entry() {
        IntStream.range(0, 9).forEach(n -> ledger.with(CLERK, TEN, "one", "s", noted("a", MONDAY)));
        assertThat(ledger.found()).isEmpty();
    }

    @Test
    void many_commands_of_one_request_are_many_entries() {
        IntStream.range(0, 4).forEach(n -> ledger.with(CLERK, TEN, "one", "s" + n, noted("a", MONDAY)));
        assertThat(ledger.one(FlagKind.BULK_ENTRY)).containsEntry("measure", 4L);
    }

    @Test
    void each_account_in_each_office_has_its_own_bursts() {
        every(3, 10, "a", CLERK);
        every(3, 10, "b", TOWN);
        every(3, 10, "c", new Actor("cun01", Role.FIRST_SECRETARY, PLACE, Actor.Channel.WEB));
        assertThat(ledger.found()).isEmpty();
    }

    @Test
    void what_the_platform_records_of_reading_is_no_entry() {
        IntStream.range(0, 9)
                .forEach(n -> ledger.with(
                        CLERK,
                        TEN,
                        new ListExported(
                                ReadingId.of("7b0d6f1e-2a7c-4a57-9a0b-0d0c7c1f4e1" + n),
                                PLACE,
                                "roster",
                                1,
                                Purpose.COMPARISON,
                                null,
                                MONDAY)));
        assertThat(ledger.found()).isEmpty();
    }

    @Test
    void a_burst_keeps_two_hundred_positions_and_counts_all() {
        every(250, 1, "z", CLERK);
        var flag = ledger.one(FlagKind.BULK_ENTRY);
        assertThat(flag).containsEntry("count", 250).containsEntry("measure", 250L);
        assertThat(flag.getList("positions", Long.class))
                .isEqualTo(LongStream.range(0, 200).boxed().toList());
    }

    @Test
    void entries_of_one_night_belong_together_on_both_sides_of_midnight() {
        ledger.with(CLERK, MONDAY.atTime(22, 0), noted("a", MONDAY))
                .with(CLERK, MONDAY.atTime(23, 30), noted("b", MONDAY));
        assertThat(ledger.found()).isEmpty();
        ledger.with(CLERK, MONDAY.plusDays(1).atTime(5, 59), noted("c", MONDAY))
                .with(CLERK, MONDAY.plusDays(1).atTime(6, 0), noted("d", MONDAY));
        assertThat(ledger.one(FlagKind.NIGHT_BURST))
                .containsEntry("measure", 3L)
                .containsEntry("on", MONDAY.toString())
                .containsEntry("positions", List.of(0L, 1L, 2L));
    }

    @Test
    void another_night_begins_to_count_anew() {
        ledger.with(CLERK, MONDAY.atTime(21, 59), noted("a", MONDAY))
                .with(CLERK, MONDAY.atTime(22, 0), noted("b", MONDAY))
                .with(CLERK, MONDAY.atTime(23, 0), noted("c", MONDAY))
                .with(CLERK, MONDAY.plusDays(1).atTime(22, 0), noted("d", MONDAY))
                .with(CLERK, MONDAY.plusDays(1).atTime(23, 0), noted("e", MONDAY));
        assertThat(ledger.found()).isEmpty();
    }

    @Test
    void entries_of_one_day_off_are_one_flag_and_a_make_up_saturday_is_none() {
        var saturday = MONDAY.minusDays(2);
        var sunday = MONDAY.minusDays(1);
        var makeUp = new Ledger(new FlagsProjection(Ledger.book(day -> day.equals(sunday), Ledger.EDITION), ZONE));
        for (var day : List.of(saturday, sunday)) {
            IntStream.range(0, 4).forEach(hour -> makeUp.with(CLERK, day.atTime(10 + hour, 0), noted("a", day)));
        }
        assertThat(makeUp.one(FlagKind.REST_DAY_BURST))
                .containsEntry("on", sunday.toString())
                .containsEntry("measure", 4L)
                .containsEntry("threshold", 3L)
                .containsEntry("positions", List.of(4L, 5L, 6L, 7L));
    }

    @Test
    void a_decision_sooner_than_the_rule_is_quick_and_at_the_second_it_is_not() {
        ledger.with(CLERK, TEN, new Submitted("a", PLACE, MONDAY))
                .with(TOWN, TEN.plusSeconds(10), new Passed("a", PLACE, MONDAY))
                .with(CLERK, TEN.plusMinutes(5), new Submitted("b", PLACE, MONDAY))
                .with(TOWN, TEN.plusMinutes(5).plusNanos(9_999_000_000L), new Passed("b", PLACE, MONDAY));
        assertThat(ledger.one(FlagKind.QUICK_DECISION))
                .containsEntry("about", "b")
                .containsEntry("measure", 9L)
                .containsEntry("threshold", 10L)
                .containsEntry("actor", "zhen01")
                .containsEntry("division", PLACE)
                .containsEntry("positions", List.of(2L, 3L));
    }

    @Test
    void what_counts_is_the_last_submission_of_the_same_thing() {
        ledger.with(CLERK, TEN, new Submitted("a", PLACE, MONDAY))
                .with(CLERK, TEN.plusMinutes(30), new Submitted("a", PLACE, MONDAY))
                .with(CLERK, TEN.plusMinutes(31), new Submitted("b", PLACE, MONDAY))
                .with(TOWN, TEN.plusMinutes(31).plusSeconds(3), new Passed("a", PLACE, MONDAY))
                .with(CLERK, TEN.plusMinutes(60), new Submitted("a", PLACE, MONDAY))
                .with(TOWN, TEN.plusMinutes(60).plusSeconds(4), new Passed("a", PLACE, MONDAY));
        assertThat(ledger.one(FlagKind.QUICK_DECISION)).containsEntry("measure", 4L);
    }

    @Test
    void the_software_decides_as_fast_as_it_can() {
        ledger.with(CLERK, TEN, new Submitted("a", PLACE, MONDAY))
                .with(Actor.policy("when", PLACE), TEN, new Passed("a", PLACE, MONDAY));
        assertThat(ledger.found()).isEmpty();
    }

    @Test
    void who_collected_and_decides_is_flagged_whatever_the_office() {
        var asTown = new Actor("cun01", Role.TOWN_OFFICE, "440233101", Actor.Channel.WEB);
        ledger.with(CLERK, TEN, surveyed("a", "one", MONDAY))
                .with(TOWN, TEN.plusHours(1), new Submitted("a", PLACE, MONDAY))
                .with(asTown, TEN.plusHours(2), new Passed("a", PLACE, MONDAY))
                .with(TOWN, TEN.plusHours(3), new Passed("a", PLACE, MONDAY));
        assertThat(ledger.one(FlagKind.SAME_MAKER))
                .containsEntry("actor", "cun01")
                .containsEntry("role", "TOWN_OFFICE")
                .containsEntry("positions", List.of(0L, 2L));
    }

    @Test
    void a_picture_for_two_things_or_on_two_days_is_flagged_each_time() {
        ledger.with(CLERK, TEN, pictured("a", "cat", MONDAY))
                .with(CLERK, TEN.plusMinutes(20), pictured("a", "cat", MONDAY))
                .with(CLERK, TEN.plusMinutes(40), pictured("b", "cat", MONDAY))
                .with(TOWN, TEN.plusDays(1), pictured("a", "cat", MONDAY.plusDays(1)))
                .with(CLERK, TEN.plusDays(1), pictured("c", "dog", MONDAY.plusDays(1)));
        var flags = ledger.found(FlagKind.SAME_PHOTO);
        assertThat(flags).extracting(flag -> flag.get("measure")).containsExactlyInAnyOrder(2L, 3L);
        assertThat(flags)
                .extracting(flag -> flag.get("positions"))
                .containsExactlyInAnyOrder(List.of(0L, 2L), List.of(0L, 3L));
        assertThat(flags.toString()).doesNotContain("cat");
    }

    @Test
    void the_same_answers_about_three_things_are_one_flag_that_grows() {
        ledger.with(CLERK, TEN, surveyed("a", "same", MONDAY))
                .with(CLERK, TEN.plusHours(1), surveyed("a", "same", MONDAY))
                .with(CLERK, TEN.plusHours(2), surveyed("b", "same", MONDAY))
                .with(CLERK, TEN.plusHours(3), surveyed("c", "other", MONDAY))
                .with(TOWN, TEN.plusHours(4), surveyed("d", "same", MONDAY));
        assertThat(ledger.found()).isEmpty();
        ledger.with(CLERK, TEN.plusDays(2).plusHours(2), surveyed("e", "same", MONDAY));
        assertThat(ledger.one(FlagKind.COPY_PASTE)).containsEntry("measure", 3L).containsEntry("threshold", 3L);
        ledger.with(CLERK, TEN.plusDays(2).plusHours(3), surveyed("f", "same", MONDAY));
        assertThat(ledger.one(FlagKind.COPY_PASTE))
                .containsEntry("measure", 4L)
                .containsEntry("positions", List.of(0L, 2L, 5L, 6L));
        assertThat(ledger.views().rows().toString()).doesNotContain("same", "林");
    }

    @Test
    void answers_that_come_after_the_hours_are_copied_from_nobody() {
        ledger.with(CLERK, TEN, surveyed("a", "same", MONDAY))
                .with(CLERK, TEN.plusHours(1), surveyed("b", "same", MONDAY))
                .with(CLERK, TEN.plusHours(50), surveyed("c", "same", MONDAY));
        assertThat(ledger.found()).isEmpty();
    }

    @Test
    void what_is_said_about_a_flag_stands_in_its_row_sealed_and_falls_with_the_key() {
        ledger.with(CLERK, TEN, noted("a", MONDAY.minusDays(16)));
        var flag = FlagId.of(ledger.one(FlagKind.LATE_ENTRY).getString("_id"));
        ledger.with(CLERK, TEN.plusHours(1), explained(flag));
        assertThat(ledger.one(FlagKind.LATE_ENTRY))
                .containsEntry("state", "EXPLAINED")
                .containsEntry("explainedBy", "cun01")
                .containsEntry("explanation", SealedText.of("a", "林家的纸质表"));
        ledger.with(
                AUDITOR,
                TEN.plusHours(2),
                new FlagReviewed(flag, PLACE, FlagKind.LATE_ENTRY, "cun01", Outcome.SETTLED, "a", "已核对林家", MONDAY));
        assertThat(ledger.one(FlagKind.LATE_ENTRY))
                .containsEntry("state", "SETTLED")
                .containsEntry("reviewedBy", "shen01")
                .containsEntry("note", SealedText.of("a", "已核对林家"));
        var row = ledger.views().forget("a").row(flag);
        assertThat(row.get("explanation", SealedText.class).text()).isEmpty();
        assertThat(row.get("note", SealedText.class).text()).isEmpty();
    }

    @Test
    void a_flag_that_is_explained_while_it_grows_keeps_both() {
        every(4, 10, "b", CLERK);
        var flag = FlagId.of(ledger.one(FlagKind.BULK_ENTRY).getString("_id"));
        ledger.with(CLERK, TEN.plusSeconds(50), explained(flag)).with(CLERK, TEN.plusSeconds(60), noted("b9", MONDAY));
        assertThat(ledger.one(FlagKind.BULK_ENTRY))
                .containsEntry("state", "EXPLAINED")
                .containsEntry("measure", 5L);
    }

    @Test
    void an_explanation_of_what_today_s_rules_do_not_flag_is_no_flag() {
        ledger.with(CLERK, TEN, explained(FlagId.of(FlagKind.AHEAD, "gone")));
        assertThat(ledger.found()).isEmpty();
        assertThat(ledger.views().rows()).allMatch(row -> row.getString("division") == null);
    }

    @Test
    void what_remembers_has_no_division_and_is_seen_by_nobody() {
        every(4, 10, "b", CLERK);
        assertThat(ledger.views().rows())
                .filteredOn(row -> row.getString("kind") == null)
                .isNotEmpty()
                .allMatch(row -> row.getString("division") == null);
    }

    private void every(int entries, int seconds, String name, Actor actor) {
        IntStream.range(0, entries)
                .forEach(n -> ledger.with(actor, TEN.plusSeconds((long) n * seconds), noted(name + n, MONDAY)));
    }

    private static Placed explained(FlagId flag) {
        return new FlagExplained(flag, PLACE, FlagKind.LATE_ENTRY, "cun01", "a", "林家的纸质表", MONDAY);
    }

    private static Placed noted(String ledger, LocalDate on) {
        return new Noted(ledger, PLACE, on);
    }

    private static Placed surveyed(String ledger, String answers, LocalDate on) {
        return new Surveyed(ledger, PLACE, new Sheet(answers, "林 " + ledger), on);
    }

    private static Placed pictured(String ledger, String likeness, LocalDate on) {
        return new Pictured(ledger, PLACE, likeness, on);
    }
}
