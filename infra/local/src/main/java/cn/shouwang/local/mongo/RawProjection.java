package cn.shouwang.local.mongo;

import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.wire.BsonConstants;
import io.netty.buffer.Unpooled;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A projection that only names fields to keep, done on the bytes of a document.
final class RawProjection {

    private static final String ID = "_id";

    private final Set<String> kept;

    private RawProjection(Set<String> kept) {
        this.kept = kept;
    }

    /// Null for a projection that asks for more: excluded fields, paths into documents, operators.
    static @Nullable RawProjection of(Document fields) {
        var kept = new HashSet<String>();
        for (var field : fields.entrySet()) {
            if (!isTrue(field.getValue())
                    || field.getKey().contains(".")
                    || field.getKey().contains("$")) {
                return null;
            }
            kept.add(field.getKey());
        }
        kept.add(ID);
        return kept.size() > 1 ? new RawProjection(kept) : null;
    }

    private static boolean isTrue(@Nullable Object value) {
        return Boolean.TRUE.equals(value) || (value instanceof Number number && number.doubleValue() == 1);
    }

    byte[] of(byte[] bson) {
        var out = Unpooled.buffer(256);
        out.writeIntLE(0); // the length, known at the end
        int at = Integer.BYTES;
        while (bson[at] != BsonConstants.TERMINATING_BYTE) {
            int value = Bson.afterName(bson, at + 1);
            int end = value + Bson.valueLength(bson[at], bson, value);
            if (kept.contains(new String(bson, at + 1, value - at - 2, StandardCharsets.UTF_8))) {
                out.writeBytes(bson, at, end - at);
            }
            at = end;
        }
        out.writeByte(BsonConstants.TERMINATING_BYTE);
        out.setIntLE(0, out.writerIndex());
        byte[] projected = new byte[out.writerIndex()];
        out.readBytes(projected);
        return projected;
    }
}
