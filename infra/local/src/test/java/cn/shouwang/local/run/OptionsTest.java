package cn.shouwang.local.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class OptionsTest {

    private static final Options.Known KNOWN = Options.known().flag("demo", "f").value("data", "gateway-port");

    @Test
    void values_are_given_with_a_space_or_an_equals_sign() {
        assertThat(parse("--data", "here").value("data")).isEqualTo("here");
        assertThat(parse("--data=a=b").value("data")).isEqualTo("a=b");
    }

    @Test
    void flags_and_words_stand_in_any_order() {
        var options = parse("monitoring", "-f", "--demo");
        assertThat(options.words()).containsExactly("monitoring");
        assertThat(options.has("f")).isTrue();
        assertThat(options.has("demo")).isTrue();
        assertThat(options.has("data")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"--dmeo", "--data", "--demo=yes", "-x"})
    void what_is_not_understood_is_refused(String arg) {
        assertThatThrownBy(() -> parse(arg))
                .isInstanceOf(Options.Misused.class)
                .hasMessageContaining(arg.replace("=yes", ""));
    }

    @Test
    void an_option_is_not_taken_for_the_value_of_the_one_before() {
        assertThatThrownBy(() -> parse("--data", "--demo")).isInstanceOf(Options.Misused.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "65536", "http", "8080x", "999999999999"})
    void a_port_is_a_number_up_to_65535(String port) {
        assertThatThrownBy(() -> parse("--gateway-port=" + port).port("gateway-port"))
                .isInstanceOf(Options.Misused.class)
                .hasMessageContaining(port);
    }

    @Test
    void a_missing_option_is_named() {
        assertThatThrownBy(() -> parse().required("data"))
                .isInstanceOf(Options.Misused.class)
                .hasMessageContaining("--data");
    }

    private static Options parse(String... args) {
        return Options.parse(List.of(args), KNOWN);
    }
}
