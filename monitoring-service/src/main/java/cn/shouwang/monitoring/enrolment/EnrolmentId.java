package cn.shouwang.monitoring.enrolment;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/// An enrolment's number and the key of its event stream: `enrolment-<UUID>`. It follows from the keyed hash
/// of the file, so one file is one enrolment, and tells nothing of what is in it.
public record EnrolmentId(UUID value) {

    private static final String PREFIX = "enrolment-";

    /// Reads the stored form; fails with [IllegalArgumentException] on any other.
    @JsonCreator
    public static EnrolmentId of(String text) {
        if (!text.startsWith(PREFIX)) {
            throw new IllegalArgumentException("not the number of an enrolment");
        }
        return new EnrolmentId(UUID.fromString(text.substring(PREFIX.length())));
    }

    static EnrolmentId ofFile(String print) {
        return new EnrolmentId(name("enrolment:" + print));
    }

    /// The number of a household, or with `member` from 0 of one of its members, by its place in the staged
    /// file: the same however often it is registered.
    UUID number(int piece, int household, int member) {
        return name(value + ":" + piece + ":" + household + ":" + member);
    }

    private static UUID name(String text) {
        return UUID.nameUUIDFromBytes(text.getBytes(StandardCharsets.UTF_8));
    }

    @JsonValue
    @Override
    public String toString() {
        return PREFIX + value;
    }
}
