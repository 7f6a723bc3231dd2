package cn.shouwang.platform.sealing;

import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A personal text in a row of a read model: plain in memory, sealed under its subject's key in the
/// database, and gone once that key is destroyed.
///
/// Put into a row with `Updates.set(field, SealedText.of(…))` and taken out with `row.get(field,
/// SealedText.class)`. Stored as a binary of subtype 0x80: length of the subject (1 byte), subject
/// (UTF-8), then the sealed form or nothing when it is forgotten.
public final class SealedText {

    private final String subject;
    private final @Nullable String text;

    private SealedText(String subject, @Nullable String text) {
        this.subject = subject;
        this.text = text;
    }

    public static SealedText of(String subject, String text) {
        return new SealedText(subject, text);
    }

    /// What is left once the key is destroyed.
    public static SealedText forgotten(String subject) {
        return new SealedText(subject, null);
    }

    public String subject() {
        return subject;
    }

    /// Empty once the subject is forgotten.
    public Optional<String> text() {
        return Optional.ofNullable(text);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof SealedText sealed
                && sealed.subject.equals(subject)
                && Objects.equals(sealed.text, text);
    }

    @Override
    public int hashCode() {
        return Objects.hash(subject, text);
    }

    /// Nothing personal.
    @Override
    public String toString() {
        return "SealedText[" + subject + "]";
    }
}
