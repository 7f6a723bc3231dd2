package cn.shouwang.monitoring.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class TrackingNumberTest {

    private static final TrackingNumber NUMBER = TrackingNumber.of("7K3M9P2QW5XZ0A1B");

    @Test
    void numbers_have_sixteen_characters_of_which_each_place_takes_all_32_and_do_not_repeat() {
        var numbers = IntStream.range(0, 10_000)
                .mapToObj(_ -> TrackingNumber.next().value())
                .collect(Collectors.toSet());
        assertThat(numbers).hasSize(10_000).allSatisfy(number -> assertThat(number)
                .matches("[0-9A-HJKMNP-TV-Z]{16}"));
        for (var place = 0; place < 16; place++) {
            var at = place;
            assertThat(numbers.stream().map(number -> number.charAt(at)).distinct())
                    .hasSize(32);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"7K3M-9P2Q-W5XZ-0A1B", "7k3m 9p2q w5xz oaib", " 7K3M9P2QW5XZOALB "})
    void what_people_type_is_read_forgivingly(String typed) {
        assertThat(TrackingNumber.typed(typed)).contains(NUMBER);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "7K3M9P2QW5XZ0A1", "7K3M9P2QW5XZ0A1BC", "7K3M9P2QW5XZ0A1U", "一二三四五六七八九十一二三四五六"})
    void anything_else_is_no_number(String typed) {
        assertThat(TrackingNumber.typed(typed)).isEmpty();
        assertThatThrownBy(() -> TrackingNumber.of(typed)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void it_is_shown_in_four_groups_and_stored_bare() {
        assertThat(NUMBER.grouped()).isEqualTo("7K3M-9P2Q-W5XZ-0A1B");
        assertThat(NUMBER).hasToString("7K3M9P2QW5XZ0A1B");
    }
}
