package cn.shouwang.platform.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class PlaceTest {

    @Test
    void places_sort_by_position_and_then_by_part() {
        assertThat(Stream.of(place("8"), place("7.10"), place("7"), place("7.2"))
                        .sorted())
                .containsExactly(place("7"), place("7.2"), place("7.10"), place("8"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "7", "7.1", "7.255", "999999999999999", "999999999999999.255"})
    void a_place_reads_back_from_its_text_and_from_its_order(String text) {
        assertThat(place(text)).hasToString(text);
        assertThat(Place.ofOrder(place(text).order())).isEqualTo(place(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-1", "07", "7.", "7.0", "7.01", "7.256", "7.1.1", ".1", "x", "1000000000000000"})
    void any_other_text_is_no_place(String text) {
        assertThat(Place.parse(text)).isEmpty();
    }

    @Test
    void a_stored_event_is_not_read_as_more_events_than_can_be_told_apart() {
        assertThatThrownBy(() -> new Place(7, 256)).isInstanceOf(IllegalArgumentException.class);
    }

    private static Place place(String text) {
        return Place.parse(text).orElseThrow();
    }
}
