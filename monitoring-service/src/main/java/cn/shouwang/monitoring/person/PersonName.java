package cn.shouwang.monitoring.person;

import cn.shouwang.platform.rule.RuleBroken;
import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.regex.Pattern;

/// A person's name as the household gives it: 1 to 40 characters, letters of any script, and the
/// points, blanks and hyphens that stand between parts of a name. Empty once it is forgotten.
public record PersonName(@JsonValue String value) {

    private static final Pattern FORM = Pattern.compile("[\\p{L}\\p{M}][\\p{L}\\p{M}·•. '-]{0,39}");

    public PersonName {
        if (!value.isEmpty() && !FORM.matcher(value).matches()) {
            throw new RuleBroken("person.name-malformed", "a name is 1 to 40 letters");
        }
    }

    /// Reads a name as entered, blanks around it forgiven; else `person.name-malformed`.
    public static PersonName of(String text) {
        var written = text.strip();
        if (written.isEmpty()) {
            throw new RuleBroken("person.name-malformed", "a name is 1 to 40 letters");
        }
        return new PersonName(written);
    }

    /// Reads the stored form.
    @JsonCreator
    static PersonName stored(String text) {
        return new PersonName(text);
    }

    /// What a name reads as once the person is forgotten.
    public static PersonName forgotten() {
        return new PersonName("");
    }

    public String masked() {
        return Masked.name(value);
    }

    @Override
    public String toString() {
        return masked();
    }
}
