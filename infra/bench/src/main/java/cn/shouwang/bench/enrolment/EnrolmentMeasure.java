package cn.shouwang.bench.enrolment;

import static com.mongodb.client.model.Projections.include;

import cn.shouwang.bench.county.Village;
import cn.shouwang.bench.door.Answer;
import cn.shouwang.bench.door.Caller;
import cn.shouwang.bench.door.Offices;
import cn.shouwang.bench.door.Visitor;
import cn.shouwang.bench.enrolment.RollFile.Expected;
import cn.shouwang.local.run.Progress;
import cn.shouwang.local.run.Suite;
import cn.shouwang.local.run.SuiteSettings;
import com.mongodb.ConnectionString;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import org.bson.Document;

/// Persons a second from a file to the register, on a suite of its own: embedded server with its data on disk,
/// the service with 512 MB of heap, every request through the gateway.
///
/// The seconds of sending end with the verdict on every row, those of registering with the last household
/// durable; then the heap is taken, as it peaked and after a collection, and the events in the log are counted.
/// Readers follow meanwhile and after; how far they come within their minutes is told, and is no part of the
/// aim: 5,000 persons a second over sending and registering, in 512 MB.
public final class EnrolmentMeasure {

    private static final double AIM = 5_000;
    private static final long MOST_HEAP = 512L << 20;
    private static final int PERSONS = 250_000;
    private static final int FEW = 25_000;
    private static final long PAUSE_MS = 200;
    private static final Duration PAUSE = Duration.ofSeconds(1);
    private static final long PATIENCE_NANOS = 1_800_000_000_000L;
    private static final int BATCH = 2_000;
    private static final String ENROLMENTS = "/api/monitoring/enrolments";

    private final Path folder;
    private final int persons;
    private final Duration readers;
    private final Consumer<String> screen;
    private final Suite suite;

    /// Waits for readers as long as `readers` at most.
    public EnrolmentMeasure(Path home, Path folder, boolean quick, Duration readers, Consumer<String> screen) {
        this.folder = folder;
        this.persons = quick ? FEW : PERSONS;
        this.readers = readers;
        this.screen = screen;
        this.suite = new Suite(SuiteSettings.of(home).below(folder).withFreePorts(), Progress.silent());
    }

    /// True when all that should be is registered, and the aim is met. The last line on the screen says how
    /// many persons a second, and the heap that is left after a collection once all is registered.
    public boolean run() throws IOException, InterruptedException {
        var stopAtInterrupt = new Thread(suite::stop);
        Runtime.getRuntime().addShutdownHook(stopAtInterrupt);
        try (suite) {
            suite.start();
            var file = folder.resolve("roll.csv");
            var villages = Village.all(new Visitor(suite.url())).stream()
                    .map(Village::code)
                    .toList();
            var expected = new RollFile(villages, persons).write(file);
            return measure(file, expected);
        } finally {
            Runtime.getRuntime().removeShutdownHook(stopAtInterrupt);
        }
    }

    private boolean measure(Path file, Expected expected) throws IOException, InterruptedException {
        var offices = Offices.of(suite.url(), suite.passwords());
        var officer = offices.of("county-officer");
        var leader = offices.of("county-leader");
        leader.get(ENROLMENTS); // signs in
        officer.get(ENROLMENTS);
        var began = System.nanoTime();
        var judged = accepted(
                officer.upload(ENROLMENTS, "text/csv", file, UUID.randomUUID().toString()));
        var judging = seconds(began);
        mustBe(expected, judged);
        var one = ENROLMENTS + "/" + judged.id();
        var approved = System.nanoTime();
        accepted(leader.post(
                one + "/approval",
                Map.of(
                        "digest",
                        judged.json().path("digest").asString(),
                        "on",
                        LocalDate.now(ZoneId.of("Asia/Shanghai")).toString()),
                UUID.randomUUID().toString()));
        var done = completed(leader, one + "/progress");
        var registering = seconds(approved);
        var heap = heap();
        var counted = events();
        var same = isSame(expected, done, counted);
        var disk = disk();
        report(file, expected, judging, registering, counted, same);
        line("heap", "%,d MB at most, %,d MB after a collection".formatted(heap.peak() >> 20, heap.live() >> 20));
        line("disk", "%,d MB".formatted(disk >> 20));
        screen.accept("  " + catchUp().within(readers, PAUSE));
        line("heap with readers", "%,d MB at most".formatted(heap().peak() >> 20));
        var rate = expected.persons() / (judging + registering);
        screen.accept(String.format(Locale.ROOT, "import: %.0f rows a second, %d MB heap", rate, heap.live() >> 20));
        return same && rate >= AIM && heap.peak() <= MOST_HEAP;
    }

    private void report(
            Path file, Expected expected, double judging, double registering, Map<String, Long> counted, boolean same)
            throws IOException {
        screen.accept(String.format(
                Locale.ROOT,
                "%,d rows, %,d MB; %,d households with %,d persons registered, %,d households refused: %s",
                expected.rows(),
                Files.size(file) >> 20,
                counted.getOrDefault("household.registered", 0L),
                counted.getOrDefault("household.member-added", 0L),
                expected.refused(),
                same ? "as expected" : "NOT as expected"));
        line("sent and judged", "%.1f s, %,.0f rows a second".formatted(judging, expected.rows() / judging));
        line("registered", "%.1f s, %,.0f persons a second".formatted(registering, expected.persons() / registering));
        line(
                "over the whole",
                "%.1f s, %,.0f persons a second"
                        .formatted(judging + registering, expected.persons() / (judging + registering)));
    }

    private void line(String what, String figure) {
        screen.accept(String.format(Locale.ROOT, "  %-28s %s", what, figure));
    }

    private static void mustBe(Expected expected, Answer judged) {
        var answer = judged.json();
        if (answer.path("rows").asInt() != expected.rows()
                || answer.path("accepted").asInt() != expected.persons()
                || answer.path("households").asInt() != expected.households()
                || answer.path("householdsRefused").asInt() != expected.refused()) {
            throw new IllegalStateException("judged otherwise than expected: " + expected + " " + judged.body());
        }
    }

    private static Answer accepted(Answer answer) {
        if (!answer.isAccepted()) {
            throw new IllegalStateException(answer.status() + " " + answer.body());
        }
        return answer;
    }

    private Answer completed(Caller caller, String path) throws InterruptedException {
        var began = System.nanoTime();
        while (System.nanoTime() - began < PATIENCE_NANOS) {
            var now = caller.get(path);
            if (now.isAccepted() && now.json().path("state").asString().equals("COMPLETED")) {
                return now;
            }
            Thread.sleep(PAUSE_MS);
        }
        throw new IllegalStateException("not registered in half an hour");
    }

    private static boolean isSame(Expected expected, Answer done, Map<String, Long> counted) {
        return done.json().path("registered").asInt() == expected.households()
                && done.json().path("persons").asInt() == expected.persons()
                && counted.getOrDefault("household.registered", 0L) == expected.households()
                && counted.getOrDefault("household.member-added", 0L) == expected.persons();
    }

    /// Events in the service's log by name.
    private Map<String, Long> events() {
        return inDatabase(database -> {
            var counted = new HashMap<String, Long>();
            database.getCollection("log")
                    .find()
                    .projection(include("events"))
                    .batchSize(BATCH)
                    .forEach(commit -> commit.getList("events", Document.class)
                            .forEach(event -> counted.merge(event.getString("name"), 1L, Long::sum)));
            return counted;
        });
    }

    /// To what is in the log now.
    private CatchUp catchUp() {
        var head = inDatabase(database -> Objects.requireNonNull(database.getCollection("log")
                        .find()
                        .sort(new Document("_id", -1))
                        .projection(include("_id"))
                        .first())
                .getLong("_id"));
        return new CatchUp(head, () -> inDatabase(EnrolmentMeasure::positions), System::nanoTime);
    }

    private static Map<String, Long> positions(MongoDatabase database) {
        var positions = new HashMap<String, Long>();
        database.getCollection("readers")
                .find()
                .forEach(reader -> positions.put(reader.getString("_id"), reader.getLong("position")));
        return positions;
    }

    private <T> T inDatabase(Function<MongoDatabase, T> question) {
        var address = new ConnectionString(suite.mongo("monitoring"));
        try (var client = MongoClients.create(address)) {
            return question.apply(client.getDatabase(Objects.requireNonNull(address.getDatabase())));
        }
    }

    private HeapUse heap() throws IOException {
        return HeapUse.of(Objects.requireNonNull(suite.pids().get("monitoring")));
    }

    /// What the data take, all of the suite's.
    private long disk() throws IOException {
        try (var files = Files.walk(folder.resolve("data"))) {
            return files.filter(Files::isRegularFile)
                    .mapToLong(EnrolmentMeasure::size)
                    .sum();
        }
    }

    private static long size(Path file) {
        try {
            return Files.size(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static double seconds(long began) {
        return (System.nanoTime() - began) / 1e9;
    }
}
