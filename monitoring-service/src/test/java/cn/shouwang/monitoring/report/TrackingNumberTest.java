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

    private static final TrackingNumber NUMBER = new TrackingNumber("7K3M9P2QW5XZ0A1B");

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
        assertThatThrownBy(() -> new TrackingNumber(typed)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void it_is_shown_in_four_groups_and_never_by_accident() {
        assertThat(NUMBER.grouped()).isEqualTo("7K3M-9P2Q-W5XZ-0A1B");
        assertThat(NUMBER.toString()).doesNotContain("7K3M");
    }

    @Test
    void the_offices_id_follows_from_the_number_and_is_not_the_number() {
        var id = ReportId.of(NUMBER);
        assertThat(id).isEqualTo(ReportId.of(new TrackingNumber("7K3M9P2QW5XZ0A1B")));
        assertThat(id.value()).matches("[0-9a-f-]{36}").doesNotContainIgnoringCase("7K3M");
        assertThat(TrackingNumber.typed(id.value())).isEmpty();
    }

    @Test
    void a_trial_history_is_still_read_and_anything_else_is_no_id() {
        assertThat(ReportId.of("7K3M9P2QW5XZ0A1B")).hasToString("7K3M9P2QW5XZ0A1B");
        for (var other :
                new String[] {"", "7K3M", "7K3M-9P2Q-W5XZ-0A1B", "$ne", "00000000-0000-0000-0000-00000000000G"}) {
            assertThatThrownBy(() -> ReportId.of(other)).isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void a_very_long_text_is_no_number_without_being_read() {
        assertThat(TrackingNumber.typed("7K3M9P2QW5XZ0A1B" + " ".repeat(1_000_000)))
                .isEmpty();
    }
}
