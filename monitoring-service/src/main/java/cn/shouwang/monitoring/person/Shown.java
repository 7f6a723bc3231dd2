package cn.shouwang.monitoring.person;

import cn.shouwang.platform.sealing.SealedText;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/// How a sealed field of a row is shown where nobody asked to see it whole.
public enum Shown {
    NAME,
    PHONE,
    DOCUMENT,
    /// A number of the national system.
    NUMBER,
    /// Free text and single facts, for those who have to act on them: as they are.
    WHOLE;

    /// Shown in the place of what was forgotten.
    public static final String FORGOTTEN = "已删除";

    /// The field as shown; empty where the row has none.
    public String in(Document row, String field) {
        var shown = orNull(row, field);
        return shown == null ? "" : shown;
    }

    /// The field as shown; null where the row has none.
    public @Nullable String orNull(Document row, String field) {
        var sealed = row.get(field, SealedText.class);
        return sealed == null ? null : of(sealed);
    }

    /// A sealed text as shown.
    public String of(SealedText sealed) {
        return sealed.text()
                .filter(text -> !text.isEmpty() || this == WHOLE)
                .map(this::masked)
                .orElse(FORGOTTEN);
    }

    private String masked(String text) {
        return switch (this) {
            case NAME -> Masked.name(text);
            case PHONE -> Masked.phone(text);
            case DOCUMENT -> PersonDocument.stored(text).masked();
            case NUMBER -> Masked.id(text);
            case WHOLE -> text;
        };
    }
}
