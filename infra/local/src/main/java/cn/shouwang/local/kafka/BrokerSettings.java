package cn.shouwang.local.kafka;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/// The broker's configuration: one node, loopback only, small, and never acknowledging what a
/// crash could take back.
final class BrokerSettings {

    static final int NODE = 1;
    static final String CONTROLLER_LISTENER = "CONTROLLER";

    private BrokerSettings() {}

    static Map<String, Object> of(Path directory, int port, int controllerPort) {
        var settings = new HashMap<String, Object>();
        settings.putAll(node(directory, port, controllerPort));
        settings.putAll(durability());
        settings.putAll(oneReplica());
        settings.putAll(small());
        return settings;
    }

    private static Map<String, Object> node(Path directory, int port, int controllerPort) {
        return Map.of(
                "process.roles",
                "broker,controller",
                "node.id",
                NODE,
                "log.dirs",
                directory.toString(),
                "listeners",
                "PLAINTEXT://127.0.0.1:" + port + ",CONTROLLER://127.0.0.1:" + controllerPort,
                "advertised.listeners",
                "PLAINTEXT://127.0.0.1:" + port,
                "listener.security.protocol.map",
                "PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT",
                "controller.listener.names",
                CONTROLLER_LISTENER,
                "controller.quorum.voters",
                NODE + "@127.0.0.1:" + controllerPort,
                "auto.create.topics.enable",
                false,
                // The suite's topics are history: consumers may be rebuilt from the first message.
                "log.retention.ms",
                -1);
    }

    private static Map<String, Object> durability() {
        return Map.of(
                // Kafka counts on replicas and leaves the disk to the kernel. With one replica an
                // acknowledged message must be on the disk, or a power cut takes it back.
                "log.flush.interval.messages",
                1L,
                // The controller of the run before is gone for certain when this one starts, since both share
                // a process; a short session lets the new one register without waiting for the old to expire.
                "broker.session.timeout.ms",
                3_000,
                "broker.heartbeat.interval.ms",
                1_000);
    }

    private static Map<String, Object> oneReplica() {
        return Map.of(
                "offsets.topic.num.partitions", 1,
                "offsets.topic.replication.factor", (short) 1,
                "transaction.state.log.num.partitions", 1,
                "transaction.state.log.replication.factor", (short) 1,
                "transaction.state.log.min.isr", 1,
                "share.coordinator.state.topic.num.partitions", 1,
                "share.coordinator.state.topic.replication.factor", (short) 1,
                "share.coordinator.state.topic.min.isr", 1,
                "group.initial.rebalance.delay.ms", 0);
    }

    private static Map<String, Object> small() {
        return Map.of(
                "num.network.threads", 1,
                "num.io.threads", 2,
                "background.threads", 2,
                "num.recovery.threads.per.data.dir", 2,
                "log.cleaner.dedupe.buffer.size", 4L << 20,
                "log.cleaner.io.buffer.size", 128 << 10,
                "log.segment.bytes", 128 << 20,
                // Indexes are mapped at full size; this is what 128 MiB of messages need.
                "log.index.size.max.bytes", 1 << 20,
                "controller.quorum.request.timeout.ms", 2_000);
    }
}
