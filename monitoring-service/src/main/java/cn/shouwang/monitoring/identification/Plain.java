package cn.shouwang.monitoring.identification;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/// A text as a reader takes it, whatever signs it is written with.
///
/// One form for every digit (full width, circled, of any script), small letters, nothing invisible.
record Plain(String text) {

    private static final Pattern INVISIBLE = Pattern.compile("[\\p{Cf}\\p{Cc}\\p{Cn}\\p{Mn}\\p{Me}]");
    private static final Pattern BREAK = Pattern.compile("[\\t\\n\\r\\x{0B}\\x{0C}\\x{85}\\x{2028}\\x{2029}]");
    private static final Pattern NO_SIGN = Pattern.compile("[^\\p{L}\\p{N}]");
    private static final Pattern INSIDE_WORD = Pattern.compile("[\\p{Z}\\p{Sk}·•・.*_/|~=+^-]");

    private static final String NUMERALS = "零〇○一二三四五六七八九壹贰叁肆伍陆柒捌玖幺貳參陸弌弍弎";
    private static final String THEIR_DIGITS = "000123456789" + "123456789" + "1236123";

    static Plain of(String text) {
        var seen = BREAK.matcher(text).replaceAll(" ");
        var composed = INVISIBLE
                .matcher(Normalizer.normalize(seen, Normalizer.Form.NFKC))
                .replaceAll("");
        var plain = new StringBuilder(composed.length());
        composed.codePoints()
                .map(sign -> Character.getType(sign) == Character.DECIMAL_DIGIT_NUMBER
                        ? '0' + Character.digit(sign, 10)
                        : sign)
                .forEach(plain::appendCodePoint);
        return new Plain(plain.toString().toLowerCase(Locale.ROOT));
    }

    /// As it stands; with Chinese numerals read as digits; with letters that look like digits too.
    List<String> readings() {
        var numerals = numerals();
        return List.of(text, numerals, numerals.replace('o', '0').replaceAll("[li|]", "1"));
    }

    /// Letters and digits alone, once with numerals as digits.
    List<String> signs() {
        return List.of(
                NO_SIGN.matcher(text).replaceAll(""),
                NO_SIGN.matcher(numerals()).replaceAll(""));
    }

    /// Without what people put between the signs of one word, so that words stand whole; commas and full
    /// stops part words and stay.
    String words() {
        return INSIDE_WORD.matcher(text).replaceAll("");
    }

    private String numerals() {
        var digits = new StringBuilder(text.length());
        text.chars().forEach(sign -> {
            var at = NUMERALS.indexOf(sign);
            digits.append(at < 0 ? (char) sign : THEIR_DIGITS.charAt(at));
        });
        return digits.toString();
    }
}
