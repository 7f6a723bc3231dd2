package cn.shouwang.local.mongo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.bwaldvogel.mongo.bson.BinData;
import de.bwaldvogel.mongo.bson.BsonRegularExpression;
import de.bwaldvogel.mongo.bson.BsonTimestamp;
import de.bwaldvogel.mongo.bson.Decimal128;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.bson.MaxKey;
import de.bwaldvogel.mongo.bson.MinKey;
import de.bwaldvogel.mongo.bson.ObjectId;
import de.bwaldvogel.mongo.exception.MongoServerError;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class BsonOrderTest {

    /// In MongoDB's comparison order, each before the next.
    private static final List<Object> ASCENDING = Arrays.asList(
            MinKey.getInstance(),
            null,
            Double.NaN,
            Double.NEGATIVE_INFINITY,
            -1e300,
            Long.MIN_VALUE,
            Long.MIN_VALUE + 1,
            -(1L << 53) - 1,
            -(1L << 53),
            -2,
            decimal("-1.5"),
            -1,
            -0.5,
            0,
            Double.MIN_VALUE,
            0.1,
            decimal("0.1000000000000000055511151231257828"),
            1,
            decimal("1.000000000000000000000000000000001"),
            1.5,
            2,
            10,
            100L,
            (1L << 53),
            (1L << 53) + 1,
            (1L << 53) + 2,
            Long.MAX_VALUE - 1,
            Long.MAX_VALUE,
            9.3e18,
            decimal("1E+100"),
            Double.POSITIVE_INFINITY,
            "",
            "\0",
            "\0a",
            "a",
            "a\0",
            "a\0b",
            "aa",
            "b",
            "双河",
            "守望",
            new Document(),
            new Document("a", 1),
            new Document("a", 1).append("b", 1),
            new Document("a", 2),
            new Document("b", 1),
            new Document("a", "x"),
            new BinData(new byte[] {}),
            new BinData(new byte[] {9}),
            new BinData(new byte[] {1, 2}),
            new ObjectId("000000000000000000000001"),
            new ObjectId("ff0000000000000000000001"),
            false,
            true,
            Instant.ofEpochMilli(-1),
            Instant.ofEpochMilli(0),
            Instant.ofEpochMilli(1),
            new BsonTimestamp(1L),
            new BsonTimestamp(-1L),
            new BsonRegularExpression("a", ""),
            new BsonRegularExpression("b", ""),
            MaxKey.getInstance());

    private static Decimal128 decimal(String value) {
        return new Decimal128(new BigDecimal(value));
    }

    @Test
    void bytes_are_in_the_order_of_values() {
        for (int i = 0; i < ASCENDING.size(); i++) {
            for (int j = 0; j < ASCENDING.size(); j++) {
                assertThat(Integer.signum(Arrays.compareUnsigned(
                                Predicates.bytes(ASCENDING.get(i)), Predicates.bytes(ASCENDING.get(j)))))
                        .as("%s and %s", ASCENDING.get(i), ASCENDING.get(j))
                        .isEqualTo(Integer.compare(i, j));
            }
        }
    }

    @Test
    void equal_numbers_of_any_type_have_equal_bytes() {
        for (Object one : List.of(1, 1L, 1.0, decimal("1"), decimal("1.000"))) {
            assertThat(Predicates.bytes(one)).isEqualTo(Predicates.bytes(1));
        }
        assertThat(Predicates.bytes(-0.0)).isEqualTo(Predicates.bytes(0));
        assertThat(Predicates.bytes(decimal("9007199254740993"))).isEqualTo(Predicates.bytes((1L << 53) + 1));
    }

    @Test
    void a_decimal_beyond_a_double_is_refused() {
        assertThatThrownBy(() -> Predicates.bytes(decimal("1E+1000"))).isInstanceOf(MongoServerError.class);
        assertThatThrownBy(() -> Predicates.bytes(decimal("1E-1000"))).isInstanceOf(MongoServerError.class);
    }

    @Test
    void fields_of_a_compound_key_compare_one_after_the_other_in_their_directions() {
        var index = IndexDefinition.of(new Document("name", "i").append("key", new Document("a", 1).append("b", -1)));
        var documents = new ArrayList<Document>();
        for (Object a : Arrays.asList(null, 1, "a", "a\0", "ab")) {
            for (Object b : Arrays.asList("z", "a\0", "a", 7, -7, null)) {
                documents.add(new Document("a", a).append("b", b));
            }
        }
        var shuffled = new ArrayList<>(documents);
        Collections.shuffle(shuffled, new Random(7));
        shuffled.sort((x, y) -> Arrays.compareUnsigned(key(index, x), key(index, y)));
        assertThat(shuffled).isEqualTo(documents);
    }

    private static byte[] key(IndexDefinition index, Document document) {
        return IndexKeys.of(index, Bson.encode(document), 0).keys().getFirst();
    }
}
