package cn.shouwang.build.contract;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// Makes the AsyncAPI 3 document of all contracts: a channel per service, a message per event and
/// version with its CloudEvents headers, its schema and its samples. The same contracts give the same
/// bytes.
///
/// A schema is closed for the producer, so that nothing slips out; here it is open, because whoever reads
/// must pass over what a later state of the same version adds.
public final class AsyncApi {

    /// What a schema may say here: keywords that mean the same in JSON Schema 2020-12, in which the
    /// contracts are written, and in AsyncAPI's own schemas.
    private static final Set<String> KEYWORDS = Set.of(
            "description",
            "type",
            "enum",
            "const",
            "format",
            "pattern",
            "minLength",
            "maxLength",
            "minimum",
            "maximum",
            "exclusiveMinimum",
            "exclusiveMaximum",
            "multipleOf",
            "required",
            "properties",
            "additionalProperties",
            "items",
            "minItems",
            "maxItems",
            "uniqueItems");

    private static final Set<String> NAMES = Set.of("$schema", "$id", "title"); // said by the message itself
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final ObjectNode document = JSON.createObjectNode();

    private AsyncApi() {}

    /// The text of the document for the contracts below `folder`.
    public static String of(Path folder) {
        var contracts = Contract.all(folder);
        if (contracts.isEmpty()) {
            throw new IllegalStateException("there are no contracts in " + folder);
        }
        var api = new AsyncApi();
        api.head();
        Contract.services(contracts).forEach(service -> api.channel(service, of(service, contracts)));
        Contract.services(contracts).forEach(service -> api.operation(service, of(service, contracts)));
        contracts.forEach(api::message);
        return api.text();
    }

    private static List<Contract> of(String service, List<Contract> contracts) {
        return contracts.stream()
                .filter(contract -> contract.service().equals(service))
                .toList();
    }

    private String text() {
        var lines = new DefaultIndenter("  ", "\n");
        return JSON.writer()
                        .with(new DefaultPrettyPrinter()
                                .withObjectIndenter(lines)
                                .withArrayIndenter(lines))
                        .writeValueAsString(document)
                + "\n";
    }

    private void head() {
        document.put("asyncapi", "3.0.0").put("id", "urn:shouwang:contracts");
        document.putObject("info")
                .put("title", "守望 Shouwang")
                .put("version", "1.0.0")
                .put(
                        "description",
                        "各服务对外发布的事件。同一版本只增加可选字段，其余变化另立版本；不含个人信息。"
                                + " What the services publish. Within a version optional fields are added and nothing else;"
                                + " anything else is a version beside it. No personal data.");
        document.put("defaultContentType", "application/json");
        document.putObject("servers")
                .putObject("one-machine")
                .put("host", "127.0.0.1:9192")
                .put("protocol", "kafka")
                .put("description", "./shouwang up 启动的消息服务。 The broker that ./shouwang up starts.");
    }

    private void channel(String service, List<Contract> contracts) {
        var channel = document.withObject("/channels").putObject(service);
        channel.put("address", service).put("description", """
                每个主体的事件按先后到达同一分区，永久保存；可能重复送达，以 ce_id 识别。 \
                Events of one subject come in order in one partition and are kept for ever; one may be delivered \
                again, ce_id tells.""");
        var messages = channel.putObject("messages");
        contracts.forEach(
                contract -> messages.putObject(contract.name()).put("$ref", "#/components/messages/" + contract.key()));
        var kafka = channel.putObject("bindings").putObject("kafka");
        kafka.put("topic", service).put("partitions", 6);
        kafka.putObject("topicConfiguration").put("retention.ms", -1);
        kafka.put("bindingVersion", "0.5.0");
    }

    private void operation(String service, List<Contract> contracts) {
        var operation = document.withObject("/operations").putObject(service + ".publish");
        operation.put("action", "send").putObject("channel").put("$ref", "#/channels/" + service);
        var messages = operation.putArray("messages");
        contracts.forEach(
                contract -> messages.addObject().put("$ref", "#/channels/" + service + "/messages/" + contract.name()));
    }

    private void message(Contract contract) {
        var message = document.withObject("/components/messages").putObject(contract.key());
        message.put("name", contract.type())
                .put("title", contract.name())
                .put("summary", contract.schema().get("description").stringValue())
                .put("contentType", "application/json")
                .set("headers", Headers.schema(contract));
        message.putObject("payload").put("$ref", "#/components/schemas/" + contract.key());
        var kafka = message.putObject("bindings").putObject("kafka");
        kafka.set("key", Headers.subject());
        kafka.put("bindingVersion", "0.5.0");
        var examples = message.putArray("examples");
        for (var sample : contract.samples()) {
            var example = examples.addObject();
            example.set("headers", Headers.example(contract, sample));
            example.set("payload", sample);
        }
        document.withObject("/components/schemas")
                .set(contract.key(), schema(contract.key(), contract.schema(), NAMES));
    }

    private static ObjectNode schema(String at, JsonNode schema, Set<String> left) {
        var said = JSON.createObjectNode();
        for (Map.Entry<String, JsonNode> keyword : schema.properties()) {
            var name = keyword.getKey();
            if (!left.contains(name) && !isClosing(name, keyword.getValue())) {
                said.set(name, keyword(at, name, keyword.getValue()));
            }
        }
        return said;
    }

    private static boolean isClosing(String name, JsonNode value) {
        return name.equals("additionalProperties") && value.isBoolean() && !value.booleanValue();
    }

    private static JsonNode keyword(String at, String name, JsonNode value) {
        if (!KEYWORDS.contains(name)) {
            throw new IllegalStateException("%s says %s, which the document cannot".formatted(at, name));
        }
        if (name.equals("properties")) {
            var properties = JSON.createObjectNode();
            value.properties()
                    .forEach(property -> properties.set(
                            property.getKey(), schema(at + "/" + property.getKey(), property.getValue(), Set.of())));
            return properties;
        }
        var isSchema = name.equals("items") || name.equals("additionalProperties");
        return isSchema && value.isObject() ? schema(at + "/" + name, value, Set.of()) : value;
    }
}
