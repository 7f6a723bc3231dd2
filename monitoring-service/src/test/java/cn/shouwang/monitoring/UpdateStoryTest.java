package cn.shouwang.monitoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.shouwang.monitoring.Family.Found;
import cn.shouwang.platform.security.Role;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Pages that are open while something happens.
@DisplayNameGeneration(ReplaceUnderscores.class)
class UpdateStoryTest {

    private static final LocalDate FIRST = LocalDate.of(2025, 3, 3);
    private static final Found ILL = Found.of("MARGINAL", 9_000, "ILLNESS");
    private static final int MANY = 40;
    private static final Duration AT_ONCE = Duration.ofSeconds(1);
    private static final Duration SOON = Duration.ofSeconds(10);

    private static final Calls CALLS = Calls.start(
            "shouwang.test-division=true", "shouwang.update.per-account=3", "shouwang.update.heartbeat=100ms");

    private final Town town = new Town(CALLS);

    @BeforeAll
    static void waitForTheVillages() {
        await().until(() -> CALLS.ask("/public/line?division=" + Town.FIRST, "").status() == 200);
    }

    @AfterAll
    static void stop() {
        CALLS.close();
    }

    @Test
    void a_determination_is_told_within_a_second_to_those_of_the_place_and_to_nobody_else() {
        var family = town.registers(Town.FIRST, "ORDINARY", FIRST, town.head())
                .goesOnTheBoard(null, FIRST.plusDays(1), ILL)
                .isTakenDown(FIRST.plusDays(9))
                .isReviewed(FIRST.plusDays(10));
        try (var village = listening(town.committee(Town.FIRST));
                var office = listening(town.office);
                var neighbours = listening(town.committee(Town.SECOND));
                var department = listening(town.department)) {
            var begun = village.next("open").get("position").asLong();
            office.next("open");
            neighbours.next("open");
            department.next("open");

            family.isDetermined(FIRST.plusDays(12), ILL);
            var stored = Instant.now();
            var told = village.next("changed");
            assertThat(Duration.between(stored, Instant.now())).isLessThan(AT_ONCE);
            assertThat(told.get("position").asLong()).isGreaterThan(begun);
            assertThat(told.get("what").toString()).isEqualTo("[\"case\",\"todo\"]");
            assertThat(told.get("subject").asString()).isEqualTo(family.household);
            assertThat(told.propertyNames()).containsExactlyInAnyOrder("position", "what", "subject");
            assertThat(office.next("changed").get("subject").asString()).isEqualTo(family.household);

            var forDepartments = department.next("changed");
            assertThat(forDepartments.get("what").toString()).isEqualTo("[\"todo\"]");
            assertThat(forDepartments.has("subject"))
                    .as("of whom is not for a department")
                    .isFalse();

            // what the neighbours hear first is their own
            var clue = town.notices(Town.SECOND, FIRST.plusDays(12));
            assertThat(neighbours.next("changed").get("subject").asString()).isEqualTo(clue);
        }
    }

    @Test
    void who_reads_with_the_position_that_was_told_sees_what_it_was_told_of() {
        try (var village = listening(town.committee(Town.THIRD))) {
            village.next("open");
            var clue = town.notices(Town.THIRD, FIRST);
            var told = village.next("changed");
            while (!told.path("subject").asString("").equals(clue)) {
                told = village.next("changed");
            }
            var position = told.get("position").asString();
            assertThat(CALLS.askAt(position, "/clues/" + clue, town.office).status())
                    .isEqualTo(200);
        }
    }

    @Test
    void much_at_once_is_told_at_once() {
        try (var village = listening(town.committee(Town.THIRD))) {
            village.next("open");
            for (var i = 0; i < MANY; i++) {
                town.notices(Town.THIRD, FIRST);
            }
            var told = 0;
            while (village.waiting("changed", AT_ONCE).isPresent()) {
                told++;
            }
            assertThat(told).isBetween(1, MANY / 2);
        }
    }

    @Test
    void an_account_has_a_most_of_streams_and_its_oldest_ends_for_one_more() {
        try (var first = listening(town.county);
                var second = listening(town.county);
                var third = listening(town.county);
                var leader = listening(town.leader);
                var more = listening(town.county)) {
            assertThat(more.status()).isEqualTo(200);
            first.next("open");
            assertThat(first.rest()).as("ends").isNotNull();
            town.notices(Town.THIRD, FIRST);
            for (var page : List.of(second, third, leader, more)) {
                assertThat(page.next("changed").get("position").isNumber()).isTrue();
            }
        }
    }

    @Test
    void all_together_have_a_most_of_streams_and_each_lasts_its_time() {
        try (var calls = Calls.start("shouwang.update.most=1", "shouwang.update.longest=2s");
                var office = new Page(calls.listen("/updates", new Town(calls).office));
                var county = new Page(calls.listen("/updates", new Town(calls).county))) {
            office.next("open");
            assertThat(county.status()).isEqualTo(429);
            assertThat(office.rest()).as("ends as an answer ends").isNotNull();
            try (var later = new Page(calls.listen("/updates", new Town(calls).county))) {
                assertThat(later.status()).isEqualTo(200);
            }
        }
    }

    @Test
    void a_service_that_stops_ends_every_stream_first() throws InterruptedException {
        var calls = Calls.start();
        try (var office = new Page(calls.listen("/updates", new Town(calls).office))) {
            office.next("open");
            var stopping = Thread.ofVirtual().start(calls::close);
            assertThat(office.rest()).isEmpty();
            stopping.join();
        }
    }

    @Test
    void nobody_listens_without_a_sign_in_or_lists_of_their_own() {
        assertThat(CALLS.ask("/updates", "").status()).isEqualTo(401);
        assertThat(CALLS.ask("/updates", CALLS.token("guanli01", Role.SYSTEM_ADMIN, Town.COUNTY))
                        .status())
                .isEqualTo(403);
    }

    private Page listening(String token) {
        return new Page(CALLS.listen("/updates", token));
    }

    /// One open page; its lines are read by a thread of its own, so that waiting for one has an end.
    private static final class Page implements AutoCloseable {

        private static final String END = "";

        private final int status;
        private final InputStream answer;
        private final BlockingQueue<String> lines = new LinkedBlockingQueue<>();

        Page(HttpResponse<InputStream> answer) {
            this.status = answer.statusCode();
            this.answer = answer.body();
            Thread.ofVirtual().start(this::read);
        }

        private void read() {
            try (var reader = new BufferedReader(new InputStreamReader(answer, StandardCharsets.UTF_8))) {
                reader.lines().filter(line -> !line.isEmpty()).forEach(lines::add);
            } catch (IOException | UncheckedIOException e) {
                // closed by this side
            }
            lines.add(END);
        }

        int status() {
            return status;
        }

        /// The data of the next event of that name, which must come.
        JsonNode next(String event) {
            return waiting(event, SOON).orElseThrow(() -> new AssertionError("no " + event));
        }

        /// The same, if one comes in that time.
        Optional<JsonNode> waiting(String event, Duration time) {
            var end = Instant.now().plus(time);
            for (var line = line(end); line.isPresent(); line = line(end)) {
                if (line.get().equals("event:" + event)) {
                    return line(end).map(data -> JsonMapper.shared().readTree(data.substring("data:".length())));
                }
            }
            return Optional.empty();
        }

        /// Everything until the answer ends, which it must.
        String rest() {
            var end = Instant.now().plus(SOON);
            var rest = new StringBuilder();
            for (var line = line(end); line.isPresent(); line = line(end)) {
                if (line.get().equals(END)) {
                    return rest.toString();
                }
                rest.append(line.get()).append('\n');
            }
            throw new AssertionError("the answer did not end");
        }

        private Optional<String> line(Instant end) {
            try {
                return Optional.ofNullable(
                        lines.poll(Duration.between(Instant.now(), end).toMillis(), TimeUnit.MILLISECONDS));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new AssertionError(e);
            }
        }

        @Override
        public void close() {
            try {
                answer.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
