package cn.shouwang.bench.log;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.set;

import cn.shouwang.platform.projection.Views;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.UpdateOptions;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import org.bson.Document;

/// `bench rebuild`: a read model of 100 thousand rows built from nothing, as a service does it after
/// its version has changed, beside two limits of the same run: the log read and deserialized with
/// nothing written, and as many guarded upserts by the bare driver with nothing read.
public final class RebuildMeasure {

    private static final String REBUILD = "rebuild: replayed through Rows, reader and all";
    private static final String REPLAY = "limit: replay, nothing written";
    private static final String UPSERTS = "limit: bare guarded upserts, nothing read";

    private static final double ASKED = 30_000;
    private static final int ROUNDS = 5;
    private static final int ROWS = 100_000;
    private static final int BATCH = 512;
    private static final int WRITERS = 64;
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private final Path folder;
    private final int perRow;
    private final Consumer<String> screen;

    public RebuildMeasure(Path folder, boolean quick, Consumer<String> screen) {
        this.folder = folder;
        this.perRow = quick ? 2 : 5;
        this.screen = screen;
    }

    /// True when 30 thousand events a second and more become rows.
    public boolean run() throws InterruptedException, ExecutionException {
        try (var server = EmbeddedServer.in(folder);
                var log = new OwnLog(server.client().getDatabase("rebuild"), folder)) {
            fill(log);
            var rates = new Figures();
            rebuild(log, 0); // warm
            for (var round = 1; round <= ROUNDS; round++) {
                rates.add(REBUILD, rebuild(log, round));
                rates.add(REPLAY, ReplayMeasure.replay(log.engine(), log.head()));
                rates.add(UPSERTS, upserts(log.database().getCollection("bare_" + round)));
            }
            return print(log.head(), rates);
        }
    }

    private boolean print(long events, Figures rates) {
        screen.accept(
                String.format(Locale.ROOT, "%,d events into %,d rows with one index: events a second", events, ROWS));
        rates.names()
                .forEach(name -> screen.accept(String.format(
                        Locale.ROOT,
                        "  %-50s %-30s rebuild ÷ this %s",
                        name,
                        rates.of(name).whole(),
                        rates.of(REBUILD).over(rates.of(name)).ratio())));
        var ratio = rates.of(REBUILD).median() / ASKED;
        screen.accept(String.format(Locale.ROOT, "rebuild ratio %.2f (limit 1.00)", ratio));
        return ratio >= 1;
    }

    /// An event for every row, then another for every row, and so on, as years bring them.
    private void fill(OwnLog log) throws InterruptedException, ExecutionException {
        for (var turn = 0; turn < perRow; turn++) {
            var sequence = turn;
            try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
                var done = new ArrayList<Future<?>>();
                for (var writer = 0; writer < WRITERS; writer++) {
                    var first = writer;
                    done.add(threads.submit(() -> {
                        for (var row = first; row < ROWS; row += WRITERS) {
                            log.engine().appendEvents(Sample.events("row-" + row, sequence, 1));
                        }
                    }));
                }
                for (var one : done) {
                    one.get();
                }
            }
        }
    }

    private static double rebuild(OwnLog log, int version) throws InterruptedException {
        var began = System.nanoTime();
        var views =
                new Views(List.of(new NotesProjection(version)), log.database(), log.readers("rebuild"), log.seals());
        views.start();
        try {
            if (!views.await(log.head() - 1, PATIENCE)) {
                throw new IllegalStateException("the read model was not built in " + PATIENCE);
            }
            var seconds = (System.nanoTime() - began) / 1e9;
            var rows = log.database().getCollection("notes_v" + version).countDocuments();
            if (rows != ROWS) {
                throw new IllegalStateException("%,d rows were built".formatted(rows));
            }
            return log.head() / seconds;
        } finally {
            views.stop();
        }
    }

    private double upserts(MongoCollection<Document> rows) {
        var began = System.nanoTime();
        for (var turn = 0; turn < perRow; turn++) {
            for (var row = 0; row < ROWS; row += BATCH) {
                var batch = new ArrayList<UpdateOneModel<Document>>(BATCH);
                for (var each = row; each < Math.min(ROWS, row + BATCH); each++) {
                    batch.add(upsert("row-" + each, (long) turn * ROWS + each));
                }
                rows.bulkWrite(batch, new BulkWriteOptions().ordered(true));
            }
        }
        return (double) perRow * ROWS / ((System.nanoTime() - began) / 1e9);
    }

    private static UpdateOneModel<Document> upsert(String id, long position) {
        return new UpdateOneModel<>(
                and(eq("_id", id), lt("at", position)),
                combine(set("division", "440233999999"), set("amountFen", position), set("at", position)),
                new UpdateOptions().upsert(true));
    }
}
