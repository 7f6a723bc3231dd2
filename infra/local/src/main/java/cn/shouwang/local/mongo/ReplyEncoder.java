package cn.shouwang.local.mongo;

import de.bwaldvogel.mongo.wire.BsonConstants;
import de.bwaldvogel.mongo.wire.OpCode;
import de.bwaldvogel.mongo.wire.bson.BsonEncoder;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicInteger;

/// Writes replies as the wire has them, documents of a batch as the bytes they are stored as.
final class ReplyEncoder {

    private static final AtomicInteger LAST_ID = new AtomicInteger();
    private static final int SMALL = 512;
    private static final int AROUND_A_DOCUMENT = 12; // its type and its place in the batch

    private ReplyEncoder() {}

    /// The whole message, from the start of the buffer's array.
    static ByteBuf encode(Request request, Reply reply) {
        var out = Unpooled.buffer(room(reply));
        out.writeIntLE(0); // the length, known at the end
        out.writeIntLE(LAST_ID.incrementAndGet());
        out.writeIntLE(request.id());
        if (request.message()) {
            out.writeIntLE(OpCode.OP_MSG.getId());
            out.writeIntLE(0); // no flags
            out.writeByte(0); // one section: the body
        } else {
            out.writeIntLE(OpCode.OP_REPLY.getId());
            out.writeIntLE(0); // no flags
            out.writeLongLE(0); // no cursor
            out.writeIntLE(0); // from the first
            out.writeIntLE(1); // one document
        }
        switch (reply) {
            case Reply.Plain plain -> BsonEncoder.encodeDocument(plain.document(), out);
            case Reply.Batch batch -> writeBatch(batch, out);
        }
        return out.setIntLE(0, out.writerIndex());
    }

    private static int room(Reply reply) {
        return switch (reply) {
            case Reply.Plain _ -> SMALL;
            case Reply.Batch batch ->
                batch.documents().stream()
                                .mapToInt(bson -> bson.length + AROUND_A_DOCUMENT)
                                .sum()
                        + SMALL;
        };
    }

    private static void writeBatch(Reply.Batch batch, ByteBuf out) {
        int document = begin(out);
        name(BsonConstants.TYPE_EMBEDDED_DOCUMENT, "cursor", out);
        int cursor = begin(out);
        name(BsonConstants.TYPE_INT64, "id", out);
        out.writeLongLE(batch.cursor());
        name(BsonConstants.TYPE_UTF8_STRING, "ns", out);
        byte[] namespace = batch.namespace().getBytes(StandardCharsets.UTF_8);
        out.writeIntLE(namespace.length + 1).writeBytes(namespace).writeByte(0);
        name(BsonConstants.TYPE_ARRAY, batch.first() ? "firstBatch" : "nextBatch", out);
        int array = begin(out);
        int i = 0;
        for (byte[] bson : batch.documents()) {
            name(BsonConstants.TYPE_EMBEDDED_DOCUMENT, Integer.toString(i++), out);
            out.writeBytes(bson);
        }
        end(array, out);
        end(cursor, out);
        name(BsonConstants.TYPE_DOUBLE, "ok", out);
        out.writeLongLE(Double.doubleToRawLongBits(1.0));
        end(document, out);
    }

    private static int begin(ByteBuf out) {
        int start = out.writerIndex();
        out.writeIntLE(0);
        return start;
    }

    private static void end(int start, ByteBuf out) {
        out.writeByte(BsonConstants.TERMINATING_BYTE);
        out.setIntLE(start, out.writerIndex() - start);
    }

    private static void name(byte type, String name, ByteBuf out) {
        out.writeByte(type);
        out.writeBytes(name.getBytes(StandardCharsets.UTF_8));
        out.writeByte(0);
    }
}
