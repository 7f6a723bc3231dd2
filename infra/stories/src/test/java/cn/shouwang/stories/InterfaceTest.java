package cn.shouwang.stories;

import static cn.shouwang.stories.Asking.seen;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The client of the web pages is generated from what the services say they are. With
/// `-Dshouwang.approve=true` what they say now is kept.
@ExtendWith(WholeSuite.Running.class)
@DisplayNameGeneration(ReplaceUnderscores.class)
class InterfaceTest {

    /// The first description takes a service seconds, on a busy machine many.
    private static final Duration FIRST_TIME = Duration.ofMinutes(3);

    private static final Path KEPT =
            Path.of(System.getProperty("shouwang.home", "../.."), "gateway/web/api/openapi.json");
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(tools.jackson.databind.SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .defaultPrettyPrinter(new DefaultPrettyPrinter().withObjectIndenter(new DefaultIndenter(" ", "\n")))
            .build();

    @Test
    void the_pages_client_is_that_of_the_services(WholeSuite suite) throws IOException {
        var told = seen(
                suite.visitor(),
                "/openapi",
                FIRST_TIME,
                document -> !document.path("paths").isEmpty()
                        && document.path("x-unavailable").isEmpty());
        if (Boolean.getBoolean("shouwang.approve")) {
            var sorted = JSON.treeToValue(told, Object.class);
            Files.writeString(KEPT, JSON.writerWithDefaultPrettyPrinter().writeValueAsString(sorted) + "\n");
        }

        JsonNode kept = JSON.readTree(Files.readString(KEPT));
        assertThat(kept.equals(told))
                .as("gateway/web/api/openapi.json is what the services say of themselves")
                .isTrue();
    }
}
