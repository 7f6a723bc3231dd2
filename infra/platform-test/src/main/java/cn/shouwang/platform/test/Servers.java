package cn.shouwang.platform.test;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.memory.MemoryBackend;
import java.util.UUID;

/// The servers tests run on, started once per JVM.
public final class Servers {

    private static final MongoServer MONGO = new MongoServer(new MemoryBackend());
    private static final String URI = MONGO.bindAndGetConnectionString();
    private static final MongoClient CLIENT = MongoClients.create(URI);

    private Servers() {}

    /// A database no other test sees.
    public static MongoDatabase freshDatabase() {
        return CLIENT.getDatabase("t" + UUID.randomUUID().toString().replace("-", ""));
    }

    /// Connection string of a database.
    public static String uri(MongoDatabase database) {
        return URI + "/" + database.getName();
    }
}
