package cn.shouwang.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// One writer for many events, as a log is read.
class LeafLineTest {

    private final LeafLine line = new LeafLine();

    private static LoggedEvent event(Instant at, String payload) {
        return new LoggedEvent(1, 1, null, null, "s", "t", 0, "i", "n", "1", at, payload, "{}");
    }

    private String written(Instant at, String payload) {
        return new String(line.of(event(at, payload)), StandardCharsets.UTF_8);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-05-04T01:02:03.004Z",
                "2026-05-04T01:02:03.999Z",
                "2026-05-04T01:02:04.000Z",
                "2026-05-04T01:02:03.000Z",
                "1969-12-31T23:59:59.001Z",
                "9999-12-31T23:59:59.999Z"
            })
    void a_time_is_written_with_its_milliseconds_whatever_was_written_before(String time) {
        written(Instant.parse("2026-05-04T01:02:03.500Z"), "");
        assertThat(written(Instant.parse(time), "")).startsWith("{\"at\":\"" + time + "\",");
    }

    @Test
    void a_year_of_five_digits_is_refused_and_the_next_event_is_written_all_the_same() {
        assertThatThrownBy(() -> written(Instant.parse("+10000-01-01T00:00:00Z"), ""))
                .isInstanceOf(Malformed.class);
        assertThat(written(Instant.parse("2026-05-04T01:02:03.004Z"), "")).contains("2026-05-04T01:02:03.004Z");
    }

    @Test
    void any_text_is_read_back_as_it_was() {
        var random = new SplittableRandom(7);
        var at = Instant.parse("2026-05-04T01:02:03.004Z");
        for (var turn = 0; turn < 2_000; turn++) {
            var text = new StringBuilder();
            random.ints(random.nextInt(60), 0, 6)
                    .forEach(kind -> text.appendCodePoint(
                            switch (kind) {
                                case 0 -> random.nextInt(0, 0x20);
                                case 1 -> '"';
                                case 2 -> '\\';
                                case 3 -> random.nextInt(0x4e00, 0x9fff);
                                case 4 -> random.nextInt(0x1f300, 0x1f600);
                                default -> random.nextInt(0x20, 0x7f);
                            }));
            var event = event(at, text.toString());
            assertThat(LoggedEvent.parse(line.of(event))).isEqualTo(event);
        }
    }
}
