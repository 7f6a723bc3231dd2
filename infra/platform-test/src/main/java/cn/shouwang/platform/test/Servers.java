package cn.shouwang.platform.test;

import cn.shouwang.local.kafka.LocalKafka;
import cn.shouwang.local.mongo.LocalMongo;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;
import org.testcontainers.kafka.KafkaContainer;
import org.testcontainers.mongodb.MongoDBContainer;

/// The servers integration tests run on, each started once per JVM when first asked for.
///
/// One switch, system property `shouwang.servers`: `embedded` (default) are those of `infra/local`;
/// `containers` are MongoDB and Kafka by Testcontainers, images by `shouwang.mongo.image` and
/// `shouwang.kafka.image`, and a Docker engine that does not answer is a failure, not a reason to
/// fall back. Which it was stands in the output of every run.
public final class Servers {

    /// Names of the two kinds as the switch spells them.
    public enum Kind {
        EMBEDDED,
        CONTAINERS
    }

    private static final class Mongo {
        private static final String URI = kind() == Kind.EMBEDDED ? embedded() : container();
        private static final MongoClient CLIENT = MongoClients.create(URI);

        private static String embedded() {
            var uri = LocalMongo.open(folder("mongo"), 0).uri();
            return uri.endsWith("/") ? uri.substring(0, uri.length() - 1) : uri;
        }

        @SuppressWarnings("resource") // ends with the JVM
        private static String container() {
            var mongo = new MongoDBContainer(System.getProperty("shouwang.mongo.image", "mongo:8"));
            mongo.start();
            return mongo.getConnectionString();
        }
    }

    private static final class Kafka {
        private static final String SERVERS =
                kind() == Kind.EMBEDDED ? LocalKafka.open(folder("kafka"), 0).servers() : container();

        @SuppressWarnings("resource") // ends with the JVM
        private static String container() {
            var kafka = new KafkaContainer(System.getProperty("shouwang.kafka.image", "apache/kafka:4.2.1"));
            kafka.start();
            createTopics(kafka.getBootstrapServers());
            return kafka.getBootstrapServers();
        }
    }

    private Servers() {}

    private static void createTopics(String servers) {
        try (var admin = Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, servers))) {
            var topics = Stream.of("monitoring", "industry", "asset", "employment", "workteam")
                    .map(name -> new NewTopic(name, 6, (short) 1))
                    .toList();
            admin.createTopics(topics).all().get();
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException("the topics could not be made", e);
        }
    }

    /// Which servers this run is on.
    public static Kind kind() {
        return Kind.valueOf(System.getProperty("shouwang.servers", "embedded").toUpperCase(Locale.ROOT));
    }

    /// A database no other test sees.
    public static MongoDatabase freshDatabase() {
        return Mongo.CLIENT.getDatabase("t" + UUID.randomUUID().toString().replace("-", ""));
    }

    /// Connection string of a database.
    public static String uri(MongoDatabase database) {
        return Mongo.URI + "/" + database.getName();
    }

    /// Connection string of the server, without a database.
    public static String mongo() {
        return Mongo.URI;
    }

    /// Bootstrap servers of the broker; the topics of all services exist.
    public static String kafka() {
        return Kafka.SERVERS;
    }

    private static Path folder(String name) {
        try {
            var folder = Files.createTempDirectory("shouwang-" + name);
            folder.toFile().deleteOnExit();
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
