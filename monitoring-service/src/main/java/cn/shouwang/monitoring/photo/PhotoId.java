package cn.shouwang.monitoring.photo;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/// A photo of one subject.
public record PhotoId(UUID value) {

    @JsonCreator
    public static PhotoId of(String text) {
        return new PhotoId(UUID.fromString(text));
    }

    /// The one photo of `subject` on which that is to be seen: the same picture sent twice has one id, so
    /// a repetition stores nothing new.
    public static PhotoId of(String subject, String likeness) {
        return new PhotoId(UUID.nameUUIDFromBytes((subject + "\n" + likeness).getBytes(StandardCharsets.UTF_8)));
    }

    @JsonValue
    @Override
    public String toString() {
        return value.toString();
    }
}
