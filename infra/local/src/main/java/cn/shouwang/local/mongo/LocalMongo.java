package cn.shouwang.local.mongo;

import java.io.Closeable;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A Mongo-protocol server for one machine, in this process, on 127.0.0.1 only and without a
/// password. It stands in for a MongoDB; `--mongo URI` puts one in its place.
///
/// A write is answered after it is on disk. A reader may see a write that is not answered yet; after
/// a crash such a write may or may not be there, an answered one always is. When the disk refuses a
/// write or a force, every later command is an error until the folder is opened anew.
///
/// What it cannot honour it refuses: transactions, change streams, capped and time-series
/// collections, views, validators, collations, TTL, partial, text and geo indexes, tailable cursors,
/// write concern above 1. The connection of an unacknowledged write (`w: 0`) is closed.
public final class LocalMongo implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(LocalMongo.class);

    private static final int SEGMENT_BYTES = 64 << 20;
    private static final int BACKLOG = 256;

    private final Store store;
    private final Compactor compactor;
    private final Commands commands;
    private final ExecutorService threads = Executors.newCachedThreadPool(
            Thread.ofPlatform().name("mongo-connection-", 0).daemon().factory());
    private final Set<Socket> connections = ConcurrentHashMap.newKeySet();
    private final ServerSocket server;

    private LocalMongo(Store store, Compactor compactor, int port) {
        this.store = store;
        this.compactor = compactor;
        this.commands = new Commands(store);
        try {
            server = new ServerSocket();
            server.bind(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), port), BACKLOG);
        } catch (IOException e) {
            threads.shutdown();
            throw new StoreFailure("port %d on 127.0.0.1 cannot be used: %s".formatted(port, e), e);
        }
        Thread.ofPlatform().name("mongo-accept").daemon().start(this::accept);
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                serve(server.accept());
            } catch (IOException | RuntimeException | OutOfMemoryError e) {
                if (!server.isClosed()) {
                    LOG.warn("a connection could not be served: {}", e.toString());
                }
            }
        }
    }

    private void serve(Socket socket) {
        connections.add(socket);
        if (server.isClosed()) {
            close(socket);
        }
        threads.execute(() -> {
            try {
                new Connection(socket, commands).run();
            } finally {
                connections.remove(socket);
            }
        });
    }

    /// Opens the data below `directory`, which is created if need be, and listens on `port`, or a
    /// free one for 0.
    ///
    /// @throws StoreFailure if another process has the directory or the port, or a file is damaged
    public static LocalMongo open(Path directory, int port) {
        return open(directory, port, SEGMENT_BYTES, Disk.REAL);
    }

    static LocalMongo open(Path directory, int port, int segmentBytes, Disk disk) {
        long started = System.nanoTime();
        var store = Store.open(directory, segmentBytes, disk);
        var compactor = new Compactor(store, segmentBytes);
        try {
            var mongo = new LocalMongo(store, compactor, port);
            LOG.info(
                    "embedded Mongo-protocol server on {} with the data in {}, opened in {} ms; --mongo URI uses a MongoDB instead",
                    mongo.uri(),
                    directory,
                    TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - started));
            return mongo;
        } catch (RuntimeException | Error e) {
            compactor.close();
            store.close();
            throw e;
        }
    }

    public String uri() {
        return "mongodb://127.0.0.1:" + port();
    }

    public int port() {
        return server.getLocalPort();
    }

    /// What the server serves, for tests that look behind it.
    Store store() {
        return store;
    }

    /// Closes the connections, lets the commands under way end, and closes the files.
    @Override
    public void close() {
        close(server);
        connections.forEach(LocalMongo::close);
        threads.shutdown();
        try {
            if (!threads.awaitTermination(1, TimeUnit.MINUTES)) {
                LOG.warn("commands were still running a minute after the end");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        compactor.close();
        store.close();
    }

    private static void close(Closeable connection) {
        try {
            connection.close();
        } catch (IOException e) {
            LOG.debug("a connection was gone already: {}", e.toString());
        }
    }
}
