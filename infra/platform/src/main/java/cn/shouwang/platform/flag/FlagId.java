package cn.shouwang.platform.flag;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.UUID;

/// A flag's number, and the key of the stream of what was said about it. It follows from what the flag
/// rests on, so flags that are built again keep theirs.
public record FlagId(@JsonValue UUID value) {

    @JsonCreator
    public static FlagId of(String text) {
        return new FlagId(UUID.fromString(text));
    }

    /// The number of the flag of that kind that begins with `what`.
    static FlagId of(FlagKind kind, String... what) {
        try {
            var text = kind + "\n" + String.join("\n", what);
            var hash =
                    ByteBuffer.wrap(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
            return new FlagId(new UUID(hash.getLong(), hash.getLong()));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
