package cn.shouwang.build.contract;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// One published event in one version: `<service>/<name>.schema.json` and its samples beside it, `name`
/// with its version, as in `household-determined.v1`. A version that grew has further samples,
/// `<name>.sample-2.json` and so on.
record Contract(String service, String name, JsonNode schema, List<JsonNode> samples) {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String SCHEMA = ".schema.json";

    /// Every contract below the folder, by service and name.
    static List<Contract> all(Path folder) {
        try (var files = Files.walk(folder)) {
            return files.sorted()
                    .filter(file -> file.toString().endsWith(SCHEMA))
                    .map(Contract::read)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Contract read(Path schema) {
        var file = schema.getFileName().toString();
        var name = file.substring(0, file.length() - SCHEMA.length());
        var service = Objects.requireNonNull(schema.getParent()).getFileName().toString();
        return new Contract(service, name, JSON.readTree(schema), samples(schema, name));
    }

    private static List<JsonNode> samples(Path schema, String name) {
        var samples = new ArrayList<JsonNode>();
        samples.add(JSON.readTree(schema.resolveSibling(name + ".sample.json")));
        for (var file = further(schema, name, 2);
                Files.exists(file);
                file = further(schema, name, samples.size() + 1)) {
            samples.add(JSON.readTree(file));
        }
        return List.copyOf(samples);
    }

    private static Path further(Path schema, String name, int number) {
        return schema.resolveSibling(name + ".sample-" + number + ".json");
    }

    /// The name in the document, unique among all services.
    String key() {
        return service + "." + name;
    }

    /// `ce_type`.
    String type() {
        return "cn.shouwang." + key();
    }

    /// `ce_dataschema`.
    String dataSchema() {
        return "urn:shouwang:contract:" + service + ":" + name;
    }

    /// `ce_subject` of a sample: the subject is what the first required property names.
    String subject(JsonNode sample) {
        return sample.get(schema.get("required").get(0).stringValue()).stringValue();
    }

    static Stream<String> services(List<Contract> contracts) {
        return contracts.stream().map(Contract::service).distinct();
    }
}
