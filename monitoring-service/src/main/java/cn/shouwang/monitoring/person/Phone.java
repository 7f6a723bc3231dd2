package cn.shouwang.monitoring.person;

import cn.shouwang.platform.rule.RuleBroken;
import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.regex.Pattern;

/// A phone number: a mainland mobile, or a land line of 韶关 (area code 0751 and 7 digits). Digits
/// only.
///
/// One number may serve several old people, so it identifies no one. Empty once it is forgotten.
public record Phone(@JsonValue String value) {

    private static final Pattern FORM = Pattern.compile("1[3-9][0-9]{9}|0751[0-9]{7}");
    private static final int ENDING = 4;
    private static final Pattern BETWEEN = Pattern.compile("[\\s-]");

    public Phone {
        if (!value.isEmpty() && !FORM.matcher(value).matches()) {
            throw new RuleBroken("person.phone-malformed", "neither a mobile number nor a land line of area code 0751");
        }
    }

    /// Reads a number as people write it, blanks and hyphens forgiven; else `person.phone-malformed`.
    public static Phone of(String text) {
        var written = BETWEEN.matcher(text).replaceAll("");
        if (written.isEmpty()) {
            throw new RuleBroken("person.phone-malformed", "there is no number");
        }
        return new Phone(written);
    }

    /// Reads the stored form.
    @JsonCreator
    static Phone stored(String text) {
        return new Phone(text);
    }

    /// What a number reads as once its owner is forgotten.
    public static Phone forgotten() {
        return new Phone("");
    }

    /// Whether these are its last four digits, compared in a time that does not tell how many are right;
    /// never for a forgotten number.
    public boolean endsWith(String fourDigits) {
        return value.length() > ENDING
                && MessageDigest.isEqual(
                        value.substring(value.length() - ENDING).getBytes(StandardCharsets.US_ASCII),
                        fourDigits.getBytes(StandardCharsets.US_ASCII));
    }

    public String masked() {
        return Masked.phone(value);
    }

    @Override
    public String toString() {
        return masked();
    }
}
