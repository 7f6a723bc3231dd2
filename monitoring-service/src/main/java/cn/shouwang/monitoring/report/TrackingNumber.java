package cn.shouwang.monitoring.report;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.security.SecureRandom;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/// Number of a report, its stream key, and all a household needs to follow it.
///
/// 16 characters of Crockford's base 32 (no I, L, O, U), 80 random bits: whoever holds the number
/// was given it. Nothing personal can be derived from it, and nothing personal is shown for it.
public record TrackingNumber(@JsonValue String value) {

    private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final int LENGTH = 16;
    private static final Pattern FORM = Pattern.compile("[" + ALPHABET + "]{" + LENGTH + "}");
    private static final SecureRandom RANDOM = new SecureRandom();

    public TrackingNumber {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("not a tracking number");
        }
    }

    public static TrackingNumber next() {
        var text = new StringBuilder(LENGTH);
        RANDOM.ints(LENGTH, 0, ALPHABET.length()).forEach(digit -> text.append(ALPHABET.charAt(digit)));
        return new TrackingNumber(text.toString());
    }

    /// Reads the stored form; fails with [IllegalArgumentException] on any other.
    @JsonCreator
    public static TrackingNumber of(String text) {
        return new TrackingNumber(text);
    }

    /// Reads what a person typed: small letters, hyphens and blanks, O for 0, I and L for 1. Empty
    /// when it cannot be a tracking number.
    public static Optional<TrackingNumber> typed(String text) {
        var clean = text.toUpperCase(Locale.ROOT)
                .replaceAll("[\\s-]", "")
                .replace('O', '0')
                .replace('I', '1')
                .replace('L', '1');
        return FORM.matcher(clean).matches() ? Optional.of(new TrackingNumber(clean)) : Optional.empty();
    }

    /// In four groups, to be read aloud and written down.
    public String grouped() {
        return String.join(
                "-", value.substring(0, 4), value.substring(4, 8), value.substring(8, 12), value.substring(12));
    }

    @Override
    public String toString() {
        return value;
    }
}
