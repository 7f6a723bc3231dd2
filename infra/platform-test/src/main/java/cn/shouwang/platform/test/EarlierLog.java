package cn.shouwang.platform.test;

import cn.shouwang.platform.security.Actor;
import cn.shouwang.platform.store.Appender;
import cn.shouwang.platform.store.Commit;
import cn.shouwang.platform.store.Log;
import com.mongodb.client.MongoDatabase;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import tools.jackson.databind.json.JsonMapper;

/// A service's log as an earlier version of the service wrote it: events in forms that only an upcaster
/// reads. Sealed parts cannot be written.
public final class EarlierLog implements AutoCloseable {

    private final Appender appender;

    public EarlierLog(MongoDatabase database) {
        this.appender = new Appender(new Log(database), Clock.systemUTC(), new SimpleMeterRegistry());
    }

    /// Stores one event as its own commit; the position it got. `type` is the aggregate's simple name.
    public long append(
            String type, String stream, long sequence, String name, String revision, String json, Actor actor) {
        var meta = JsonMapper.shared().writeValueAsString(actor.toMeta());
        var event = new Commit.Entry(UUID.randomUUID().toString(), name, revision, Instant.EPOCH, json.strip(), meta);
        return appender.append(new Commit(-1, stream, type, sequence, null, null, List.of(event)))
                .position();
    }

    @Override
    public void close() {
        appender.close();
    }
}
