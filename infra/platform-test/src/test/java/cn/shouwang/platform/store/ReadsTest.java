package cn.shouwang.platform.store;

import static org.assertj.core.api.Assertions.assertThat;

import cn.shouwang.platform.security.Actor;
import cn.shouwang.platform.store.Service.BellEvent;
import cn.shouwang.platform.store.Service.BellEvent.BellMuffled;
import cn.shouwang.platform.store.Service.BellEvent.BellRang;
import cn.shouwang.platform.test.EarlierLog;
import cn.shouwang.platform.test.Servers;
import com.mongodb.client.MongoDatabase;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ReadsTest {

    private static final Duration SOON = Duration.ofSeconds(20);

    private final MongoDatabase database = Servers.freshDatabase();
    private final Service service = new Service(database, "one", Service.RUNG_TWICE);
    private final List<AutoCloseable> running = new ArrayList<>();
    private final List<Recorded> given = new CopyOnWriteArrayList<>();

    @AfterEach
    void close() throws Exception {
        for (var one : running) {
            one.close();
        }
        service.close();
    }

    @Test
    void a_reader_is_given_what_it_reads_and_moves_past_the_rest() throws Exception {
        service.ring("bell", 0, 600);
        muffled(600);
        service.ring("bell", 601, 3);
        assertThat(reader(BellMuffled.class).await(603, SOON)).isTrue();
        assertThat(given).extracting(Recorded::position).containsExactly(600L);
    }

    @Test
    void a_follower_too() throws Exception {
        service.ring("bell", 0, 600);
        muffled(600);
        service.ring("bell", 601, 3);
        var follower = service.readers().follower("bells", reads(BellMuffled.class), given::addAll);
        running.add(follower);
        follower.start();
        assertThat(follower.await(603, SOON)).isTrue();
        assertThat(given).extracting(Recorded::position).containsExactly(600L);
    }

    @Test
    void whoever_reads_a_history_is_given_each_of_its_events() throws Exception {
        service.ring("bell", 0, 2);
        muffled(2);
        assertThat(reader(BellEvent.class).await(2, SOON)).isTrue();
        assertThat(given).extracting(Recorded::position).containsExactly(0L, 1L, 2L);
    }

    @Test
    void nothing_is_handed_over_where_nothing_is_read() throws Exception {
        service.ring("bell", 0, 2);
        var reader = service.readers().reader("bells", reads(BellMuffled.class), batch -> {
            given.addAll(batch);
            assertThat(batch).isNotEmpty();
        });
        running.add(reader);
        reader.start();
        assertThat(reader.await(1, SOON)).isTrue();
        assertThat(given).isEmpty();
    }

    @Test
    void what_is_not_read_is_not_opened() throws Exception {
        append("bell.rang", "2", 0, "{ nobody can read this");
        muffled(1);
        assertThat(reader(BellMuffled.class).await(1, SOON)).isTrue();
        assertThat(given).hasSize(1);
    }

    /// What it is read as counts, not the name it is stored under.
    @Test
    void an_event_of_an_earlier_form_is_known_by_what_it_is_today() throws Exception {
        append("bell.rung-twice", "1", 0, """
                {"division": "440233101203", "first": 1, "second": 2}""");
        muffled(1);
        assertThat(reader(BellRang.class).await(1, SOON)).isTrue();
        assertThat(given).extracting(Recorded::place).hasToString("[0, 0.1]");
    }

    private static List<Class<?>> reads(Class<?> type) {
        return List.of(type);
    }

    private Reader reader(Class<?> type) {
        var reader = service.readers().reader("bells", reads(type), given::addAll);
        running.add(reader);
        reader.start();
        return reader;
    }

    private void muffled(long sequence) {
        append("bell.muffled", "1", sequence, """
                {"division": "%s"}""".formatted(Service.VILLAGE));
    }

    private void append(String name, String revision, long sequence, String payload) {
        try (var log = new EarlierLog(database)) {
            log.append("Bell", "bell", sequence, name, revision, payload, Actor.SYSTEM);
        }
    }
}
