package cn.shouwang.local.mongo;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import java.nio.file.Path;
import org.bson.Document;

/// A server in this process with a client on it, for one test.
final class Served implements AutoCloseable {

    final LocalMongo mongo;
    final MongoClient client;

    Served(Path directory) {
        this(LocalMongo.open(directory, 0));
    }

    Served(LocalMongo mongo) {
        this.mongo = mongo;
        this.client = MongoClients.create(mongo.uri());
    }

    MongoCollection<Document> collection(String name) {
        return client.getDatabase("county").getCollection(name);
    }

    Documents local(String name) {
        return mongo.store().database("county").findOrCreate(name).documents();
    }

    @Override
    public void close() {
        client.close();
        mongo.close();
    }
}
