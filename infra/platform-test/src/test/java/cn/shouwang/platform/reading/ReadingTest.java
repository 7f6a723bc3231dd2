package cn.shouwang.platform.reading;

import static cn.shouwang.platform.reading.Readings.AUDITOR;
import static cn.shouwang.platform.reading.Readings.CLERK;
import static cn.shouwang.platform.reading.Readings.ID;
import static cn.shouwang.platform.reading.Readings.NOON;
import static cn.shouwang.platform.reading.Readings.SUBJECT;
import static cn.shouwang.platform.reading.Readings.THING;
import static cn.shouwang.platform.reading.Readings.UNTIL;
import static cn.shouwang.platform.reading.Readings.VILLAGE;
import static cn.shouwang.platform.reading.Readings.actor;
import static cn.shouwang.platform.test.Rules.broken;
import static java.time.ZoneOffset.UTC;

import cn.shouwang.platform.reading.Field.Kind;
import cn.shouwang.platform.reading.ReadingCommand.RecordExport;
import cn.shouwang.platform.reading.ReadingCommand.RecordRefusal;
import cn.shouwang.platform.reading.ReadingCommand.RecordReveal;
import cn.shouwang.platform.reading.ReadingCommand.RecordSearch;
import cn.shouwang.platform.reading.ReadingEvent.IdentitySearched;
import cn.shouwang.platform.security.NotAllowed;
import cn.shouwang.platform.security.OutOfDivision;
import cn.shouwang.platform.security.Role;
import java.time.Clock;
import java.util.List;
import java.util.stream.IntStream;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ReadingTest {

    private static final Clock CLOCK = Clock.fixed(NOON, UTC);
    private static final Field PHONE = new Field("pear.phone", Kind.CONTACT);

    private int had;
    private final FixtureConfiguration<Reading> reading = new AggregateTestFixture<>(Reading.class)
            .registerInjectableResource(CLOCK)
            .registerInjectableResource(new Allowance((_, _, _, _) -> had, CLOCK, 60, 120));

    @Test
    void a_reveal_is_recorded_with_purpose_note_and_end() {
        reading.givenNoPriorActivity()
                .when(reveal(PHONE, Purpose.COMPLAINT, " 信访01 "), CLERK.toMeta())
                .expectEvents(Readings.revealed("信访01"));
    }

    @Test
    void a_blank_note_is_none() {
        reading.givenNoPriorActivity()
                .when(reveal(PHONE, Purpose.CONTACT, " "), CLERK.toMeta())
                .expectEvents(new ReadingEvent.FieldRevealed(
                        ID, VILLAGE, THING, SUBJECT, "pear.phone", Purpose.CONTACT, null, UNTIL, Readings.TODAY));
    }

    @Test
    void nobody_reveals_outside_their_division() {
        reading.givenNoPriorActivity()
                .when(
                        reveal(PHONE, Purpose.CONTACT, null),
                        actor("cun02", Role.VILLAGE_COMMITTEE, "440233101204").toMeta())
                .expectNoEvents()
                .expectException(OutOfDivision.class);
    }

    @Test
    void a_kind_of_field_an_office_never_sees_is_not_allowed() {
        reading.givenNoPriorActivity()
                .when(
                        reveal(new Field("pear.health", Kind.SENSITIVE), Purpose.CONTACT, null),
                        actor("zu01", Role.GROUP_LEADER, VILLAGE).toMeta())
                .expectNoEvents()
                .expectException(NotAllowed.class);
    }

    @Test
    void a_purpose_without_its_note_is_refused() {
        reading.givenNoPriorActivity()
                .when(reveal(PHONE, Purpose.COMPLAINT, null), CLERK.toMeta())
                .expectNoEvents()
                .expectException(broken("reading.note-missing"));
    }

    @Test
    void past_the_allowance_of_the_hour_nothing_is_recorded() {
        had = 60;
        reading.givenNoPriorActivity()
                .when(reveal(PHONE, Purpose.CONTACT, null), CLERK.toMeta())
                .expectNoEvents()
                .expectException(TooManyReadings.class);
    }

    @Test
    void a_search_is_recorded_with_what_it_found_and_names_twenty_at_most() {
        var many = IntStream.range(0, 30).mapToObj(Integer::toString).toList();
        reading.givenNoPriorActivity()
                .when(search(Purpose.INSPECTION, "县审01", 34, many), AUDITOR.toMeta())
                .expectEvents(new IdentitySearched(
                        ID,
                        "440233",
                        SearchKey.NAME,
                        Purpose.INSPECTION,
                        "县审01",
                        34,
                        many.subList(0, 20),
                        Readings.TODAY));
    }

    @Test
    void a_search_has_an_allowance_of_its_own() {
        had = 119;
        reading.givenNoPriorActivity()
                .when(search(Purpose.INSPECTION, "县审01", 0, List.of()), AUDITOR.toMeta())
                .expectSuccessfulHandlerExecution();
    }

    @Test
    void past_it_nobody_is_searched_for() {
        had = 120;
        reading.givenNoPriorActivity()
                .when(search(Purpose.INSPECTION, "县审01", 0, List.of()), AUDITOR.toMeta())
                .expectNoEvents()
                .expectException(TooManyReadings.class);
    }

    @Test
    void an_export_is_recorded_with_its_rows_and_approver() {
        reading.givenNoPriorActivity()
                .when(
                        new RecordExport(ID, "440233", "roster", 1200, Purpose.COMPARISON, "xian02"),
                        actor("xian01", Role.COUNTY_OFFICER, "440233").toMeta())
                .expectEvents(Readings.exported());
    }

    @Test
    void an_export_for_a_purpose_that_is_not_ones_own_is_refused() {
        reading.givenNoPriorActivity()
                .when(new RecordExport(ID, VILLAGE, "roster", 1200, Purpose.COMPARISON, null), CLERK.toMeta())
                .expectNoEvents()
                .expectException(broken("reading.purpose-unsuited"));
    }

    @Test
    void refused_attempts_are_recorded_of_anyone_in_their_own_division() {
        reading.givenNoPriorActivity()
                .when(
                        new RecordRefusal(
                                ID,
                                VILLAGE,
                                "POST",
                                "/pears/{pear}",
                                "access.not-allowed",
                                7,
                                NOON,
                                NOON.plusSeconds(30)),
                        CLERK.toMeta())
                .expectEvents(Readings.refused());
    }

    private static RecordReveal reveal(Field field, Purpose purpose, @Nullable String note) {
        return new RecordReveal(ID, VILLAGE, THING, SUBJECT, field, purpose, note, UNTIL);
    }

    private static RecordSearch search(Purpose purpose, String note, int found, List<String> about) {
        return new RecordSearch(ID, "440233", SearchKey.NAME, purpose, note, found, about);
    }
}
