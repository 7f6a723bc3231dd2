package cn.shouwang.platform.messaging;

import java.time.Instant;
import tools.jackson.databind.JsonNode;

/// A published event of another service as it arrived.
///
/// `source` is the producing service, `position` its position there (`ce_id` is
/// `<source>-<position>`), `type` e.g. `cn.shouwang.monitoring.household-enrolled.v1`, `subject` the
/// id the event is about and the Kafka key. `data` follows the schema of that type in
/// `infra/contracts`.
public record Received(String source, long position, String type, String subject, Instant time, JsonNode data) {}
