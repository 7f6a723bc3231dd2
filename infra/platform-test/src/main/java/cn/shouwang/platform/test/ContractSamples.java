package cn.shouwang.platform.test;

import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The schemas and samples of `infra/contracts`, by `<service>/<name>.v<n>`.
///
/// A producer shows that its record serialises to exactly the last sample; a consumer that every sample
/// reads into its own record. A sample is never edited: when a version gains a property, a further one
/// shows it, `<name>.v<n>.sample-2.json` and so on.
public final class ContractSamples {

    private static final JsonMapper MAPPER = JsonMapper.builder().build();
    private static final Pattern SAMPLE = Pattern.compile(".*/contracts/(.+)\\.sample\\.json");
    /// Whole words of a camel-case or snake-case name: `phoneNumber` and `id_card`, not `village`.
    private static final Pattern PERSONAL = Pattern.compile(
            "(^|_)(name|id_?number|id_?card|phone|mobile|account|bank|health|illness|disease|disability|address"
                    + "|photo|birth|birthday|gender|sex)(_|$)");
    private static final Pattern HUMP = Pattern.compile("(?<=[a-z0-9])(?=[A-Z])");

    private ContractSamples() {}

    /// Every contract that has a sample.
    public static List<String> all() {
        try {
            var found = new PathMatchingResourcePatternResolver().getResources("classpath*:contracts/*/*.sample.json");
            return Arrays.stream(found)
                    .map(resource -> SAMPLE.matcher(resource.getDescription().replaceAll("[\\[\\]]", "")))
                    .filter(Matcher::matches)
                    .map(match -> match.group(1))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The last sample: all that the version says today.
    public static JsonNode sample(String contract) {
        return samples(contract).getLast();
    }

    /// Every sample, oldest first: what stands in the topic.
    public static List<JsonNode> samples(String contract) {
        var samples = new ArrayList<JsonNode>();
        samples.add(MAPPER.readTree(text(contract + ".sample.json")));
        for (var file = further(contract, 2); isThere(file); file = further(contract, samples.size() + 1)) {
            samples.add(MAPPER.readTree(text(file)));
        }
        return List.copyOf(samples);
    }

    private static String further(String contract, int number) {
        return contract + ".sample-" + number + ".json";
    }

    private static boolean isThere(String file) {
        return ContractSamples.class.getClassLoader().getResource("contracts/" + file) != null;
    }

    public static JsonNode schema(String contract) {
        return MAPPER.readTree(text(contract + ".schema.json"));
    }

    /// `record` as it is published.
    public static JsonNode published(Object record) {
        return MAPPER.valueToTree(record);
    }

    /// What is wrong with `data` under the schema of the contract; empty when nothing is.
    public static List<String> errors(String contract, JsonNode data) {
        var schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(text(contract + ".schema.json"), InputFormat.JSON);
        return schema
                .validate(data, context -> context.executionConfig(config -> config.formatAssertionsEnabled(true)))
                .stream()
                .map(error -> error.getInstanceLocation() + " " + error.getMessage())
                .toList();
    }

    /// Names of fields that look as if they told who a person is or how that person fares.
    public static List<String> personalFields(JsonNode data) {
        return names(data).filter(ContractSamples::isPersonal).distinct().toList();
    }

    private static boolean isPersonal(String name) {
        var words = HUMP.matcher(name).replaceAll("_").toLowerCase(Locale.ROOT);
        return PERSONAL.matcher(words).find();
    }

    private static Stream<String> names(JsonNode node) {
        var own = node.isObject() ? node.propertyNames().stream() : Stream.<String>empty();
        return Stream.concat(own, node.valueStream().flatMap(ContractSamples::names));
    }

    private static String text(String file) {
        var path = "contracts/" + file;
        try (var stream = Objects.requireNonNull(
                ContractSamples.class.getClassLoader().getResourceAsStream(path), () -> path + " is not there")) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
