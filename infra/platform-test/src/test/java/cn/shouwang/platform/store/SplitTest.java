package cn.shouwang.platform.store;

import static org.assertj.core.api.Assertions.assertThat;

import cn.shouwang.platform.security.Actor;
import cn.shouwang.platform.store.Service.BellEvent.BellRang;
import cn.shouwang.platform.test.EarlierLog;
import cn.shouwang.platform.test.Servers;
import com.mongodb.client.MongoDatabase;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import org.axonframework.eventhandling.DomainEventMessage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/// One stored event that is read as two, as readers and streams see it.
@DisplayNameGeneration(ReplaceUnderscores.class)
class SplitTest {

    private static final Duration SOON = Duration.ofSeconds(20);

    private final MongoDatabase database = Servers.freshDatabase();
    private final Service service = new Service(database, "one", Service.RUNG_TWICE);
    private final List<List<Recorded>> batches = new CopyOnWriteArrayList<>();

    @AfterEach
    void close() {
        service.close();
    }

    @Test
    void both_events_stand_at_one_position_and_are_told_apart() {
        rungTwice("bell", 0);
        service.ring("bell", 1, 1);
        var all = after(-1);
        assertThat(all).extracting(Recorded::place).hasToString("[0, 0.1, 1]");
        assertThat(all).extracting(Recorded::sequence).containsExactly(0L, 0L, 1L);
        assertThat(all).extracting(Recorded::id).doesNotHaveDuplicates();
        assertThat(all.get(1).id()).isEqualTo(all.getFirst().id() + ".1");
        assertThat(all).extracting(Recorded::event).startsWith(rang(1), rang(2));
    }

    @Test
    void reading_goes_on_behind_both() {
        rungTwice("bell", 0);
        rungTwice("bell", 1);
        assertThat(after(0)).extracting(Recorded::place).hasToString("[1, 1.1]");
        assertThat(after(1)).isEmpty();
    }

    @Test
    void a_stream_goes_on_behind_the_stored_event() {
        service.ring("bell", 0, 2);
        rungTwice("bell", 2);
        var events = service.engine().readEvents("bell");
        var read = new ArrayList<DomainEventMessage<?>>();
        events.forEachRemaining(read::add);
        assertThat(read).extracting(event -> event.getSequenceNumber()).containsExactly(0L, 1L, 2L, 2L);
        assertThat(events.getLastSequenceNumber()).isEqualTo(2);
        assertThat(service.engine().lastSequenceNumberFor("bell")).contains(2L);
        assertThat(service.ring("bell", 3, 1)).isEqualTo(3);
    }

    /// With 511 events before it the first half is the last that fits into a batch.
    @Test
    void no_batch_ends_between_the_two() throws Exception {
        service.ring("bell", 0, 511);
        rungTwice("bell", 511);
        service.ring("bell", 512, 3);
        var reader = service.reader("bells", batches::add);
        assertThat(reader.await(514, SOON)).isTrue();
        assertThat(batches).extracting(List::size).containsExactly(513, 3);
        assertThat(batches.getFirst().getLast().place()).hasToString("511.1");
    }

    @Test
    void a_follower_has_been_given_both_when_it_says_so() throws Exception {
        service.ring("bell", 0, 511);
        rungTwice("bell", 511);
        var follower = service.readers().follower("bells", List.of(Object.class), batches::add);
        follower.start();
        try (follower) {
            assertThat(follower.await(511, SOON)).isTrue();
            assertThat(batches.getLast().getLast().place()).hasToString("511.1");
        }
    }

    @Test
    void work_that_throws_is_given_both_again() throws Exception {
        var failing = new AtomicBoolean(true);
        rungTwice("bell", 0);
        var reader = service.reader("bells", batch -> {
            batches.add(batch);
            if (failing.getAndSet(false)) {
                throw new IllegalStateException("not yet");
            }
        });
        assertThat(reader.await(0, SOON)).isTrue();
        assertThat(batches).hasSize(2).allSatisfy(batch -> assertThat(batch).hasSize(2));
    }

    private static BellRang rang(int times) {
        return new BellRang(Service.VILLAGE, times);
    }

    private List<Recorded> after(long position) {
        try (var events = service.engine().after(position)) {
            return events.toList();
        }
    }

    private void rungTwice(String stream, long sequence) {
        try (var log = new EarlierLog(database)) {
            log.append("Bell", stream, sequence, "bell.rung-twice", "1", """
                    {"division": "440233101203", "first": 1, "second": 2}""", Actor.SYSTEM);
        }
    }
}
