package cn.shouwang.platform.messaging;

import cn.shouwang.platform.parking.Unreadable;
import cn.shouwang.platform.store.Place;
import java.time.Instant;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.json.JsonMapper;

/// A published event of another service as it arrived.
///
/// `source` is the producing service, `position` and `part` its place there (`ce_id` is
/// `<source>-<place>`), `type` e.g. `cn.shouwang.monitoring.household-enrolled.v1`, `subject`
/// the id the event is about and the Kafka key. `data` follows the schema of that type in
/// `infra/contracts`.
public record Received(
        String source, long position, int part, String type, String subject, Instant time, JsonNode data) {

    private static final ObjectReader READER = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build()
            .reader();

    /// An event the producer reads as it stored it.
    public Received(String source, long position, String type, String subject, Instant time, JsonNode data) {
        this(source, position, 0, type, subject, time, data);
    }

    Place place() {
        return new Place(position, part);
    }

    /// The fields of `data` that this service uses, as its own record. Others are passed over, so a
    /// producer may add some; one of ours that is missing, null or of another kind is [Unreadable].
    public <T> T as(Class<T> type) {
        try {
            return READER.forType(type).readValue(data);
        } catch (JacksonException _) {
            throw new Unreadable("data-odd");
        }
    }
}
