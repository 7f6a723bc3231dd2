package cn.shouwang.platform.projection;

import cn.shouwang.platform.event.EventSerializer;
import cn.shouwang.platform.history.History;
import cn.shouwang.platform.history.HistoryIndex;
import cn.shouwang.platform.history.Moments;
import cn.shouwang.platform.store.Log;
import cn.shouwang.platform.store.LogEngine;
import cn.shouwang.platform.store.Positions;
import cn.shouwang.platform.store.Readers;
import com.mongodb.client.MongoDatabase;
import java.time.Clock;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.context.annotation.Bean;

/// The index of the log and what answers from the past, as beans.
@AutoConfiguration
public final class PastConfiguration {

    @Bean
    HistoryIndex historyIndex(MongoDatabase database, Readers readers) {
        return new HistoryIndex(database, readers);
    }

    @Bean
    Moments moments(Log log, Clock clock) {
        return new Moments(log, clock);
    }

    /// Named apart from what a service may call its own history.
    @Bean
    History historyOfTheLog(HistoryIndex index, Log log, LogEngine engine, EventSerializer serializer) {
        return new History(index, log, engine, serializer.catalogue());
    }

    @Bean
    Scratches scratches(MongoDatabase database, History history, Positions positions, Clock clock) {
        return new Scratches(database, history, positions.owner(), clock);
    }
}
