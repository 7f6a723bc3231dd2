package cn.shouwang.monitoring.paper;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.openpdf.text.Font;
import org.openpdf.text.pdf.BaseFont;

/// Noto Sans SC, regular and bold, as it lies on the class path; licence SIL OFL 1.1.
///
/// Has the unified characters of GBK, nearly all of extension A and few beyond the basic plane. Read
/// once a process, when first needed, and then held, 20 MB; safe for all threads.
final class Typeface {

    private static final String FOLDER = "/fonts/ttf/NotoSansSC/";
    private static final int VARIATIONS = 0xFE00;
    private static final int MORE_VARIATIONS = 0xE0100;

    private static final class Held {
        private static final Typeface NOTO = new Typeface();
    }

    private final BaseFont regular = read("NotoSansSC-Regular.ttf");
    private final BaseFont bold = read("NotoSansSC-Bold.ttf");

    private Typeface() {}

    static Typeface noto() {
        return Held.NOTO;
    }

    Font regular(float size) {
        return new Font(regular, size);
    }

    Font bold(float size) {
        return new Font(bold, size);
    }

    /// The text as it can be printed: a character without a glyph as its code, `〔U+20BB7〕`, one that has
    /// no look of its own not at all; line breaks stay.
    String printable(String text) {
        var printable = new StringBuilder(text.length());
        text.codePoints().forEach(character -> print(character, printable));
        return printable.toString();
    }

    private void print(int character, StringBuilder printable) {
        if (character == '\n' || (regular.charExists(character) && !Character.isISOControl(character))) {
            printable.appendCodePoint(character);
        } else if (Character.isWhitespace(character)) {
            printable.append(character == '\r' ? "" : " ");
        } else if (!isInvisible(character)) {
            printable.append("〔U+%04X〕".formatted(character));
        }
    }

    /// Format characters and the choice of a variant of the character before.
    private static boolean isInvisible(int character) {
        return Character.getType(character) == Character.FORMAT
                || (character >= VARIATIONS && character < VARIATIONS + 16)
                || (character >= MORE_VARIATIONS && character < MORE_VARIATIONS + 240);
    }

    private static BaseFont read(String name) {
        try (var file = Typeface.class.getResourceAsStream(FOLDER + name)) {
            if (file == null) {
                throw new IllegalStateException("the font " + name + " is not on the class path");
            }
            var font = BaseFont.createFont(
                    name, BaseFont.IDENTITY_H, BaseFont.EMBEDDED, false, file.readAllBytes(), null, false, true);
            font.setSecureRandom(new SubsetTag());
            return font;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
