package cn.shouwang.local.kafka;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.ExecutionException;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.storage.Formatter;
import org.apache.kafka.server.common.MetadataVersion;

/// A Kafka broker in this process, bound to 127.0.0.1.
///
/// Messages, topics and consumer positions are kept in its directory; a directory that was used
/// before is opened as the same cluster. An acknowledged message is on the disk: it survives
/// `kill -9` and a power cut. One process at a time may have a directory open; the second is
/// refused by the broker's own lock.
public final class LocalKafka implements AutoCloseable {

    private final KafkaRaftServer broker;
    private final String servers;

    private LocalKafka(KafkaRaftServer broker, String servers) {
        this.broker = broker;
        this.servers = servers;
    }

    /// Opens the broker on `port`, 0 for a free one, and returns when the suite's topics are there.
    ///
    /// @throws UncheckedIOException when the directory cannot be used
    public static LocalKafka open(Path directory, int port) {
        var clientPort = port == 0 ? freePort() : port;
        format(directory);
        var settings = BrokerSettings.of(directory, clientPort, freePort());
        var kafka = new LocalKafka(
                new KafkaRaftServer(new KafkaConfig(settings, false), Time.SYSTEM), "127.0.0.1:" + clientPort);
        try {
            kafka.broker.startup();
            Topics.create(kafka.servers);
            return kafka;
        } catch (ExecutionException e) {
            kafka.close();
            throw new IllegalStateException("the broker refused to create the topics", e.getCause());
        } catch (InterruptedException e) {
            kafka.close();
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while the broker was starting", e);
        }
    }

    /// What clients name as `bootstrap.servers`.
    public String servers() {
        return servers;
    }

    /// Stops the broker in order; the next start then has nothing to recover.
    @Override
    public void close() {
        broker.shutdown();
        broker.awaitShutdown();
    }

    /// Makes an empty directory a cluster of its own. `meta.properties` is the last file the
    /// formatter writes, so a directory that has it is complete.
    private static void format(Path directory) {
        if (Files.exists(directory.resolve("meta.properties"))) {
            return;
        }
        try {
            Files.createDirectories(directory);
            new Formatter()
                    .setPrintStream(new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8))
                    .setNodeId(BrokerSettings.NODE)
                    .setClusterId(Uuid.randomUuid().toString())
                    .addDirectory(directory.toString())
                    .setMetadataLogDirectory(directory.toString())
                    .setControllerListenerName(BrokerSettings.CONTROLLER_LISTENER)
                    .setReleaseVersion(MetadataVersion.LATEST_PRODUCTION)
                    .run();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot make a Kafka directory of " + directory, e);
        } catch (Exception e) {
            throw new IllegalStateException("cannot make a Kafka directory of " + directory, e);
        }
    }

    private static int freePort() {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException("no free port on the loopback address", e);
        }
    }
}
