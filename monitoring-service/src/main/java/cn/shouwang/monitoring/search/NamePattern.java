package cn.shouwang.monitoring.search;

import cn.shouwang.platform.rule.RuleBroken;

/// What is asked of a name: that it equals the text or begins with it; `?` or `？` stands for any one
/// character. Works on characters, not UTF-16 units.
record NamePattern(String text) {

    private static final int ANY = '?';

    NamePattern {
        text = text.strip().replace('？', '?');
        if (text.chars().allMatch(character -> character == ANY)) {
            throw new RuleBroken("search.name-vague", "a name is searched by one character at least");
        }
    }

    /// Whether the name begins so.
    boolean begins(String name) {
        var at = 0;
        for (var next = 0; next < text.length(); ) {
            if (at >= name.length()) {
                return false;
            }
            var wanted = text.codePointAt(next);
            var there = name.codePointAt(at);
            if (wanted != ANY && wanted != there) {
                return false;
            }
            next += Character.charCount(wanted);
            at += Character.charCount(there);
        }
        return true;
    }

    /// Whether a name that begins so is also as long.
    boolean isWhole(String name) {
        return name.codePointCount(0, name.length()) == text.codePointCount(0, text.length());
    }

    /// Nothing personal.
    @Override
    public String toString() {
        return "NamePattern";
    }
}
