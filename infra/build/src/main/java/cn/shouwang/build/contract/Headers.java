package cn.shouwang.build.contract;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// The headers of a message: CloudEvents 1.0 in Kafka's binary mode.
final class Headers {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private Headers() {}

    static ObjectNode schema(Contract contract) {
        var schema = JSON.createObjectNode().put("type", "object");
        var required = schema.putArray("required");
        var properties = schema.putObject("properties");
        properties.putObject("ce_specversion").put("const", "1.0");
        properties
                .putObject("ce_id")
                .put("description", "Unique, and the same when the event is delivered again.")
                .put("type", "string")
                .put("pattern", "^" + contract.service() + "-(0|[1-9][0-9]*)(\\.[1-9][0-9]*)?$");
        properties.putObject("ce_source").put("const", contract.service());
        properties.putObject("ce_type").put("const", contract.type());
        properties.set("ce_subject", subject());
        properties
                .putObject("ce_time")
                .put("description", "When it was recorded; the day on which it was true is in the payload.")
                .put("type", "string")
                .put("format", "date-time");
        properties.putObject("ce_dataschema").put("const", contract.dataSchema());
        properties.putObject("content-type").put("const", "application/json");
        properties.propertyNames().forEach(required::add);
        properties
                .putObject("traceparent")
                .put("description", "W3C trace context, when it was recorded within a trace.")
                .put("type", "string")
                .put("pattern", "^00-[0-9a-f]{32}-[0-9a-f]{16}-01$");
        return schema;
    }

    static ObjectNode subject() {
        return JSON.createObjectNode()
                .put("description", "What the event is about; the key of the message.")
                .put("type", "string")
                .put("pattern", "^[A-Za-z0-9._:-]{1,100}$");
    }

    static ObjectNode example(Contract contract, JsonNode sample) {
        return JSON.createObjectNode()
                .put("ce_specversion", "1.0")
                .put("ce_id", contract.service() + "-17")
                .put("ce_source", contract.service())
                .put("ce_type", contract.type())
                .put("ce_subject", contract.subject(sample))
                .put("ce_time", "2025-03-02T04:05:06Z")
                .put("ce_dataschema", contract.dataSchema())
                .put("content-type", "application/json");
    }
}
