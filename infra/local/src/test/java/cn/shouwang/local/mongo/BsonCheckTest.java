package cn.shouwang.local.mongo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.bson.ObjectId;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class BsonCheckTest {

    private static final byte[] WHOLE = Bson.encode(new Document("_id", 7L)
            .append("text", "新丰")
            .append("list", List.of(1, 2.5, true))
            .append("inner", new Document("at", Instant.EPOCH).append("none", null))
            .append("uuid", new UUID(1, 2))
            .append("id", new ObjectId()));

    private static boolean isAccepted(byte[] bytes) {
        try {
            return BsonCheck.document(bytes, 0, bytes.length) == bytes.length;
        } catch (IllegalArgumentException _) {
            return false;
        }
    }

    @Test
    void a_whole_document_is_accepted_and_one_cut_off_anywhere_is_not() {
        assertThat(isAccepted(WHOLE)).isTrue();
        for (int length = 0; length < WHOLE.length; length++) {
            assertThat(isAccepted(Arrays.copyOf(WHOLE, length)))
                    .as("cut at %d", length)
                    .isFalse();
        }
    }

    /// What is stored is walked through without another look.
    @Test
    void whatever_byte_is_wrong_what_is_accepted_can_be_read() {
        int refused = 0;
        for (int at = 0; at < WHOLE.length; at++) {
            for (int value = 0; value < 256; value++) {
                byte[] changed = WHOLE.clone();
                changed[at] = (byte) value;
                if (isAccepted(changed)) {
                    assertThatCode(() -> Bson.decode(changed))
                            .as("byte %d is %d", at, value)
                            .doesNotThrowAnyException();
                } else {
                    refused++;
                }
            }
        }
        assertThat(refused).isGreaterThan(WHOLE.length);
    }

    @Test
    void documents_nested_without_end_are_refused() {
        var nested = new Document();
        for (int depth = 0; depth < 150; depth++) {
            nested = new Document("d", nested);
        }
        assertThat(isAccepted(Bson.encode(nested))).isTrue();
        for (int depth = 0; depth < 50; depth++) {
            nested = new Document("d", nested);
        }
        byte[] deep = Bson.encode(nested);
        assertThatThrownBy(() -> BsonCheck.document(deep, 0, deep.length)).hasMessage("not BSON");
    }
}
