package cn.shouwang.monitoring.duty;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.regex.Pattern;

/// A duty of a year and the key of its event stream, e.g. `duty-2025-440233101-TOWN-raise-regularly`:
/// year, place, whom it binds and its code in the catalogue.
public record DutyId(int year, String division, Bearer bearer, String code) {

    private static final Pattern FORM =
            Pattern.compile("duty-(2[0-9]{3})-([0-9]{6}|[0-9]{9})-([A-Z_]+)-([a-z]+(?:-[a-z]+)*)");

    /// Reads the stored form; fails with [IllegalArgumentException] on any other.
    @JsonCreator
    public static DutyId of(String text) {
        var form = FORM.matcher(text);
        if (!form.matches()) {
            throw new IllegalArgumentException("not the id of a duty");
        }
        return new DutyId(Integer.parseInt(form.group(1)), form.group(2), Bearer.valueOf(form.group(3)), form.group(4));
    }

    @JsonValue
    @Override
    public String toString() {
        return "duty-" + year + "-" + division + "-" + bearer + "-" + code;
    }
}
