package cn.shouwang.platform.store;

import static org.assertj.core.api.Assertions.assertThat;

import cn.shouwang.platform.store.Commit.Entry;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.bson.BsonBinaryWriter;
import org.bson.codecs.Codec;
import org.bson.codecs.EncoderContext;
import org.bson.io.BasicOutputBuffer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class PreparedTest {

    private static final Instant TIME = Instant.parse("2026-03-12T08:15:30.123Z");

    private static Commit draft(int events, @Nullable String key) {
        var entries = IntStream.range(0, events)
                .mapToObj(event -> new Entry(
                        "id-" + event, "pear.picked", "1", Instant.EPOCH, "{\"梨\":" + event + "}", "{\"at\":\"x\"}"))
                .toList();
        return new Commit(-1, "pear-1", "Pear", 3, key, key == null ? null : "print", entries);
    }

    private static <T> byte[] bytes(Codec<T> codec, T value) {
        var output = new BasicOutputBuffer();
        codec.encode(
                new BsonBinaryWriter(output), value, EncoderContext.builder().build());
        return output.toByteArray();
    }

    @Test
    void filled_in_it_is_what_the_codec_writes_for_the_placed_commit() {
        for (var draft : List.of(draft(1, null), draft(3, "key"), draft(40, null))) {
            var prepared = Prepared.of(draft);
            prepared.place(5, Instant.EPOCH.plusSeconds(9));
            var stored = prepared.place(1L << 40, TIME); // anew, after another process took the place
            assertThat(stored).isEqualTo(draft.placed(1L << 40, TIME));
            assertThat(bytes(new Prepared.Bytes(), prepared)).isEqualTo(bytes(new CommitCodec(), stored));
        }
    }
}
