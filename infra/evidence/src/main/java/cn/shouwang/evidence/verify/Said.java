package cn.shouwang.evidence.verify;

/// A sentence in both languages, the Chinese one first wherever both are shown. Never with what an event says.
public record Said(String zh, String en) {

    /// Both sentences with the same numbers and names in them.
    @SuppressWarnings("AnnotateFormatMethod") // two formats for one list of values
    public static Said of(String zh, String en, Object... values) {
        return new Said(zh.formatted(values), en.formatted(values));
    }

    @Override
    public String toString() {
        return zh + " " + en;
    }
}
