package cn.shouwang.platform.history;

import static org.assertj.core.api.Assertions.assertThat;

import cn.shouwang.platform.test.Servers;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What of a stored event goes into the index of the log.
class GistTest {

    private static final String PAYLOAD = """
            {"pear": "7b0d6f1e-2a7c-4a57-9a0b-0d0c7c1f4e11", "division": "440233101203", "kind": "EARLY_RIPE",
             "inner": {"by": "clerk", "number": "新审〔01〕", "day": "2025-04-01", "at": "2025-04-01T00:00:00Z"},
             "members": ["m-1", "m-2"], "litres": 3, "note": "果园 small plot", "none": null,
             "sealed": {"m-9": "c2VhbGVk", "deep": {"x": "y"}}, "on": "2025-03-02"}""";

    private final Gist gist = Gist.of(PAYLOAD);

    @Test
    void it_tells_place_and_day() {
        assertThat(gist.division()).isEqualTo("440233101203");
        assertThat(gist.onOr(Instant.EPOCH)).isEqualTo(LocalDate.of(2025, 3, 2));
        assertThat(Gist.of("{\"division\": \"44\"}").onOr(Instant.parse("2025-03-01T16:00:00Z")))
                .isEqualTo(LocalDate.of(2025, 3, 2)); // the village day, not that of Greenwich
    }

    @Test
    void an_event_without_a_division_of_its_own_lies_where_its_first_part_does() {
        var office = "{\"office\": {\"division\": \"440233\"}, \"other\": {\"division\": \"440281\"}}";
        assertThat(Gist.of(office).division()).isEqualTo("440233");
        var own = "{\"office\": {\"division\": \"440281\"}, \"division\": \"440233\"}";
        assertThat(Gist.of(own).division()).isEqualTo("440233");
    }

    @Test
    void it_mentions_ids_and_nothing_that_is_a_day_a_number_or_a_constant() {
        assertThat(gist.about()).containsExactly("7b0d6f1e-2a7c-4a57-9a0b-0d0c7c1f4e11", "clerk", "m-1", "m-2");
    }

    @Test
    void what_is_sealed_is_passed_over() {
        assertThat(gist.about()).doesNotContain("m-9", "c2VhbGVk", "y");
        assertThat(gist.words()).noneMatch(word -> word.startsWith("c2vh"));
    }

    @Test
    void its_words_are_pieces_of_chinese_and_words_of_anything_else() {
        assertThat(gist.words())
                .contains(
                        "early_ripe",
                        "early",
                        "earl*",
                        "ripe",
                        "7b0d*",
                        "新",
                        "新审",
                        "01",
                        "果园",
                        "small",
                        "smal*",
                        "plot");
    }

    @ParameterizedTest
    @CsvSource({
        "果, true",
        "果园, true",
        "园果, false",
        "新审, true",
        "新审 小, false",
        "small, true",
        "SMALL, true",
        "smal, true",
        "sma, false",
        "plot, true",
        "plotting, false",
        "7b0d6f1e, true",
        "7b0d6f1e-2a7c, true",
        "7b0d6f1f, false",
        "early_ripe, true",
        "ripe early, true",
        "'', false"
    })
    void a_text_is_sought_by_its_pieces(String text, boolean found) {
        var database = Servers.freshDatabase();
        var rows = database.getCollection("rows");
        rows.insertOne(new Document("words", List.copyOf(gist.words())).append("about", List.copyOf(gist.about())));
        assertThat(rows.countDocuments(Terms.sought(text))).isEqualTo(found ? 1 : 0);
    }
}
