package cn.shouwang.local.mongo;

import de.bwaldvogel.mongo.wire.MongoWireProtocolHandler;
import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.group.ChannelGroup;
import io.netty.channel.group.DefaultChannelGroup;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.SocketChannel;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.util.concurrent.GlobalEventExecutor;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
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

    private final Store store;
    private final Compactor compactor;
    private final EventLoopGroup io = new MultiThreadIoEventLoopGroup(
            2, Thread.ofPlatform().name("mongo-io-", 0).daemon().factory(), NioIoHandler.newFactory());
    private final ExecutorService threads = Executors.newCachedThreadPool(
            Thread.ofPlatform().name("mongo-command-", 0).daemon().factory());
    private final ChannelGroup connections = new DefaultChannelGroup(GlobalEventExecutor.INSTANCE);
    private final Channel server;

    private LocalMongo(Store store, Compactor compactor, int port) {
        this.store = store;
        this.compactor = compactor;
        var commands = new Commands(store);
        var bound = new ServerBootstrap()
                .group(io)
                .channel(NioServerSocketChannel.class)
                .childOption(ChannelOption.TCP_NODELAY, true)
                .childHandler(new ChannelInitializer<SocketChannel>() {
                    @Override
                    protected void initChannel(SocketChannel connection) {
                        connections.add(connection);
                        connection
                                .pipeline()
                                .addLast(
                                        new ReplyEncoder(),
                                        new MongoWireProtocolHandler(),
                                        new ConnectionHandler(commands, threads));
                    }
                })
                .bind(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), port))
                .awaitUninterruptibly();
        if (!bound.isSuccess()) {
            io.shutdownGracefully(0, 1, TimeUnit.SECONDS).awaitUninterruptibly();
            threads.shutdown();
            throw new StoreFailure("port %d on 127.0.0.1 cannot be used: %s".formatted(port, bound.cause()));
        }
        this.server = bound.channel();
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
        return ((InetSocketAddress) server.localAddress()).getPort();
    }

    /// What the server serves, for tests that look behind it.
    Store store() {
        return store;
    }

    /// Closes the connections, lets the commands under way end, and closes the files.
    @Override
    public void close() {
        server.close().syncUninterruptibly();
        connections.close().awaitUninterruptibly();
        threads.shutdown();
        try {
            if (!threads.awaitTermination(1, TimeUnit.MINUTES)) {
                LOG.warn("commands were still running a minute after the end");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        io.shutdownGracefully(0, 5, TimeUnit.SECONDS).awaitUninterruptibly();
        compactor.close();
        store.close();
    }
}
