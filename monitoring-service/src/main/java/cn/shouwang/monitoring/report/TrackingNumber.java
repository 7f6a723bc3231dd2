package cn.shouwang.monitoring.report;

import java.security.SecureRandom;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/// What a household is given to follow its report: told once, in the answer to the report, and stored
/// nowhere. The log and the offices know the [ReportId] that follows from it.
///
/// 16 characters of Crockford's base 32 (no I, L, O, U), 80 random bits: whoever holds the number
/// was given it. Nothing personal can be derived from it, and nothing personal is shown for it.
public record TrackingNumber(String value) {

    private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final int LENGTH = 16;
    private static final int BITS = 5;
    private static final Pattern FORM = Pattern.compile("[" + ALPHABET + "]{" + LENGTH + "}");
    private static final Pattern BETWEEN = Pattern.compile("[\\s-]");
    private static final SecureRandom RANDOM = new SecureRandom();

    /// Longer than anybody types 16 characters.
    private static final int LONGEST_TYPED = 64;

    public TrackingNumber {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("not a tracking number");
        }
    }

    static TrackingNumber next() {
        var bytes = new byte[LENGTH];
        RANDOM.nextBytes(bytes);
        return of(bytes);
    }

    /// The number made of the last five bits of each of 16 bytes that nobody can guess.
    static TrackingNumber of(byte[] bytes) {
        var text = new StringBuilder(LENGTH);
        for (var n = 0; n < LENGTH; n++) {
            text.append(ALPHABET.charAt(bytes[n] & (1 << BITS) - 1));
        }
        return new TrackingNumber(text.toString());
    }

    /// Reads what a person typed: small letters, hyphens and blanks, O for 0, I and L for 1. Empty
    /// when it cannot be a tracking number.
    public static Optional<TrackingNumber> typed(String text) {
        if (text.length() > LONGEST_TYPED) {
            return Optional.empty();
        }
        var clean = BETWEEN.matcher(text.toUpperCase(Locale.ROOT))
                .replaceAll("")
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

    /// Not the number: whoever reads a log line must not learn it.
    @Override
    public String toString() {
        return "TrackingNumber";
    }
}
