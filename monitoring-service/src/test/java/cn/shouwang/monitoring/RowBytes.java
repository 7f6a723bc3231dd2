package cn.shouwang.monitoring;

import java.util.HexFormat;
import org.bson.BsonDocumentReader;
import org.bson.RawBsonDocument;
import org.bson.codecs.BsonDocumentCodec;
import org.bson.codecs.DecoderContext;

/// A row of a read model as the bytes the server holds, in hex.
public final class RowBytes {

    private RowBytes() {}

    /// All but `at`, the position by which the platform guards the row.
    public static String of(RawBsonDocument row) {
        var codec = new BsonDocumentCodec();
        var document = codec.decode(
                new BsonDocumentReader(row), DecoderContext.builder().build());
        document.remove("at");
        var bytes = new RawBsonDocument(document, codec).getByteBuffer();
        return HexFormat.of().formatHex(bytes.array(), bytes.position(), bytes.limit());
    }
}
