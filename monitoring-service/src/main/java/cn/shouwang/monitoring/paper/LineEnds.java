package cn.shouwang.monitoring.paper;

import org.jspecify.annotations.Nullable;
import org.openpdf.text.pdf.DefaultSplitCharacter;
import org.openpdf.text.pdf.PdfChunk;

/// Where a line of Chinese may end: between any two characters, but not before a closing mark nor after an
/// opening one, and never within a character of two units.
final class LineEnds extends DefaultSplitCharacter {

    private static final String NOT_FIRST = "，。、；：？！）》」』】〉〕”’%…·";
    private static final String NOT_LAST = "（《「『【〈〔“‘";

    @Override
    public boolean isSplitCharacter(int start, int current, int end, char[] text, PdfChunk @Nullable [] chunks) {
        var character = text[current];
        if (Character.isHighSurrogate(character) || NOT_LAST.indexOf(character) >= 0) {
            return false;
        }
        if (current + 1 < end && NOT_FIRST.indexOf(text[current + 1]) >= 0) {
            return false;
        }
        return Character.isLowSurrogate(character)
                || "，；。、：".indexOf(character) >= 0
                || super.isSplitCharacter(start, current, end, text, chunks);
    }
}
