package cn.shouwang.monitoring.duplicate;

import cn.shouwang.monitoring.clue.ClueId;
import cn.shouwang.monitoring.household.MemberId;
import cn.shouwang.monitoring.report.ReportId;
import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.regex.Pattern;

/// A person as one side of a pair: the number of the member, the report or the clue, under whose key
/// what is personal about them is sealed.
///
/// It stands in no URL and is shown only to those whose division the side lies in.
public record SideId(String value) implements Comparable<SideId> {

    private static final Pattern FORM = Pattern.compile("[0-9a-f-]{36}|[0-9A-Z]{16}");

    public SideId {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("not the number of a member, a report or a clue");
        }
    }

    /// Reads the stored form; fails with [IllegalArgumentException] on any other.
    @JsonCreator
    public static SideId of(String text) {
        return new SideId(text);
    }

    static SideId of(MemberId member) {
        return new SideId(member.toString());
    }

    static SideId of(ReportId report) {
        return new SideId(report.toString());
    }

    static SideId of(ClueId clue) {
        return new SideId(clue.toString());
    }

    @Override
    public int compareTo(SideId other) {
        return value.compareTo(other.value);
    }

    /// The bare value.
    @JsonValue
    @Override
    public String toString() {
        return value;
    }
}
