package cn.shouwang.monitoring.dataset;

import java.util.regex.Pattern;

/// Money and whole numbers as departments write them; -1 for what is neither.
final class Amounts {

    private static final Pattern YUAN = Pattern.compile("[¥￥]?(\\d{1,3}(?:,\\d{3})*|\\d{1,9})(?:\\.(\\d{1,2})0*)?元?");
    private static final Pattern NUMBER = Pattern.compile("(\\d{1,5})(?:\\.0+)?(?:级|天|日|个月|月)?");
    private static final String CHINESE = "一二三四五六七八九";
    private static final int FEN = 100;
    private static final int LONGEST_PLAIN = 9;

    private Amounts() {}

    /// Yuan with at most two decimals, as fen.
    static long fen(String text) {
        var plain = plain(text, text.length());
        if (plain >= 0) {
            return plain * FEN;
        }
        var point = text.length() - 3;
        if (point > 0 && text.charAt(point) == '.') {
            var whole = plain(text, point);
            var cents = plain(text.substring(point + 1), 2);
            if (whole >= 0 && cents >= 0) {
                return whole * FEN + cents;
            }
        }
        var yuan = YUAN.matcher(text);
        if (!yuan.matches()) {
            return -1;
        }
        var digits = yuan.group(1).replace(",", "");
        var cents = yuan.group(2) == null ? "" : yuan.group(2);
        return digits.length() > LONGEST_PLAIN
                ? -1
                : Long.parseLong(digits) * FEN + Integer.parseInt((cents + "00").substring(0, 2));
    }

    /// `3`, `3级`, `三级`, `12天`.
    static int number(String text) {
        var plain = plain(text, text.length());
        if (plain >= 0 && text.length() < 6) {
            return (int) plain;
        }
        var at = text.isEmpty() ? -1 : CHINESE.indexOf(text.charAt(0));
        if (at >= 0 && (text.length() == 1 || text.endsWith("级"))) {
            return text.length() <= 2 ? at + 1 : -1;
        }
        var number = NUMBER.matcher(text);
        return number.matches() ? Integer.parseInt(number.group(1)) : -1;
    }

    /// The first `length` letters as a whole number, or -1.
    private static long plain(String text, int length) {
        if (length == 0 || length > LONGEST_PLAIN) {
            return -1;
        }
        var value = 0L;
        for (var at = 0; at < length; at++) {
            var digit = text.charAt(at) - '0';
            if (digit < 0 || digit > 9) {
                return -1;
            }
            value = value * 10 + digit;
        }
        return value;
    }
}
