package cn.shouwang.bench.log;

import cn.shouwang.local.mongo.LocalMongo;
import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.WriteConcern;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import java.nio.file.Path;

/// The embedded server with a client that waits for the disk.
record EmbeddedServer(LocalMongo mongo, MongoClient client) implements AutoCloseable {

    static EmbeddedServer in(Path folder) {
        var mongo = LocalMongo.open(folder.resolve("mongo"), 0);
        var client = MongoClients.create(MongoClientSettings.builder()
                .applyConnectionString(new ConnectionString(mongo.uri()))
                .writeConcern(WriteConcern.MAJORITY.withJournal(true))
                .build());
        return new EmbeddedServer(mongo, client);
    }

    @Override
    public void close() {
        client.close();
        mongo.close();
    }
}
