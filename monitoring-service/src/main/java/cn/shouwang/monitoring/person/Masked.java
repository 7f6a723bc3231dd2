package cn.shouwang.monitoring.person;

/// How personal text is shown where the whole of it is not needed. Works on characters, not UTF-16
/// units, since rare family names lie outside the basic plane.
public final class Masked {

    private static final String HIDDEN = "*";

    private Masked() {}

    /// First 6 and last 4; all hidden when there would be nothing left to hide.
    public static String id(String number) {
        return keep(number, 6, 4);
    }

    /// First 3 and last 4.
    public static String phone(String number) {
        return keep(number, 3, 4);
    }

    /// Last 2, for document numbers too short to show more.
    public static String number(String number) {
        return keep(number, 0, 2);
    }

    /// 张伟 becomes 张*, 欧阳小明 becomes 欧**明; a name of one character is hidden.
    public static String name(String name) {
        return keep(name, 1, name.codePointCount(0, name.length()) > 2 ? 1 : 0);
    }

    private static String keep(String text, int first, int last) {
        var length = text.codePointCount(0, text.length());
        if (length <= first + last) {
            return HIDDEN.repeat(length);
        }
        return text.substring(0, text.offsetByCodePoints(0, first))
                + HIDDEN.repeat(length - first - last)
                + text.substring(text.offsetByCodePoints(text.length(), -last));
    }
}
