package cn.shouwang.platform.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.shouwang.platform.sealing.Forgotten;
import cn.shouwang.platform.sealing.Tampered;
import cn.shouwang.platform.test.TestSeals;
import java.util.List;
import java.util.Set;
import org.axonframework.serialization.Revision;
import org.axonframework.serialization.SimpleSerializedObject;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class EventSerializerTest {

    record Guest(@Personal String name, @Personal Set<String> allergies, int age) {}

    record Driver(@Personal String name, @Personal @Nullable Integer born) {}

    @Stored("inn.guest-arrived")
    @Revision("1")
    record GuestArrived(
            String inn,
            String division,
            String guest,
            @Whose("guest") Guest person,
            @Nullable @Whose("guest:driver") Driver driver,
            @Personal String remark)
            implements Placed {}

    @Stored("inn.opened")
    @Revision("1")
    record InnOpened(String inn, String division, int rooms) implements Placed {}

    @Stored("inn.bad")
    @Revision("1")
    record Unforgettable(
            String inn, String division, @Personal int year) implements Placed {}

    @Stored("inn.party-arrived")
    @Revision("1")
    record PartyArrived(String inn, String division, List<Guest> party) implements Placed {}

    private static final GuestArrived EVENT = new GuestArrived(
            "inn-1", "440233101203", "guest-1", new Guest("林守一", Set.of("花生"), 50), new Driver("陈守二", 1970), "怕冷");

    private final TestSeals keys = new TestSeals();
    private final EventSerializer serializer =
            new EventSerializer(Catalogue.of(GuestArrived.class, InnOpened.class), keys.seals());

    private String stored(Object event) {
        return serializer.serialize(event, String.class).getData();
    }

    private Object read(String stored) {
        return serializer.deserialize(new SimpleSerializedObject<>(stored, String.class, "inn.guest-arrived", "1"));
    }

    @Test
    void what_is_personal_is_nowhere_in_the_stored_form_and_reads_back_equal() {
        var stored = stored(EVENT);

        assertThat(stored).doesNotContain("林", "陈", "花生", "怕冷", "1970").contains("\"age\":50", "440233101203");
        assertThat(read(stored)).isEqualTo(EVENT);
    }

    @Test
    void each_subject_is_forgotten_by_itself() {
        var stored = stored(EVENT);

        keys.destroy("guest-1:driver");
        assertThat(read(stored))
                .isEqualTo(new GuestArrived(
                        "inn-1", "440233101203", "guest-1", EVENT.person(), new Driver("", null), "怕冷"));

        keys.destroy("guest-1");
        keys.destroy("inn-1");
        assertThat(read(stored))
                .isEqualTo(new GuestArrived(
                        "inn-1", "440233101203", "guest-1", new Guest("", Set.of(), 50), new Driver("", null), ""));
    }

    @Test
    void nothing_new_is_stored_about_someone_forgotten() {
        keys.destroy("guest-1");

        assertThatThrownBy(() -> serializer.prepare(List.of(EVENT))).isInstanceOf(Forgotten.class);
        assertThatThrownBy(() -> stored(EVENT)).isInstanceOf(Forgotten.class);
    }

    @Test
    void what_was_forgotten_may_be_told_on_since_nothing_is_left_to_seal() {
        var stored = stored(EVENT);
        keys.destroy("guest-1");
        keys.destroy("guest-1:driver");
        keys.destroy("inn-1");
        var forgotten = read(stored);

        serializer.prepare(List.of(forgotten));

        assertThat(read(stored(forgotten))).isEqualTo(forgotten);
    }

    @Test
    void an_event_prepared_before_is_written_as_any_other_and_once_only() {
        var twice = serializer.prepared(List.of(EVENT), () -> List.of(stored(EVENT), stored(EVENT)));

        assertThat(twice).containsOnly(stored(EVENT));
    }

    @Test
    void a_part_that_was_not_given_stays_not_given() {
        var alone = new GuestArrived("inn-1", "440233101203", "guest-1", EVENT.person(), null, "");
        var noYear = new GuestArrived("inn-1", "440233101203", "guest-1", EVENT.person(), new Driver("陈守二", null), "");

        assertThat(read(stored(alone))).isEqualTo(alone);
        assertThat(read(stored(noYear))).isEqualTo(noYear);
        assertThat(stored(noYear)).contains("\"born\":null");
    }

    @Test
    void a_sealed_part_moved_to_another_subject_does_not_open() {
        var stored = stored(EVENT);
        stored(new GuestArrived("inn-1", "440233101203", "guest-2", EVENT.person(), null, ""));
        var moved = stored.replace("guest-1", "guest-2").replace("guest-2:driver", "guest-1:driver");

        assertThatThrownBy(() -> read(moved)).isInstanceOf(Tampered.class);
    }

    @Test
    void a_form_from_before_sealing_is_still_read() {
        var plain = """
                {"inn":"inn-1","division":"440233101203","guest":"guest-1",
                 "person":{"name":"林守一","allergies":["花生"],"age":50},
                 "driver":{"name":"陈守二","born":1970},"remark":"怕冷"}""";

        assertThat(read(plain)).isEqualTo(EVENT);
    }

    @Test
    void an_event_without_personal_parts_takes_no_key() {
        var opened = new InnOpened("inn-1", "440233101203", 3);
        keys.destroy("inn-1");

        serializer.prepare(List.of(opened));

        assertThat(stored(opened)).isEqualTo("""
                {"inn":"inn-1","division":"440233101203","rooms":3}""");
    }

    @Test
    void what_could_not_be_forgotten_fails_the_start() {
        assertThatThrownBy(() -> new EventSerializer(Catalogue.of(Unforgettable.class), keys.seals()))
                .hasMessageContaining("year is personal but cannot be forgotten");
        assertThatThrownBy(() -> new EventSerializer(Catalogue.of(PartyArrived.class), keys.seals()))
                .hasMessageContaining("party");
    }
}
