package cn.shouwang.bench.log;

import cn.shouwang.platform.event.Catalogue;
import cn.shouwang.platform.event.EventSerializer;
import cn.shouwang.platform.sealing.Seals;
import cn.shouwang.platform.sealing.StoredPersonKeys;
import cn.shouwang.platform.sealing.Suite;
import cn.shouwang.platform.sealing.WrappingKeys;
import cn.shouwang.platform.store.Appender;
import cn.shouwang.platform.store.Log;
import cn.shouwang.platform.store.LogEngine;
import cn.shouwang.platform.store.Positions;
import cn.shouwang.platform.store.Readers;
import com.mongodb.client.MongoDatabase;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.time.Clock;
import org.axonframework.serialization.upcasting.event.EventUpcasterChain;

/// A log of ours in a database of its own, as a service has it.
final class OwnLog implements AutoCloseable {

    private final MongoDatabase database;
    private final MeterRegistry meters = new SimpleMeterRegistry();
    private final Seals seals;
    private final Log log;
    private final Appender appender;
    private final EventSerializer serializer;
    private final LogEngine engine;

    /// The key that wraps others is kept below `folder`; nothing measured is personal.
    OwnLog(MongoDatabase database, Path folder) {
        this.database = database;
        var keys = folder.resolve("keys-" + database.getName() + ".json");
        var wrapping = new WrappingKeys(keys, () -> StoredPersonKeys.isFresh(database));
        seals = new Seals(new StoredPersonKeys(database, wrapping, Suite.AES, Clock.systemUTC()), Suite.AES);
        log = new Log(database);
        appender = new Appender(log, Clock.systemUTC(), meters);
        serializer = new EventSerializer(Catalogue.of(MeasureEvent.class), seals);
        engine = new LogEngine(log, appender, serializer, new EventUpcasterChain());
    }

    LogEngine engine() {
        return engine;
    }

    EventSerializer serializer() {
        return serializer;
    }

    MongoDatabase database() {
        return database;
    }

    Seals seals() {
        return seals;
    }

    /// The position the next event gets, which is how many there are.
    long head() {
        return log.head();
    }

    MeterRegistry meters() {
        return meters;
    }

    /// Readers of this log that keep their positions under `owner`.
    Readers readers(String owner) {
        var positions = new Positions(database, owner, Clock.systemUTC());
        return new Readers(engine, log, positions, Clock.systemUTC(), meters);
    }

    @Override
    public void close() {
        appender.close();
    }
}
