package cn.shouwang.bench.sealing;

import cn.shouwang.bench.sealing.NoteCommand.TakePlain;
import cn.shouwang.bench.sealing.NoteCommand.TakeSealed;
import cn.shouwang.local.mongo.LocalMongo;
import cn.shouwang.platform.command.Commands;
import cn.shouwang.platform.command.Once;
import cn.shouwang.platform.event.Catalogue;
import cn.shouwang.platform.event.EventSerializer;
import cn.shouwang.platform.sealing.Seals;
import cn.shouwang.platform.sealing.StoredPersonKeys;
import cn.shouwang.platform.sealing.Suite;
import cn.shouwang.platform.sealing.WrappingKeys;
import cn.shouwang.platform.security.Actor;
import cn.shouwang.platform.security.Gate;
import cn.shouwang.platform.security.Role;
import cn.shouwang.platform.store.Appender;
import cn.shouwang.platform.store.Attempt;
import cn.shouwang.platform.store.Log;
import cn.shouwang.platform.store.LogEngine;
import com.mongodb.client.MongoClients;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.config.Configuration;
import org.axonframework.config.DefaultConfigurer;
import org.axonframework.messaging.MetaData;
import org.axonframework.serialization.upcasting.event.EventUpcasterChain;

/// Commands with sealing and the gate against the same commands without, on one log, in turns.
///
/// The same way otherwise: command bus, aggregate, serializer, group commit, durable in the embedded
/// server. Two kinds of work: another note on a known stream, and a note about somebody new, for whom a
/// key is made first.
public final class SealingMeasure {

    private static final double LIMIT = 1.25;
    private static final int CLIENTS = 8;
    private static final int WARM_UP = 300;
    private static final int TURNS = 1_000;

    private static final Actor CLERK =
            new Actor("clerk", Role.VILLAGE_COMMITTEE, SealedNote.VILLAGE, Actor.Channel.WEB);

    private record Times(List<Long> on, List<Long> off) {}

    private final Path directory;
    private final Consumer<String> screen;

    public SealingMeasure(Path directory, Consumer<String> screen) {
        this.directory = directory;
        this.screen = screen;
    }

    /// Prints a table and the ratio; true when it is within the limit.
    public boolean run() throws InterruptedException, ExecutionException {
        try (var mongo = LocalMongo.open(directory.resolve("mongo"), 0);
                var client = MongoClients.create(mongo.uri())) {
            var database = client.getDatabase("measure");
            var clock = Clock.systemUTC();
            var wrapping = new WrappingKeys(directory.resolve("keys.json"), () -> StoredPersonKeys.isFresh(database));
            var seals = new Seals(new StoredPersonKeys(database, wrapping, Suite.AES, clock), Suite.AES);
            var log = new Log(database);
            try (var appender = new Appender(log, clock, new SimpleMeterRegistry())) {
                var engine = new LogEngine(
                        log,
                        appender,
                        new EventSerializer(Catalogue.of(NoteEvent.class), seals),
                        new EventUpcasterChain());
                var axon = axon(engine);
                axon.start();
                var commands = new Commands(axon.commandGateway(), new Gate(), new Once(log, database, clock), null);
                var known = measure(commands, axon.commandGateway(), true);
                var fresh = measure(commands, axon.commandGateway(), false);
                axon.shutdown();
                return verdict(line("known subject", known), line("new subject", fresh));
            }
        }
    }

    private static Configuration axon(LogEngine engine) {
        return DefaultConfigurer.defaultConfiguration()
                .configureEmbeddedEventStore(_ -> engine)
                .configureCorrelationDataProviders(_ -> List.of(message -> message.getMetaData()))
                .configureAggregate(SealedNote.class)
                .configureAggregate(PlainNote.class)
                .buildConfiguration();
    }

    private static Times measure(Commands commands, CommandGateway gateway, boolean known)
            throws InterruptedException, ExecutionException {
        List<Future<Times>> clients = new ArrayList<>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var client = 0; client < CLIENTS; client++) {
                clients.add(threads.submit(() -> turns(commands, gateway, known)));
            }
        }
        var all = new Times(new ArrayList<>(), new ArrayList<>());
        for (var client : clients) {
            all.on().addAll(client.get().on());
            all.off().addAll(client.get().off());
        }
        return all;
    }

    /// Streams stay short: what is measured is the command, not the replay of a long stream.
    private static Times turns(Commands commands, CommandGateway gateway, boolean known) {
        var times = new Times(new ArrayList<>(), new ArrayList<>());
        var stream = UUID.randomUUID().toString();
        for (var turn = 0; turn < WARM_UP + TURNS; turn++) {
            if (!known || turn % 10 == 0) {
                stream = UUID.randomUUID().toString();
            }
            var counted = turn >= WARM_UP && (!known || turn % 10 != 0);
            var text = "示范组" + turn;
            var sealed = new TakeSealed("s-" + stream, text);
            var plain = new TakePlain("p-" + stream, text);
            if (turn % 2 == 0) {
                time(times.on(), counted, () -> commands.sendAs(sealed, CLERK));
                time(times.off(), counted, () -> ungated(gateway, plain));
            } else {
                time(times.off(), counted, () -> ungated(gateway, plain));
                time(times.on(), counted, () -> commands.sendAs(sealed, CLERK));
            }
        }
        return times;
    }

    private static void ungated(CommandGateway gateway, TakePlain command) {
        var attempt = Attempt.once("measure");
        var meta = MetaData.from(CLERK.toMeta()).mergedWith(attempt.causes());
        ScopedValue.where(Attempt.CURRENT, attempt)
                .run(() -> gateway.sendAndWait(new GenericCommandMessage<>(command, meta)));
    }

    private static void time(List<Long> times, boolean counted, Runnable command) {
        var began = System.nanoTime();
        command.run();
        if (counted) {
            times.add(System.nanoTime() - began);
        }
    }

    private double line(String what, Times times) {
        var on = percentile(times.on(), 50);
        var off = percentile(times.off(), 50);
        screen.accept(String.format(
                Locale.ROOT,
                "  %-14s p50 on %.2f ms, off %.2f ms, ratio %.2f; p99 on %.2f ms, off %.2f ms; %d commands each",
                what,
                on,
                off,
                on / off,
                percentile(times.on(), 99),
                percentile(times.off(), 99),
                times.on().size()));
        return on / off;
    }

    private static double percentile(List<Long> nanos, int percent) {
        var sorted = nanos.stream().mapToLong(Long::longValue).toArray();
        Arrays.sort(sorted);
        return sorted[sorted.length * percent / 100] / 1e6;
    }

    /// Nine in ten commands of a county are about someone known; the ratio weighs them so.
    private boolean verdict(double known, double fresh) {
        var ratio = 0.9 * known + 0.1 * fresh;
        screen.accept(String.format(Locale.ROOT, "sealing ratio %.2f (limit %.2f)", ratio, LIMIT));
        return ratio <= LIMIT;
    }
}
