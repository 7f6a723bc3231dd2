package cn.shouwang.platform.messaging;

import java.util.Map;
import org.bson.types.Binary;
import org.jspecify.annotations.Nullable;

/// One Kafka record as it arrived, before anyone knows whether it can be read. Of a header that is
/// given twice the last counts.
public record Arrival(
        String topic,
        int partition,
        long offset,
        @Nullable String key,
        Map<String, String> headers,
        @Nullable Binary body) {}
