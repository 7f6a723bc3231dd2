package cn.shouwang.monitoring.person;

import cn.shouwang.platform.rule.RuleBroken;
import com.fasterxml.jackson.annotation.JsonCreator;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/// A resident id number (GB 11643-1999): 6 digits of the place of first registration, birth date,
/// serial, check character; X in upper case.
///
/// The place may be a code long abolished, so it is not looked up.
public record IdNumber(String value) implements PersonDocument {

    private static final int LENGTH = 18;
    private static final int OLD_LENGTH = 15;

    /// GB 11643-1999, 4.3: weights of the first 17 digits, and the check character by remainder.
    private static final int[] WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};

    private static final String CHECK = "10X98765432";

    public IdNumber {
        if (!hasForm(value)) {
            throw new RuleBroken("person.id-number-malformed", "a resident id has 17 digits and a check character");
        }
        if (checkOf(value) != value.charAt(17)) {
            throw new RuleBroken("person.id-number-check-digit", "the check character does not fit");
        }
        birthOf(value);
    }

    /// Reads a number as people write it; `person.id-number-…` tells what is wrong with it.
    @JsonCreator
    public static IdNumber of(String text) {
        return new IdNumber(text.strip().toUpperCase(Locale.ROOT));
    }

    /// Whether the text is a resident id with a check character that fits.
    public static boolean isOne(String text) {
        try {
            return !of(text).value().isEmpty();
        } catch (RuleBroken _) {
            return false;
        }
    }

    /// Whether a text of capitals has the form of a resident id: 18 characters, or the 15 digits that were
    /// issued until 1999.
    public static boolean isWrittenLikeOne(String text) {
        return hasForm(text) || (text.length() == OLD_LENGTH && areDigits(text, OLD_LENGTH));
    }

    /// Letter by letter: a file has a million of them.
    private static boolean hasForm(String text) {
        return text.length() == LENGTH
                && areDigits(text, LENGTH - 1)
                && (isDigit(text.charAt(LENGTH - 1)) || text.charAt(LENGTH - 1) == 'X');
    }

    private static boolean areDigits(String text, int first) {
        for (var at = 0; at < first; at++) {
            if (!isDigit(text.charAt(at))) {
                return false;
            }
        }
        return true;
    }

    private static boolean isDigit(char letter) {
        return letter >= '0' && letter <= '9';
    }

    /// The 18 characters of an old id of 15 digits, which left out the century and had no check character
    /// (GB 11643-1999, annex): everyone who has one was born in the 1900s.
    public static String upgraded(String fifteen) {
        var digits = fifteen.substring(0, 6) + "19" + fifteen.substring(6);
        return digits + checkOf(digits);
    }

    /// Whether the check character of 18 characters of that form fits.
    public static boolean checks(String text) {
        return checkOf(text) == text.charAt(17);
    }

    /// Whether the birth date in 18 characters of that form is a day of the calendar.
    public static boolean hasBirth(String text) {
        return birth(text).isPresent();
    }

    public LocalDate birth() {
        return birthOf(value);
    }

    /// Digit 17 is odd for men.
    public boolean male() {
        return (value.charAt(16) - '0') % 2 == 1;
    }

    /// Every valid number that one slip of the hand turns into this one: another digit in one place, or two
    /// neighbours swapped, among the first 17. At most 169. The check character follows from those, so
    /// a slip in it alone, or a swap with it, is refused when entered and needs no search.
    public Set<IdNumber> slips() {
        var slips = new TreeSet<String>();
        for (var at = 0; at < WEIGHTS.length; at++) {
            for (var digit = '0'; digit <= '9'; digit++) {
                slips.add(value.substring(0, at) + digit + value.substring(at + 1, WEIGHTS.length));
            }
            if (at > 0) {
                slips.add(value.substring(0, at - 1)
                        + value.charAt(at)
                        + value.charAt(at - 1)
                        + value.substring(at + 1, WEIGHTS.length));
            }
        }
        slips.remove(value.substring(0, WEIGHTS.length));
        return slips.stream()
                .filter(digits -> birth(digits).isPresent())
                .map(digits -> new IdNumber(digits + checkOf(digits)))
                .collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public String masked() {
        return Masked.id(value);
    }

    @Override
    public String toString() {
        return masked();
    }

    /// The check character that belongs to the first 17 digits of `number`.
    static char checkOf(String number) {
        var sum = 0;
        for (var i = 0; i < WEIGHTS.length; i++) {
            sum += WEIGHTS[i] * (number.charAt(i) - '0');
        }
        return CHECK.charAt(sum % 11);
    }

    private static LocalDate birthOf(String number) {
        return birth(number)
                .orElseThrow(() ->
                        new RuleBroken("person.id-number-birth-date", "the birth date is no day of the calendar"));
    }

    private static Optional<LocalDate> birth(String number) {
        try {
            return Optional.of(LocalDate.of(digits(number, 6, 10), digits(number, 10, 12), digits(number, 12, 14)));
        } catch (DateTimeException _) {
            return Optional.empty();
        }
    }

    private static int digits(String number, int from, int to) {
        return Integer.parseInt(number, from, to, 10);
    }
}
