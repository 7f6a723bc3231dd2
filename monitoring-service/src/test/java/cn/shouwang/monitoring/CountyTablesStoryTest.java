package cn.shouwang.monitoring;

import static org.assertj.core.api.Assertions.assertThat;

import cn.shouwang.monitoring.dataset.Ids;
import cn.shouwang.platform.projection.Views;
import cn.shouwang.platform.security.Role;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.zip.ZipInputStream;
import org.bson.BsonBoolean;
import org.bson.BsonDocument;
import org.bson.BsonInt32;
import org.bson.BsonInt64;
import org.bson.BsonString;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The standard tables over more households than a county monitors: twenty thousand rows, of which one was
/// entered and the others are its copies.
@DisplayNameGeneration(ReplaceUnderscores.class)
class CountyTablesStoryTest {

    private static final int HOUSEHOLDS = 20_000;
    private static final long SAMPLE = 500_000_000;
    private static final String VILLAGE = "440233101203";
    private static final String MEMBER = "00000000-0000-4000-8000-000000000001";

    private static final Calls CALLS = Calls.start();

    private final String county = CALLS.token("xian01", Role.COUNTY_OFFICER, "440233");

    @BeforeAll
    static void fill() {
        var village = CALLS.token("cun01", Role.VILLAGE_COMMITTEE, VILLAGE);
        var household = CALLS.post("/households", village, """
                {"village": "%s", "baseType": "ORDINARY", "members": [
                  {"member": "%s", "person": {"name": "测某", "document": "%s", "relation": "HEAD",
                   "labour": "ORDINARY", "health": ["HEALTHY"], "student": false}}], "on": "2025-01-05"}""".formatted(VILLAGE, MEMBER, Ids.text(1)))
                .id();
        CALLS.get("/households/" + household + "/file", village);
        CALLS.get("/households", village);
        copied("roster", household, CountyTablesStoryTest::monitored);
        copied("household_file", household, CountyTablesStoryTest::visited);
        var measures = new ArrayList<BsonDocument>();
        for (var number = 0; number < HOUSEHOLDS; number++) {
            measures.add(measure(number));
        }
        inserted(rows("measures"), measures);
    }

    @AfterAll
    static void stop() {
        CALLS.close();
    }

    @ParameterizedTest
    @CsvSource({"T1, 20000", "T2, 20000", "T3, 2", "T4, 20000", "T5, 20000"})
    void a_table_has_every_row_and_is_written_as_it_is_read(String table, int rows) throws IOException {
        var file = new byte[1][];
        var grown = grown(() -> file[0] = CALLS.download("/tables/" + table, county));
        System.out.printf("%s: %d KB, heap grown by %d MB at most%n", table, file[0].length / 1024, grown >> 20);
        assertThat(rowsBelowHeader(file[0])).isEqualTo(rows);
        assertThat(grown).isLessThan(16 << 20);
        if (table.equals("T3")) {
            assertThat(Book.sheets(file[0]).get("帮扶措施统计"))
                    .filteredOn(row -> row.contains("440233"))
                    .singleElement()
                    .satisfies(row -> assertThat(row).contains("20000"));
        }
    }

    /// How much more than before was reachable at any time during `work`.
    private static long grown(Runnable work) {
        var before = used();
        var most = new AtomicLong(before);
        var over = new AtomicBoolean();
        var watch = Thread.ofPlatform().start(() -> {
            while (!over.get()) {
                most.accumulateAndGet(used(), Math::max);
                LockSupport.parkNanos(SAMPLE);
            }
        });
        work.run();
        over.set(true);
        try {
            watch.join();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        return most.get() - before;
    }

    private static long used() {
        System.gc();
        var runtime = Runtime.getRuntime();
        return runtime.totalMemory() - runtime.freeMemory();
    }

    private static int rowsBelowHeader(byte[] file) throws IOException {
        try (var zip = new ZipInputStream(new ByteArrayInputStream(file))) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (entry.getName().equals("xl/worksheets/sheet1.xml")) {
                    return new String(zip.readAllBytes(), StandardCharsets.UTF_8).split("<row ", -1).length - 2;
                }
            }
        }
        throw new AssertionError("no sheet");
    }

    private static void copied(String view, String household, Consumer<BsonDocument> change) {
        var rows = rows(view);
        var first = Objects.requireNonNull(
                rows.find(new BsonDocument("_id", new BsonString(household))).first());
        change.accept(first);
        rows.replaceOne(new BsonDocument("_id", new BsonString(household)), first);
        var copies = new ArrayList<BsonDocument>();
        for (var number = 1; number < HOUSEHOLDS; number++) {
            copies.add(first.clone().append("_id", new BsonString(new UUID(1, number).toString())));
        }
        inserted(rows, copies);
    }

    private static void monitored(BsonDocument row) {
        row.append("monitoring", new BsonString("MONITORED"))
                .append("cycle", new BsonInt32(1))
                .append("category", new BsonString("MARGINAL"))
                .append("risks", BsonDocument.parse("{r: ['ILLNESS']}").get("r"))
                .append("since", new BsonString("2025-03-14"))
                .append("incomePerHeadFen", new BsonInt64(1_100_000))
                .append("lineFen", new BsonInt64(1_161_000))
                .append("decisionNo", new BsonString("新审〔01〕"));
    }

    private static void visited(BsonDocument row) {
        var visit = new BsonDocument("on", new BsonString("2025-03-04"))
                .append("incomeFrom", new BsonString("2024-03-01"))
                .append("incomeTo", new BsonString("2025-02-28"))
                .append("members", new BsonInt32(1))
                .append("disposableFen", new BsonInt64(1_100_000))
                .append("perHeadFen", new BsonInt64(1_100_000))
                .append("selfPaidFen", new BsonInt64(0));
        for (var problem : List.of("childOutOfSchool", "memberUninsured", "housingProblem", "waterProblem")) {
            visit.append(problem, BsonBoolean.FALSE);
        }
        row.append("cycles", new BsonDocument("1", new BsonDocument("visit", visit)));
        row.getDocument("members").getDocument(MEMBER).append("joined", new BsonString("BIRTH"));
    }

    private static BsonDocument measure(int number) {
        return new BsonDocument("_id", new BsonString(new UUID(3, number).toString()))
                .append("household", new BsonString(new UUID(1, number).toString()))
                .append("division", new BsonString(VILLAGE))
                .append("family", new BsonString("HEALTH"))
                .append("developmental", BsonBoolean.FALSE)
                .append("state", new BsonString("IN_PROGRESS"))
                .append("amountFen", new BsonInt64(50_000))
                .append("deliveredFen", new BsonInt64(50_000));
    }

    private static MongoCollection<BsonDocument> rows(String view) {
        var views = CALLS.bean(Views.class);
        var generation = views.answering(view) == 0 ? "" : "_g" + views.answering(view);
        var name = view + "_v" + views.version(view).orElseThrow() + generation;
        return CALLS.bean(MongoDatabase.class).getCollection(name, BsonDocument.class);
    }

    private static void inserted(MongoCollection<BsonDocument> rows, List<BsonDocument> documents) {
        for (var from = 0; from < documents.size(); from += 1_000) {
            rows.insertMany(documents.subList(from, Math.min(from + 1_000, documents.size())));
        }
    }
}
