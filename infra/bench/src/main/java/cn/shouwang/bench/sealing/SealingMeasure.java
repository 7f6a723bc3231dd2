package cn.shouwang.bench.sealing;

import cn.shouwang.bench.sealing.NoteCommand.TakeOpen;
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
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.function.ToLongFunction;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.config.Configuration;
import org.axonframework.config.DefaultConfigurer;
import org.axonframework.messaging.MetaData;
import org.axonframework.serialization.upcasting.event.EventUpcasterChain;

/// Commands with sealing and the gate against the same commands without, on one log, in turns.
///
/// The same way otherwise: command bus, aggregate, serializer, group commit, durable in the embedded
/// server. The work is mixed as in the demo county, where of 3918 commits 1269 seal something about
/// somebody new, for whom a key is made first, 869 about somebody known, and the others nothing: of
/// twelve commands four, three and five.
public final class SealingMeasure {

    private static final double LIMIT = 1.25;
    private static final int CLIENTS = 8;
    private static final int WARM_UP = 360;
    private static final int TURNS = 1_200;

    private static final Actor CLERK =
            new Actor("clerk", Role.VILLAGE_COMMITTEE, SealedNote.VILLAGE, Actor.Channel.WEB);

    private static final List<Kind> MIX = List.of(
            Kind.NEW,
            Kind.KNOWN,
            Kind.NOTHING,
            Kind.NEW,
            Kind.NOTHING,
            Kind.KNOWN,
            Kind.NEW,
            Kind.NOTHING,
            Kind.NOTHING,
            Kind.NEW,
            Kind.KNOWN,
            Kind.NOTHING);

    /// What a command seals.
    private enum Kind {
        NEW("new subject"),
        KNOWN("known subject"),
        NOTHING("nothing sealed");

        private final String words;

        Kind(String words) {
            this.words = words;
        }
    }

    private record Time(Kind kind, long on, long off) {}

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
                var times = measure(commands, axon.commandGateway());
                axon.shutdown();
                return verdict(times);
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

    private static List<Time> measure(Commands commands, CommandGateway gateway)
            throws InterruptedException, ExecutionException {
        List<Future<List<Time>>> clients = new ArrayList<>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var client = 0; client < CLIENTS; client++) {
                clients.add(threads.submit(() -> turns(commands, gateway)));
            }
        }
        var all = new ArrayList<Time>();
        for (var client : clients) {
            all.addAll(client.get());
        }
        return all;
    }

    /// Streams are as short as those of a county: what is measured is the command, not a long replay.
    private static List<Time> turns(Commands commands, CommandGateway gateway) {
        var times = new ArrayList<Time>();
        var stream = "";
        var person = "";
        for (var turn = 0; turn < WARM_UP + TURNS; turn++) {
            var kind = MIX.get(turn % MIX.size());
            if (turn % MIX.size() == 0) {
                stream = UUID.randomUUID().toString();
            }
            if (kind == Kind.NEW) {
                person = UUID.randomUUID().toString();
            }
            var sealed = new TakeSealed("s-" + stream, person, "示范组" + turn);
            var plain = new TakePlain("p-" + stream, person, "示范组" + turn);
            var open = new TakeOpen("s-" + stream, person, "示范组" + turn);
            Runnable on = () -> commands.sendAs(kind == Kind.NOTHING ? open : sealed, CLERK);
            Runnable off = () -> ungated(gateway, plain);
            long timeOn;
            long timeOff;
            if (turn % 2 == 0) {
                timeOn = nanos(on);
                timeOff = nanos(off);
            } else {
                timeOff = nanos(off);
                timeOn = nanos(on);
            }
            if (turn >= WARM_UP) {
                times.add(new Time(kind, timeOn, timeOff));
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

    private static long nanos(Runnable command) {
        var began = System.nanoTime();
        command.run();
        return System.nanoTime() - began;
    }

    /// A line per kind and one for all.
    private boolean verdict(List<Time> times) {
        for (var kind : Kind.values()) {
            line(kind.words, times.stream().filter(time -> time.kind() == kind).toList());
        }
        var ratio = line("all", times);
        screen.accept(String.format(Locale.ROOT, "sealing ratio %.2f (limit %.2f)", ratio, LIMIT));
        return ratio <= LIMIT;
    }

    private double line(String what, List<Time> times) {
        var on = percentile(times, Time::on, 50);
        var off = percentile(times, Time::off, 50);
        screen.accept(String.format(
                Locale.ROOT,
                "  %-14s p50 on %.2f ms, off %.2f ms, ratio %.2f; p99 on %.2f ms, off %.2f ms; %d commands each",
                what,
                on,
                off,
                on / off,
                percentile(times, Time::on, 99),
                percentile(times, Time::off, 99),
                times.size()));
        return on / off;
    }

    private static double percentile(List<Time> times, ToLongFunction<Time> which, int percent) {
        var sorted = times.stream().mapToLong(which).sorted().toArray();
        return sorted[sorted.length * percent / 100] / 1e6;
    }
}
