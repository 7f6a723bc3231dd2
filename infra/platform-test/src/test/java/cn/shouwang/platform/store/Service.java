package cn.shouwang.platform.store;

import cn.shouwang.platform.event.Catalogue;
import cn.shouwang.platform.event.EventSerializer;
import cn.shouwang.platform.event.Placed;
import cn.shouwang.platform.event.Stored;
import cn.shouwang.platform.event.Upcast;
import cn.shouwang.platform.security.Actor;
import cn.shouwang.platform.test.TestSeals;
import com.mongodb.client.MongoDatabase;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.serialization.Revision;
import org.axonframework.serialization.upcasting.event.EventUpcaster;
import org.axonframework.serialization.upcasting.event.EventUpcasterChain;

/// One process of a service with its log, as far as tests of the store need it.
public final class Service implements AutoCloseable {

    /// A history that means nothing.
    public sealed interface BellEvent extends Placed {

        @Stored("bell.rang")
        @Revision("2")
        record BellRang(String division, int times) implements BellEvent {}

        @Stored("bell.muffled")
        @Revision("1")
        record BellMuffled(String division) implements BellEvent {}
    }

    public static final String VILLAGE = "440233101203";

    /// `bell.rung-twice` was once one event.
    public static final EventUpcaster RUNG_TWICE = Upcast.from("bell.rung-twice", "1")
            .into(
                    Upcast.as("bell.rang", "2", bell -> {
                        bell.set("times", bell.remove("first"));
                        bell.remove("second");
                    }),
                    Upcast.as("bell.rang", "2", bell -> {
                        bell.set("times", bell.remove("second"));
                        bell.remove("first");
                    }));

    private final Clock clock = Clock.systemUTC();
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final List<Reader> readers = new ArrayList<>();
    private final Log log;
    private final Appender appender;
    private final LogEngine engine;
    private final Readers all;

    /// `instance` names the process: the same after a restart.
    public Service(MongoDatabase database, String instance, EventUpcaster... upcasters) {
        this.log = new Log(database);
        this.appender = new Appender(log, clock, meters);
        this.engine = new LogEngine(
                log,
                appender,
                new EventSerializer(Catalogue.of(BellEvent.class), TestSeals.fresh()),
                new EventUpcasterChain(List.of(upcasters)));
        this.all = new Readers(engine, log, new Positions(database, instance, clock), clock, meters);
    }

    public Log log() {
        return log;
    }

    public Appender appender() {
        return appender;
    }

    public LogEngine engine() {
        return engine;
    }

    public Readers readers() {
        return all;
    }

    /// A running reader that ends with this process.
    public Reader reader(String name, Reader.Work work) {
        var reader = all.reader(name, work);
        readers.add(reader);
        reader.start();
        return reader;
    }

    /// Stores `count` events of one stream, from `sequence`, as one commit; the position reached.
    public long ring(String stream, long sequence, int count) {
        var attempt = Attempt.once("test");
        ScopedValue.where(Attempt.CURRENT, attempt).run(() -> engine.appendEvents(events(stream, sequence, count)));
        return attempt.stored().orElseThrow().position();
    }

    public static List<DomainEventMessage<?>> events(String stream, long sequence, int count) {
        var events = new ArrayList<DomainEventMessage<?>>();
        for (var n = 0; n < count; n++) {
            events.add(event(stream, sequence + n, new BellEvent.BellRang(VILLAGE, n), Actor.SYSTEM));
        }
        return events;
    }

    public static DomainEventMessage<?> event(String stream, long sequence, Object payload, Actor actor) {
        return new GenericDomainEventMessage<>("Bell", stream, sequence, payload, actor.toMeta());
    }

    @Override
    public void close() {
        readers.forEach(Reader::close);
        appender.close();
    }
}
