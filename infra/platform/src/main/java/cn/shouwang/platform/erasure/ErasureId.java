package cn.shouwang.platform.erasure;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/// Number of one erasure, or of one change of the installation's key.
public record ErasureId(@JsonValue UUID value) {

    @JsonCreator
    public static ErasureId of(String text) {
        return new ErasureId(UUID.fromString(text));
    }

    static ErasureId fresh() {
        return new ErasureId(UUID.randomUUID());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
