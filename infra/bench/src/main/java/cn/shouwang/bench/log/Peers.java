package cn.shouwang.bench.log;

import com.mongodb.client.MongoDatabase;
import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.axonframework.common.jdbc.PersistenceExceptionResolver;
import org.axonframework.common.transaction.NoTransactionManager;
import org.axonframework.eventsourcing.eventstore.jdbc.JdbcEventStorageEngine;
import org.axonframework.eventsourcing.eventstore.jdbc.JdbcSQLErrorCodesResolver;
import org.axonframework.eventsourcing.eventstore.jdbc.PostgresEventTableFactory;
import org.axonframework.extensions.mongo.DefaultMongoTemplate;
import org.axonframework.extensions.mongo.eventsourcing.eventstore.MongoEventStorageEngine;
import org.axonframework.extensions.mongo.eventsourcing.eventstore.StorageStrategy;
import org.axonframework.extensions.mongo.eventsourcing.eventstore.documentpercommit.DocumentPerCommitStorageStrategy;
import org.axonframework.extensions.mongo.eventsourcing.eventstore.documentperevent.DocumentPerEventStorageStrategy;
import org.axonframework.serialization.jackson3.Jackson3Serializer;
import org.axonframework.spring.jdbc.SpringDataSourceConnectionProvider;
import org.axonframework.spring.messaging.unitofwork.SpringTransactionManager;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;

/// All that is compared, on one embedded server and one PostgreSQL, empty at first.
final class Peers implements AutoCloseable {

    static final String OURS = "Shouwang";
    static final String MONGO_EVENT = "Axon Mongo, document per event";
    static final String MONGO_COMMIT = "Axon Mongo, document per commit";
    static final String POSTGRES = "Axon JDBC on PostgreSQL";

    private static final int CONNECTIONS = 64;
    private static final int[] BATCHES = {100, 1_000, 10_000};

    private final Path folder;
    private final EmbeddedServer server;
    private final OwnLog own;
    private final Optional<PostgresServer> postgres;
    private final Optional<HikariDataSource> connections;
    private final List<OwnLog> logs = new ArrayList<>();
    private final List<Peer> all = new ArrayList<>();

    /// Opens them below `folder`.
    Peers(Path folder) throws IOException {
        this.folder = folder;
        server = EmbeddedServer.in(folder);
        own = own("ours");
        all.add(Peer.of(OURS, own.engine()));
        all.add(axonMongo(MONGO_EVENT, "per_event", new DocumentPerEventStorageStrategy()));
        all.add(axonMongo(MONGO_COMMIT, "per_commit", new DocumentPerCommitStorageStrategy()));
        postgres = PostgresServer.start();
        connections = postgres.map(Peers::pool);
        connections.map(Peers::axonJdbc).ifPresent(all::add);
    }

    /// Ours and Axon's Mongo engines on logs that nobody has written to.
    List<Peer> onEmptyLogs() {
        return List.of(
                Peer.of(OURS, own("semantics").engine()),
                axonMongo(MONGO_EVENT, "semantics_event", new DocumentPerEventStorageStrategy()),
                axonMongo(MONGO_COMMIT, "semantics_commit", new DocumentPerCommitStorageStrategy()));
    }

    /// Another log of ours on the same server.
    OwnLog own(String database) {
        var opened = new OwnLog(server.client().getDatabase(database), folder);
        logs.add(opened);
        return opened;
    }

    OwnLog own() {
        return own;
    }

    List<Peer> all() {
        return all;
    }

    boolean has(String name) {
        return all.stream().anyMatch(peer -> peer.name().equals(name));
    }

    /// What PostgreSQL is compared with, in words.
    String postgres() {
        return postgres.map(server -> "PostgreSQL " + server.version() + ", fsync on")
                .orElse("PostgreSQL is not installed and its rows are missing: apt-get install postgresql");
    }

    /// A database of the embedded server for a floor.
    MongoDatabase database(String name) {
        return server.client().getDatabase(name);
    }

    private Peer axonMongo(String name, String database, StorageStrategy strategy) {
        var replays = new ArrayList<Peer.Replay>();
        for (var batch : BATCHES) {
            replays.add(new Peer.Replay(batch, mongoEngine(database, strategy, batch)));
        }
        return new Peer(name, replays.getFirst().engine(), replays);
    }

    private MongoEventStorageEngine mongoEngine(String database, StorageStrategy strategy, int batch) {
        var template = DefaultMongoTemplate.builder()
                .mongoDatabase(server.client(), database)
                .build();
        strategy.ensureIndexes(template.eventCollection(), template.snapshotCollection());
        return MongoEventStorageEngine.builder()
                .mongoTemplate(template)
                .storageStrategy(strategy)
                .transactionManager(NoTransactionManager.instance())
                .eventSerializer(Jackson3Serializer.builder().build())
                .snapshotSerializer(Jackson3Serializer.builder().build())
                .batchSize(batch)
                .build();
    }

    private static HikariDataSource pool(PostgresServer server) {
        var settings = new HikariConfig();
        settings.setJdbcUrl(server.url());
        settings.setMaximumPoolSize(CONNECTIONS);
        return new HikariDataSource(settings);
    }

    private static Peer axonJdbc(HikariDataSource connections) {
        var replays = new ArrayList<Peer.Replay>();
        for (var batch : BATCHES) {
            replays.add(new Peer.Replay(batch, jdbcEngine(connections, batch)));
        }
        ((JdbcEventStorageEngine) replays.getFirst().engine()).createSchema(PostgresEventTableFactory.INSTANCE);
        return new Peer(POSTGRES, replays.getFirst().engine(), replays);
    }

    private static JdbcEventStorageEngine jdbcEngine(HikariDataSource connections, int batch) {
        PersistenceExceptionResolver resolver = new JdbcSQLErrorCodesResolver();
        return JdbcEventStorageEngine.builder()
                .connectionProvider(new SpringDataSourceConnectionProvider(connections))
                .transactionManager(new SpringTransactionManager(new DataSourceTransactionManager(connections)))
                .eventSerializer(Jackson3Serializer.builder().build())
                .snapshotSerializer(Jackson3Serializer.builder().build())
                .persistenceExceptionResolver(resolver)
                .batchSize(batch)
                .build();
    }

    @Override
    public void close() throws IOException {
        logs.forEach(OwnLog::close);
        server.close();
        connections.ifPresent(HikariDataSource::close);
        if (postgres.isPresent()) {
            postgres.get().close();
        }
    }
}
