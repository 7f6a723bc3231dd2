package cn.shouwang.build.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// The document of the contracts as they are. With `-Dshouwang.approve=true` it is written anew.
@DisplayNameGeneration(ReplaceUnderscores.class)
class AsyncApiTest {

    private static final Path CONTRACTS = Path.of("../contracts/src/main/resources/contracts");
    private static final Path DOCUMENT = CONTRACTS.resolve("asyncapi.json");

    /// As `npm ci` puts it there, see `infra/build/asyncapi`.
    private static final Path OFFICIAL =
            Path.of("asyncapi/node_modules/@asyncapi/specs/schemas/3.0.0-without-$id.json");

    private static final JsonMapper JSON = JsonMapper.builder().build();

    @TempDir
    private Path folder;

    @Test
    void the_committed_document_is_that_of_the_contracts_of_today() throws IOException {
        if (Boolean.getBoolean("shouwang.approve")) {
            Files.writeString(DOCUMENT, AsyncApi.of(CONTRACTS));
        }
        assertThat(Files.readString(DOCUMENT))
                .as("stale; write it anew with -Dshouwang.approve=true and read the difference")
                .isEqualTo(AsyncApi.of(CONTRACTS));
    }

    @Test
    void the_document_follows_the_official_schema_of_asyncapi_3() throws IOException {
        assertThat(official().validate(Files.readString(DOCUMENT), InputFormat.JSON))
                .isEmpty();
    }

    static Stream<Consumer<ObjectNode>> wrong() {
        return Stream.of(
                it -> it.put("asyncapi", "2.6.0"),
                it -> it.remove("info"),
                it -> it.put("topics", "monitoring"),
                it -> ((ObjectNode) it.at("/operations/monitoring.publish")).put("action", "publish"),
                it -> ((ObjectNode) it.at("/channels/monitoring/bindings/kafka")).put("partitions", 0),
                it -> ((ObjectNode) it.at("/components/schemas/monitoring.household-determined.v1"))
                        .put("type", "record"));
    }

    @ParameterizedTest
    @MethodSource("wrong")
    void the_official_schema_finds_what_is_wrong(Consumer<ObjectNode> change) throws IOException {
        var document = (ObjectNode) JSON.readTree(DOCUMENT);
        change.accept(document);
        assertThat(official().validate(document)).isNotEmpty();
    }

    @Test
    void every_reference_leads_to_something() {
        var document = JSON.readTree(DOCUMENT);
        assertThat(references(document)).hasSizeGreaterThanOrEqualTo(8).allSatisfy(reference -> assertThat(
                        document.at(reference.substring(1)).isObject())
                .as(reference)
                .isTrue());
    }

    @Test
    void every_contract_is_a_message_with_an_example_that_follows_its_schemas() {
        var document = JSON.readTree(DOCUMENT);
        var contracts = Contract.all(CONTRACTS);
        assertThat(contracts).hasSizeGreaterThan(1);
        for (var contract : contracts) {
            var message = document.at("/components/messages").get(contract.key());
            var example = message.get("examples").get(0);
            assertThat(schema(message.get("headers")).validate(example.get("headers")))
                    .isEmpty();
            assertThat(schema(document.at("/components/schemas").get(contract.key()))
                            .validate(example.get("payload")))
                    .isEmpty();
            assertThat(message.get("name").stringValue())
                    .isEqualTo(contract.schema().get("title").stringValue());
        }
    }

    @Test
    void the_same_contracts_give_the_same_bytes_and_another_contract_gives_others() throws IOException {
        copy("household-determined.v1");
        var before = AsyncApi.of(folder);
        assertThat(AsyncApi.of(folder)).isEqualTo(before).endsWith("}\n").doesNotContain("\r");
        Files.copy(file("household-determined.v1", "schema"), file("household-determined.v2", "schema"));
        Files.copy(file("household-determined.v1", "sample"), file("household-determined.v2", "sample"));
        assertThat(AsyncApi.of(folder)).isNotEqualTo(before).contains("\"monitoring.household-determined.v2\"");
    }

    @Test
    void a_schema_is_open_for_who_reads_it() {
        assertThat(JSON.readTree(DOCUMENT).findValues("additionalProperties")).isEmpty();
    }

    @Test
    void what_the_document_cannot_say_is_refused() throws IOException {
        copy("household-determined.v1");
        var schema = (ObjectNode) JSON.readTree(file("household-determined.v1", "schema"));
        ((ObjectNode) schema.at("/properties/members/items")).putObject("dependentSchemas");
        Files.writeString(file("household-determined.v1", "schema"), schema.toString());
        assertThatThrownBy(() -> AsyncApi.of(folder))
                .hasMessageContaining("monitoring.household-determined.v1/members/items says dependentSchemas");
    }

    @Test
    void no_contracts_are_no_document() {
        assertThatThrownBy(() -> AsyncApi.of(folder)).hasMessageContaining("no contracts");
    }

    private Path file(String contract, String kind) {
        return folder.resolve("monitoring").resolve(contract + "." + kind + ".json");
    }

    private void copy(String contract) throws IOException {
        Files.createDirectories(folder.resolve("monitoring"));
        for (var kind : List.of("schema", "sample")) {
            var file = file(contract, kind);
            Files.copy(CONTRACTS.resolve("monitoring").resolve(file.getFileName()), file);
        }
    }

    private static Schema official() throws IOException {
        return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7)
                .getSchema(Files.readString(OFFICIAL), InputFormat.JSON);
    }

    private static Schema schema(JsonNode schema) {
        return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7).getSchema(schema);
    }

    private static List<String> references(JsonNode document) {
        return document.findValues("$ref").stream().map(JsonNode::stringValue).toList();
    }
}
