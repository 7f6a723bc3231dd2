package cn.shouwang.monitoring.paper;

import org.openpdf.text.Document;
import org.openpdf.text.Element;
import org.openpdf.text.Phrase;
import org.openpdf.text.pdf.ColumnText;
import org.openpdf.text.pdf.PdfPageEventHelper;
import org.openpdf.text.pdf.PdfTemplate;
import org.openpdf.text.pdf.PdfWriter;

/// At the foot of every page whose paper it is, and which page of how many: `第 2 页 共 7 页`. How many is
/// known at the end only, so every page shows one box that is filled then.
final class Foot extends PdfPageEventHelper {

    private static final float BASELINE = 26;
    private static final float HEIGHT = 14;
    private static final float WIDTH = 40;
    private static final float SIZE = 8;

    private final Typeface typeface;
    private final String words;
    private final PdfTemplate count;
    private int pages;

    Foot(Typeface typeface, String words, PdfWriter writer) {
        this.typeface = typeface;
        this.words = typeface.printable(words);
        this.count = writer.getDirectContent().createTemplate(WIDTH, HEIGHT);
    }

    @Override
    public void onEndPage(PdfWriter writer, Document page) {
        pages++;
        var canvas = writer.getDirectContent();
        var box = page.right() - WIDTH;
        ColumnText.showTextAligned(canvas, Element.ALIGN_LEFT, phrase(words), page.left(), BASELINE, 0);
        ColumnText.showTextAligned(canvas, Element.ALIGN_RIGHT, phrase("第 " + pages + " 页 共 "), box, BASELINE, 0);
        canvas.addTemplate(count, box, BASELINE - 4);
    }

    @Override
    public void onCloseDocument(PdfWriter writer, Document document) {
        ColumnText.showTextAligned(count, Element.ALIGN_LEFT, phrase(pages + " 页"), 2, 4, 0);
    }

    private Phrase phrase(String text) {
        return new Phrase(text, typeface.regular(SIZE));
    }
}
