package cn.shouwang.platform.messaging;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import cn.shouwang.platform.audit.Meta;
import cn.shouwang.platform.store.Recorded;
import cn.shouwang.platform.test.ContractSamples;
import com.networknt.schema.Error;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.axonframework.messaging.MetaData;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// What the AsyncAPI document promises of headers and keys, against what is sent.
@DisplayNameGeneration(ReplaceUnderscores.class)
class PublishedHeadersTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final JsonNode MESSAGES = document().at("/components/messages");

    static Stream<String> contracts() {
        return ContractSamples.all().stream();
    }

    @ParameterizedTest
    @MethodSource("contracts")
    void a_message_has_the_headers_and_the_key_of_the_document(String contract) {
        var promised = MESSAGES.get(contract.replace('/', '.'));
        for (var part = 0; part < 2; part++) {
            var sent = sent(
                    contract,
                    part,
                    promised.at("/examples/0/headers/ce_subject").stringValue());
            assertThat(errors(promised.get("headers"), headers(sent))).isEmpty();
            assertThat(errors(promised.at("/bindings/kafka/key"), JSON.valueToTree(sent.key())))
                    .isEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource("contracts")
    void the_document_would_find_another_header(String contract) {
        var promised = MESSAGES.get(contract.replace('/', '.'));
        var headers = headers(sent(contract, 0, "s-1"));
        for (var name : headers.propertyNames()) {
            var wrong = headers.deepCopy().put(name, " ");
            assertThat(errors(promised.get("headers"), wrong)).as(name).isNotEmpty();
        }
    }

    private static ProducerRecord<String, byte[]> sent(String contract, int part, String subject) {
        var topic = contract.substring(0, contract.indexOf('/'));
        var meta = MetaData.with(Meta.TRACE, "0af7651916cd43dd8448eb211c80319c");
        var recorded = new Recorded(17, part, "stream", 0, "id", Instant.EPOCH, "event", meta);
        return Envelope.encode(
                topic, recorded, new Outgoing(contract.replace('/', '.'), subject, ContractSamples.sample(contract)));
    }

    private static ObjectNode headers(ProducerRecord<String, byte[]> message) {
        var headers = JSON.createObjectNode();
        message.headers().forEach(header -> headers.put(header.key(), new String(header.value(), UTF_8)));
        return headers;
    }

    private static List<Error> errors(JsonNode schema, JsonNode data) {
        return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7)
                .getSchema(schema)
                .validate(data, context -> context.executionConfig(config -> config.formatAssertionsEnabled(true)));
    }

    private static JsonNode document() {
        try (var stream = PublishedHeadersTest.class.getResourceAsStream("/contracts/asyncapi.json")) {
            return JSON.readTree(Objects.requireNonNull(stream).readAllBytes());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
