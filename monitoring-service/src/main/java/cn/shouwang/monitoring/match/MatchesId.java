package cn.shouwang.monitoring.match;

import cn.shouwang.monitoring.household.HouseholdId;
import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/// Key of the stream that holds every proposal to one household, `matches-<household>`.
public record MatchesId(HouseholdId household) {

    private static final String PREFIX = "matches-";

    /// Reads the stored form; fails with [IllegalArgumentException] on any other.
    @JsonCreator
    public static MatchesId of(String text) {
        if (!text.startsWith(PREFIX)) {
            throw new IllegalArgumentException("not the id of a household's matches");
        }
        return new MatchesId(HouseholdId.of(text.substring(PREFIX.length())));
    }

    @JsonValue
    @Override
    public String toString() {
        return PREFIX + household;
    }
}
