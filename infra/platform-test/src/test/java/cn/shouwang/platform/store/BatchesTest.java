package cn.shouwang.platform.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.axonframework.messaging.MetaData;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class BatchesTest {

    @ParameterizedTest
    @CsvSource({
        "0, 0",
        "0 1 2, 0 1 2",
        "0 1 2 3, 0 1 2|3",
        "0 1 2 2.1, 0 1 2 2.1",
        "0 1 2 2.1 2.2 3, 0 1 2 2.1 2.2|3",
        "0 0.1 0.2 0.3 1 1.1, 0 0.1 0.2 0.3|1 1.1",
        "0 1 1.1 2, 0 1 1.1|2"
    })
    void batches_of_three_end_where_a_position_ends(String events, String batches) {
        Iterable<List<Recorded>> found = () -> new Batches<>(recorded(events).iterator(), 3, one -> one.part() > 0);
        assertThat(StreamSupport.stream(found.spliterator(), false)
                        .map(batch -> batch.stream()
                                .map(event -> event.place().toString())
                                .collect(Collectors.joining(" ")))
                        .collect(Collectors.joining("|")))
                .isEqualTo(batches);
    }

    @Test
    void nothing_is_no_batch() {
        var batches = new Batches<>(Stream.<Recorded>of().iterator(), 3, one -> one.part() > 0);
        assertThat(batches.hasNext()).isFalse();
        assertThatThrownBy(batches::next).isInstanceOf(NoSuchElementException.class);
    }

    private static Stream<Recorded> recorded(String places) {
        return Arrays.stream(places.split(" ", -1))
                .map(Place::parse)
                .map(place -> place.orElseThrow())
                .map(place -> new Recorded(
                        place.position(),
                        place.part(),
                        "stream",
                        0,
                        "id",
                        Instant.EPOCH,
                        "event",
                        MetaData.emptyInstance()));
    }
}
