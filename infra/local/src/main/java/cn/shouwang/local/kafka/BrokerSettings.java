package cn.shouwang.local.kafka;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Properties;

/// The broker's configuration: one node, loopback only, small, and never acknowledging what a
/// crash could take back.
final class BrokerSettings {

    static final int NODE = 1;
    static final String CONTROLLER_LISTENER = "CONTROLLER";

    private static final String SETTINGS = """
            process.roles=broker,controller
            node.id=1
            listeners=PLAINTEXT://127.0.0.1:{port},CONTROLLER://127.0.0.1:{controller}
            advertised.listeners=PLAINTEXT://127.0.0.1:{port}
            listener.security.protocol.map=PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT
            controller.listener.names=CONTROLLER
            controller.quorum.voters=1@127.0.0.1:{controller}

            # The suite's topics are history: consumers may be rebuilt from the first message.
            auto.create.topics.enable=false
            log.retention.ms=-1

            # Kafka counts on replicas and leaves the disk to the kernel. With one replica an acknowledged
            # message must be on the disk, or a power cut takes it back.
            log.flush.interval.messages=1

            # After kill -9 the controller waits one session of the broker that died before it lets the new
            # one in; the default would make a restart last 9 s longer.
            broker.session.timeout.ms=3000
            broker.heartbeat.interval.ms=1000

            offsets.topic.num.partitions=1
            offsets.topic.replication.factor=1
            transaction.state.log.num.partitions=1
            transaction.state.log.replication.factor=1
            transaction.state.log.min.isr=1
            share.coordinator.state.topic.num.partitions=1
            share.coordinator.state.topic.replication.factor=1
            share.coordinator.state.topic.min.isr=1
            group.initial.rebalance.delay.ms=0

            num.network.threads=1
            num.io.threads=2
            background.threads=2
            num.recovery.threads.per.data.dir=2
            log.cleaner.dedupe.buffer.size=4194304
            log.cleaner.io.buffer.size=131072
            log.segment.bytes=134217728
            # Indexes are mapped at full size; this is what a segment of 128 MiB can need.
            log.index.size.max.bytes=1048576
            """;

    private BrokerSettings() {}

    static Properties of(Path directory, int port, int controllerPort) {
        var settings = new Properties();
        try {
            settings.load(new StringReader(SETTINGS.replace("{port}", Integer.toString(port))
                    .replace("{controller}", Integer.toString(controllerPort))));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        settings.setProperty("log.dirs", directory.toString());
        return settings;
    }
}
