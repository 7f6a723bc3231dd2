package cn.shouwang.monitoring.search;

import static org.assertj.core.api.Assertions.assertThat;

import cn.shouwang.monitoring.household.DecreaseReason;
import cn.shouwang.monitoring.household.HouseholdEvent.MemberAdded;
import cn.shouwang.monitoring.household.HouseholdEvent.MemberCorrected;
import cn.shouwang.monitoring.household.HouseholdEvent.MemberDecreased;
import cn.shouwang.monitoring.household.HouseholdEvent.MemberDecreased.Destination;
import cn.shouwang.monitoring.household.HouseholdId;
import cn.shouwang.monitoring.household.MemberId;
import cn.shouwang.monitoring.household.Person;
import cn.shouwang.monitoring.household.Persons;
import cn.shouwang.monitoring.household.Relation;
import cn.shouwang.monitoring.person.PersonDocument;
import cn.shouwang.monitoring.person.PersonName;
import cn.shouwang.platform.erasure.ErasureEvent.ErasureApproved;
import cn.shouwang.platform.erasure.ErasureId;
import cn.shouwang.platform.event.Placed;
import cn.shouwang.platform.security.Actor;
import cn.shouwang.platform.store.Recorded;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.axonframework.messaging.MetaData;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class NameIndexTest {

    private static final String VILLAGE = "440233101203";
    private static final String SISTER = "440233101204";
    private static final LocalDate DAY = LocalDate.of(2025, 11, 1);
    private static final Person SOMEONE = Persons.of(Persons.MAN, Relation.HEAD);

    private final NameIndex index = new NameIndex();

    @Test
    void names_are_found_within_the_division_asked_whole_ones_first() {
        var longer = add(VILLAGE, "林守一二");
        var whole = add(VILLAGE, "林守一");
        var elsewhere = add(SISTER, "林守一");
        assertThat(find(VILLAGE, "林守一")).containsExactly(whole, longer);
        assertThat(find("440233101", "林守一")).contains(whole, longer, elsewhere);
        assertThat(find("440233102", "林守一")).isEmpty();
        assertThat(find("440233", "王")).isEmpty();
    }

    @Test
    void M13_who_moved_to_another_village_is_found_there_alone_and_who_died_stays() {
        var home = HouseholdId.fresh();
        var member = add(VILLAGE, "林守一");
        told(new MemberDecreased(home, VILLAGE, MemberId.of(member), DecreaseReason.DEATH, DAY));
        assertThat(find(VILLAGE, "林守一")).containsExactly(member);
        told(new MemberDecreased(
                home,
                VILLAGE,
                MemberId.of(member),
                DecreaseReason.OTHER_HOUSEHOLD,
                new Destination(HouseholdId.fresh(), Relation.OTHER),
                DAY));
        told(new MemberAdded(HouseholdId.fresh(), SISTER, MemberId.of(member), named("林守一"), DAY));
        assertThat(find(VILLAGE, "林守一")).isEmpty();
        assertThat(find(SISTER, "林守一")).containsExactly(member);
    }

    @Test
    void more_than_are_told_are_counted() {
        for (var n = 0; n < 60; n++) {
            add(VILLAGE, "林守一");
        }
        var matches = index.find(VILLAGE, new NamePattern("林"), 50);
        assertThat(matches.total()).isEqualTo(60);
        assertThat(matches.members()).hasSize(50);
    }

    @Test
    void a_corrected_name_takes_the_place_of_the_old_one_and_events_may_come_twice() {
        var member = add(VILLAGE, "林守一");
        for (var times = 0; times < 2; times++) {
            told(new MemberCorrected(HouseholdId.fresh(), VILLAGE, MemberId.of(member), named("王守一"), DAY));
        }
        assertThat(find(VILLAGE, "林")).isEmpty();
        assertThat(find(VILLAGE, "王守一")).containsExactly(member);
        assertThat(index.size()).isEqualTo(1);
    }

    @Test
    void who_is_forgotten_is_dropped_at_once_and_not_taken_in_again() {
        var member = add(VILLAGE, "林守一");
        var other = add(VILLAGE, "林守二");
        told(new ErasureApproved(
                ErasureId.of(UUID.randomUUID().toString()), VILLAGE, member, List.of(member, "x:delegate"), DAY));
        assertThat(find(VILLAGE, "林")).containsExactly(other);
        told(new MemberAdded(
                HouseholdId.fresh(),
                VILLAGE,
                MemberId.of(member),
                with(PersonName.forgotten()), // as it reads at the next start
                DAY));
        assertThat(find(VILLAGE, "林")).containsExactly(other);
    }

    /// Volumes: 250 thousand persons is the whole rural register of the county (domain, 7.5).
    @Test
    void a_quarter_of_a_million_people_fit_into_a_few_dozen_megabytes() {
        var before = usedBytes();
        var people = 250_000;
        for (var n = 0; n < people; n++) {
            var village = "440233%03d%03d".formatted(101 + n % 7, 200 + n / 7 % 23);
            told(new MemberAdded(
                    HouseholdId.fresh(),
                    village,
                    new MemberId(new UUID(n, ~n)),
                    named("测" + han(n) + han(n / 97)),
                    DAY));
        }
        var perPerson = (usedBytes() - before) / people;
        var began = System.nanoTime();
        var found = index.find("440233", new NamePattern("测" + han(7)), 50).total();
        var micros = (System.nanoTime() - began) / 1_000;
        System.out.printf(
                "names in memory: %d people, %d bytes each, %d found in the whole county in %d µs%n",
                index.size(), perPerson, found, micros);
        assertThat(index.size()).isEqualTo(people);
        assertThat(perPerson).isLessThan(300);
    }

    private static char han(int n) {
        return (char) (0x4e00 + Math.floorMod(n * 31, 3_000));
    }

    private static long usedBytes() {
        var least = Long.MAX_VALUE;
        for (var times = 0; times < 3; times++) {
            System.gc();
            var runtime = Runtime.getRuntime();
            least = Math.min(least, runtime.totalMemory() - runtime.freeMemory());
        }
        return least;
    }

    private String add(String village, String name) {
        var member = MemberId.fresh();
        told(new MemberAdded(HouseholdId.fresh(), village, member, named(name), DAY));
        return member.toString();
    }

    private static Person named(String name) {
        return with(PersonName.of(name));
    }

    private static Person with(PersonName name) {
        return new Person(
                name,
                PersonDocument.forgotten(),
                null,
                null,
                SOMEONE.relation(),
                SOMEONE.labour(),
                SOMEONE.health(),
                SOMEONE.student());
    }

    private void told(Placed event) {
        index.on(new Recorded(0, "stream", 0, "event", Instant.EPOCH, event, MetaData.from(Actor.SYSTEM.toMeta())));
    }

    private List<String> find(String division, String text) {
        return index.find(division, new NamePattern(text), 50).members();
    }
}
