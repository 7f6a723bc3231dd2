package cn.shouwang.platform.projection;

import cn.shouwang.platform.sealing.SealedText;
import cn.shouwang.platform.sealing.Tampered;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Date;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import org.bson.Document;
import org.bson.RawBsonDocument;
import org.bson.codecs.Codec;
import org.jspecify.annotations.Nullable;

/// The salted hash of a row's content, everything but `at` and `part`, beside the position the row has seen.
///
/// A sealed text that does not open is hashed as it is stored.
record RowPrint(String id, long at, BigInteger hash) {

    private static final Set<String> BOOKKEEPING = Set.of("at", "part");

    static RowPrint of(RawBsonDocument row, Codec<Document> codec, byte[] salt) {
        var text = new StringBuilder();
        try {
            var content = row.decode(codec);
            content.keySet().removeAll(BOOKKEEPING);
            write(content, text);
        } catch (Tampered _) {
            text.append("unopened ").append(HexFormat.of().formatHex(bytes(row)));
        }
        var at = row.isInt64("at") ? row.getInt64("at").longValue() : -1;
        return new RowPrint(row.getString("_id").getValue(), at, hash(salt, text.toString()));
    }

    boolean hasContentOf(RowPrint other) {
        return hash.equals(other.hash);
    }

    private static byte[] bytes(RawBsonDocument row) {
        var buffer = row.getByteBuffer();
        var bytes = new byte[buffer.remaining()];
        buffer.get(bytes);
        return bytes;
    }

    private static void write(Document row, StringBuilder text) {
        text.append('{');
        new TreeMap<>(row).forEach((name, value) -> {
            plain(name, text);
            value(value, text);
        });
        text.append('}');
    }

    /// Each kind with a letter of its own, texts with their length: no two values look the same.
    private static void value(@Nullable Object value, StringBuilder text) {
        switch (value) {
            case null -> text.append('n');
            case String plain -> plain(plain, text);
            case Document inner -> write(inner, text);
            case List<?> list -> {
                text.append('[');
                list.forEach(each -> value(each, text));
                text.append(']');
            }
            case SealedText sealed -> {
                text.append('s');
                plain(sealed.subject(), text);
                sealed.text().ifPresentOrElse(plain -> plain(plain, text), () -> text.append('n'));
            }
            case Date date ->
                text.append('d').append(date.toInstant().toEpochMilli()).append(';');
            default ->
                text.append(value.getClass().getSimpleName())
                        .append(' ')
                        .append(value)
                        .append(';');
        }
    }

    private static void plain(String plain, StringBuilder text) {
        text.append('t').append(plain.length()).append(':').append(plain);
    }

    private static BigInteger hash(byte[] salt, String text) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            digest.update(salt);
            return new BigInteger(1, digest.digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
