package cn.shouwang.local.kafka;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;

/// The suite's topics: one per service, six partitions, kept for ever.
final class Topics {

    static final List<String> NAMES = List.of("monitoring", "industry", "asset", "employment", "workteam");
    static final int PARTITIONS = 6;

    private Topics() {}

    /// Creates the topics that are missing and returns when they can be written to.
    static void create(String servers) throws InterruptedException, ExecutionException {
        try (var admin = Admin.create(Map.of("bootstrap.servers", servers, "client.id", "local-topics"))) {
            var there = admin.listTopics().names().get();
            var missing = NAMES.stream()
                    .filter(name -> !there.contains(name))
                    .map(name -> new NewTopic(name, PARTITIONS, (short) 1).configs(Map.of("retention.ms", "-1")))
                    .toList();
            if (!missing.isEmpty()) {
                admin.createTopics(missing).all().get();
            }
        }
    }
}
