package cn.shouwang.local.mongo;

import static org.assertj.core.api.Assertions.assertThat;

import de.bwaldvogel.mongo.bson.Document;
import java.time.Instant;
import java.util.List;
import org.bson.RawBsonDocument;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Which questions an index answers whole; of all others the matcher has the last word.
@DisplayNameGeneration(ReplaceUnderscores.class)
class ExactPlanTest {

    private final OrderedIndex index = new OrderedIndex(
            IndexDefinition.of(new Document("key", new Document("a", 1).append("b", -1)).append("name", "a_b")));

    private boolean isExact(Document query) {
        var plan = Plan.choose(List.of(index), query, new Document());
        return plan != null && plan.exact();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{a: 'x'}",
                "{a: 1, b: 2}",
                "{a: 'x', b: {$gte: 1, $lt: 9}}",
                "{a: {$in: [1, 2]}, b: {$gt: 3}}",
                "{$and: [{a: 'x'}, {b: {$lt: 'y'}}]}",
                "{a: {$lte: 'x'}}"
            })
    void plain_values_of_indexed_fields_are_answered_whole(String query) {
        assertThat(isExact(parsed(query))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{a: 'x', c: 1}", // a field that is not indexed
                "{b: 1}", // none that the index begins with
                "{a: null}",
                "{a: 1.5}",
                "{a: {$lt: 5}}", // NaN lies before all numbers
                "{a: {$gte: 1, $lt: 'x'}}", // what lies between is of other types
                "{a: {$gte: 1, $in: [0, 1]}}",
                "{a: 'x', $or: [{b: 1}, {b: 2}]}",
                "{a: {$gt: 1, $ne: 3}}",
                "{$and: [{a: 1}, {a: 2}]}",
                "{a: {b: 1}}"
            })
    void what_is_more_or_less_than_that_is_left_to_the_matcher(String query) {
        assertThat(isExact(parsed(query))).isFalse();
    }

    @Test
    void dates_are_answered_whole_and_nothing_once_an_array_was_met() {
        var query = new Document("a", new Document("$gte", Instant.EPOCH));
        assertThat(isExact(query)).isTrue();
        byte[] bson = Bson.encode(new Document("a", List.of(1, 2)));
        index.add(index.keysOf(bson, 0), 1);
        assertThat(isExact(query)).isFalse();
    }

    private static Document parsed(String json) {
        var raw = RawBsonDocument.parse(json).getByteBuffer();
        byte[] bytes = new byte[raw.remaining()];
        raw.get(bytes);
        return Bson.decode(bytes);
    }
}
