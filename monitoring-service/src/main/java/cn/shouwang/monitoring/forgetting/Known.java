package cn.shouwang.monitoring.forgetting;

import cn.shouwang.platform.sealing.SealedText;
import java.util.Objects;
import java.util.Optional;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/// What is known of somebody in one place: enough to say whether two are the same.
///
/// Two are the same when their documents are, or when name and phone both are: a phone alone may serve
/// several old people.
record Known(
        @Nullable String document,
        @Nullable String name,
        @Nullable String phone) {

    /// Reads the sealed fields `document`, `name` and `phone` of a row, as far as they are there.
    static Known of(Document row) {
        return new Known(text(row, "document"), text(row, "name"), text(row, "phone"));
    }

    static @Nullable String text(Document row, String field) {
        return Optional.ofNullable(row.get(field, SealedText.class))
                .flatMap(SealedText::text)
                .filter(text -> !text.isEmpty())
                .orElse(null);
    }

    Known withPhone(@Nullable String other) {
        return new Known(document, name, other);
    }

    boolean is(Known other) {
        return same(document, other.document) || (same(name, other.name) && same(phone, other.phone));
    }

    private static boolean same(@Nullable String one, @Nullable String other) {
        return one != null && Objects.equals(one, other);
    }

    /// Nothing personal.
    @Override
    public String toString() {
        return "Known";
    }
}
