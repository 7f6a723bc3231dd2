package cn.shouwang.employment.profile;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/// A labour profile's number and the key of its event stream.
///
/// It follows from the household and the member, so the same member never has two profiles, whoever
/// opens them and however often.
public record LabourProfileId(UUID value) {

    @JsonCreator
    public static LabourProfileId of(String text) {
        return new LabourProfileId(UUID.fromString(text));
    }

    /// The profile of a member of a household, both as monitoring numbers them.
    public static LabourProfileId of(UUID household, UUID member) {
        return new LabourProfileId(UUID.nameUUIDFromBytes((household + "/" + member).getBytes(UTF_8)));
    }

    /// The bare value: Axon keys streams by it.
    @JsonValue
    @Override
    public String toString() {
        return value.toString();
    }
}
