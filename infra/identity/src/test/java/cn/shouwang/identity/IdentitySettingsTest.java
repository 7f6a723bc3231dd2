package cn.shouwang.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class IdentitySettingsTest {

    private static final String SECRET = "sixteen-letters!";
    private static final Map<String, String> LEAST =
            Map.of("users-file", "u.json", "keys-file", "k.json", "client-secret", SECRET);

    @Test
    void three_settings_are_enough_and_the_secret_is_not_printed() {
        IdentitySettings settings = bound(LEAST);
        assertThat(settings.issuerText()).isEqualTo("http://127.0.0.1:8081");
        assertThat(settings.atGateway("/")).hasToString("http://127.0.0.1:8080/");
        assertThat(settings.accessTokenLife()).hasMinutes(5);
        assertThat(settings.toString()).doesNotContain(SECRET);
    }

    @Test
    void a_slash_at_the_end_of_an_address_makes_no_difference() {
        var settings = new HashMap<>(LEAST);
        settings.put("issuer", "https://id.example/");
        settings.put("gateway", "https://suite.example/");
        assertThat(bound(settings).issuerText()).isEqualTo("https://id.example");
        assertThat(bound(settings).atGateway("/x")).hasToString("https://suite.example/x");
    }

    @ParameterizedTest
    @CsvSource({"users-file,", "keys-file,", "client-secret,", "client-secret, too-short", "access-token-life, 0s"})
    void what_is_missing_or_wrong_is_named(String name, String wrong) {
        var settings = new HashMap<>(LEAST);
        settings.remove(name);
        if (wrong != null) {
            settings.put(name, wrong);
        }
        assertThatThrownBy(() -> bound(settings)).rootCause().hasMessageContaining("shouwang.identity." + name);
    }

    private static IdentitySettings bound(Map<String, String> settings) {
        var source = new MapConfigurationPropertySource();
        settings.forEach((name, value) -> source.put("shouwang.identity." + name, value));
        return new Binder(source).bindOrCreate("shouwang.identity", IdentitySettings.class);
    }
}
