package cn.shouwang.platform.store;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.bson.BsonBinaryReader;
import org.bson.BsonBinaryWriter;
import org.bson.BsonReader;
import org.bson.BsonWriter;
import org.bson.codecs.Codec;
import org.bson.codecs.DecoderContext;
import org.bson.codecs.EncoderContext;
import org.bson.io.BasicOutputBuffer;

/// A commit in the bytes it is stored as, all but its place and time.
///
/// Those who decide make it, side by side; the one who appends for all only fills in the numbers and
/// copies. Used by one thread at a time.
final class Prepared {

    private static final CommitCodec CODEC = new CommitCodec();
    private static final int FIRST_GUESS = 2_048;

    private final Commit draft;
    private final ByteBuffer bson;
    private final int[] times; // where the time of each event lies

    private Prepared(Commit draft, ByteBuffer bson, int[] times) {
        this.draft = draft;
        this.bson = bson;
        this.times = times;
    }

    static Prepared of(Commit draft) {
        var times = new int[draft.events().size()];
        try (var output = new Output();
                var writer = new BsonBinaryWriter(output)) {
            CODEC.encode(writer, draft, (event, end) -> times[event] = end - Long.BYTES);
            var bson = ByteBuffer.wrap(output.getInternalBuffer(), 0, output.getPosition());
            return new Prepared(draft, bson.order(ByteOrder.LITTLE_ENDIAN), times);
        }
    }

    /// Writes a text as a whole, which the driver's does letter by letter.
    private static final class Output extends BasicOutputBuffer {

        Output() {
            super(FIRST_GUESS);
        }

        @Override
        public void writeString(String text) {
            var utf8 = text.getBytes(StandardCharsets.UTF_8);
            writeInt32(utf8.length + 1);
            writeBytes(utf8);
            writeByte(0);
        }
    }

    Commit draft() {
        return draft;
    }

    /// Gives it its place and time, for the first time or anew, and returns what will be stored.
    Commit place(long position, Instant time) {
        bson.putLong(CommitCodec.POSITION_AT, position);
        for (var at : times) {
            bson.putLong(at, time.toEpochMilli());
        }
        return draft.placed(position, time);
    }

    /// Writes the bytes there are; nothing is ever read in this form.
    static final class Bytes implements Codec<Prepared> {

        @Override
        public void encode(BsonWriter writer, Prepared prepared, EncoderContext context) {
            try (var reader = new BsonBinaryReader(prepared.bson.duplicate())) {
                writer.pipe(reader);
            }
        }

        @Override
        public Prepared decode(BsonReader reader, DecoderContext context) {
            throw new UnsupportedOperationException("what is stored is read as a commit");
        }

        @Override
        public Class<Prepared> getEncoderClass() {
            return Prepared.class;
        }
    }
}
