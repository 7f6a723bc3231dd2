package cn.shouwang.local.run;

import cn.shouwang.local.kafka.LocalKafka;
import cn.shouwang.local.mongo.LocalMongo;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The process that stands in for the servers: a Kafka broker and a Mongo-protocol server.
///
/// `--data DIR` is where both keep their files. `--mongo-port N` and `--kafka-port N` say which of
/// the two to open; the one without a port is somewhere else. `--ready FILE` is written when clients
/// may come, three lines `pid=…`, `mongo=<uri>`, `kafka=<servers>` (a line is missing when that
/// server is not opened here), and deleted before anything is opened.
///
/// SIGTERM closes the broker first, then the database. A server that cannot be
/// opened ends the process with code 1.
public final class ServerProcess {

    private static final Logger LOG = LoggerFactory.getLogger(ServerProcess.class);

    private ServerProcess() {}

    /// Runs until SIGTERM.
    public static void main(String[] args) throws Exception {
        var options = Options.parse(List.of(args), ServerProcess.OPTIONS);
        var data = Path.of(options.required("data"));
        var ready = options.path("ready");
        if (ready != null) {
            Files.deleteIfExists(ready);
        }
        var mongo = CompletableFuture.supplyAsync(() -> openMongo(options, data));
        var kafka = CompletableFuture.supplyAsync(() -> openKafka(options, data));
        var stopped = new CountDownLatch(1);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            close(kafka);
            close(mongo);
            stopped.countDown();
        }));
        try {
            announce(ready, mongo.join(), kafka.join());
        } catch (RuntimeException e) {
            LOG.error("cannot open", e);
            System.exit(1);
        }
        stopped.await();
    }

    static final Options.Known OPTIONS = Options.known().value("data", "mongo-port", "kafka-port", "ready");

    private static @Nullable LocalMongo openMongo(Options options, Path data) {
        return options.has("mongo-port") ? LocalMongo.open(data.resolve("mongo"), options.port("mongo-port")) : null;
    }

    private static @Nullable LocalKafka openKafka(Options options, Path data) {
        return options.has("kafka-port") ? LocalKafka.open(data.resolve("kafka"), options.port("kafka-port")) : null;
    }

    private static void announce(@Nullable Path ready, @Nullable LocalMongo mongo, @Nullable LocalKafka kafka)
            throws IOException {
        var lines = new ArrayList<String>();
        lines.add("pid=" + ProcessHandle.current().pid());
        if (mongo != null) {
            lines.add("mongo=" + mongo.uri());
        }
        if (kafka != null) {
            lines.add("kafka=" + kafka.servers());
        }
        lines.forEach(System.out::println);
        if (ready != null) {
            var draft = ready.resolveSibling(ready.getFileName() + ".draft");
            Files.write(draft, lines);
            Files.move(draft, ready, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private static void close(CompletableFuture<? extends @Nullable AutoCloseable> server) {
        try {
            var opened = server.getNow(null);
            if (opened != null) {
                opened.close();
            }
        } catch (Exception e) {
            LOG.error("cannot close in order", e);
        }
    }
}
