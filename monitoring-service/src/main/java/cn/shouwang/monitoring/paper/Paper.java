package cn.shouwang.monitoring.paper;

import java.awt.Color;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.ZonedDateTime;
import java.util.GregorianCalendar;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.openpdf.text.Chunk;
import org.openpdf.text.Document;
import org.openpdf.text.Element;
import org.openpdf.text.Font;
import org.openpdf.text.Image;
import org.openpdf.text.PageSize;
import org.openpdf.text.Paragraph;
import org.openpdf.text.Phrase;
import org.openpdf.text.pdf.PdfDate;
import org.openpdf.text.pdf.PdfEncryption;
import org.openpdf.text.pdf.PdfName;
import org.openpdf.text.pdf.PdfPCell;
import org.openpdf.text.pdf.PdfPTable;
import org.openpdf.text.pdf.PdfString;
import org.openpdf.text.pdf.PdfWriter;

/// An A4 paper, written from top to bottom and then finished once.
///
/// The same calls make the same bytes. Not for several threads.
public final class Paper {

    /// What a paper is called and when it is printed. `foot` stands at the foot of every page beside the
    /// page's number; without one, pages have neither.
    public record Imprint(String title, @Nullable String foot, ZonedDateTime printedAt) {}

    /// What something is called, and what it is.
    public record Fact(String name, String is) {}

    /// A column: its heading, and its width as a share of all.
    public record Column(String heading, float share) {}

    private static final Color SHADE = new Color(0xEE, 0xEE, 0xEE);
    private static final Color RULE = new Color(0x88, 0x88, 0x88);
    private static final float SIDE = 40;
    private static final float TEXT = 9;
    private static final float LEADING = 1.35f;
    private static final float ROOM_BELOW_HEADING = 90;

    private final Typeface typeface = Typeface.noto();
    private final LineEnds lineEnds = new LineEnds();
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final Document document = new Document(PageSize.A4, SIDE, SIDE, 44, 50);
    private final PdfWriter writer = PdfWriter.getInstance(document, bytes);
    private final Imprint imprint;

    public Paper(Imprint imprint) {
        this.imprint = imprint;
        writer.setCompressionLevel(9);
        document.addTitle(imprint.title());
        document.open();
        var foot = imprint.foot();
        if (foot != null) {
            writer.setPageEvent(new Foot(typeface, foot, writer));
        }
        writer.getExtraCatalog().put(PdfName.LANG, new PdfString("zh-CN"));
    }

    /// One line in the middle.
    public void title(String text, float size) {
        var title = paragraph(text, typeface.bold(size));
        title.setAlignment(Element.ALIGN_CENTER);
        title.setSpacingAfter(size / 2);
        document.add(title);
    }

    /// A heading with room for a few lines below it, if need be on a new page.
    public void heading(String text) {
        if (writer.getVerticalPosition(true) < document.bottom() + ROOM_BELOW_HEADING) {
            document.newPage();
        }
        var heading = paragraph(text, typeface.bold(11));
        heading.setSpacingBefore(8);
        heading.setSpacingAfter(4);
        document.add(heading);
    }

    /// A paragraph of running text.
    public void text(String text, float size) {
        var paragraph = paragraph(text, typeface.regular(size));
        paragraph.setSpacingAfter(size / 3);
        document.add(paragraph);
    }

    /// Two facts side by side, row by row.
    public void facts(List<Fact> facts) {
        var table = grid(14, 36, 14, 36);
        facts.forEach(fact -> fact(table, fact));
        if (facts.size() % 2 == 1) {
            fact(table, new Fact("", ""));
        }
        document.add(table);
    }

    /// Facts one below the other.
    public void lines(List<Fact> facts) {
        var table = grid(18, 82);
        facts.forEach(fact -> fact(table, fact));
        document.add(table);
    }

    /// Rows under headings that come again on every page. A row goes to the next page whole, unless it is
    /// longer than a page.
    public void table(List<Column> columns, List<List<String>> rows) {
        var widths = new float[columns.size()];
        for (var i = 0; i < widths.length; i++) {
            widths[i] = columns.get(i).share();
        }
        var table = grid(widths);
        columns.forEach(column -> table.addCell(shaded(column.heading())));
        table.setHeaderRows(1);
        rows.forEach(row -> row.forEach(cell -> table.addCell(cell(cell, typeface.regular(TEXT - 1)))));
        document.add(table);
    }

    /// Black squares where `modules[row][column]` is true, `side` points wide, in the middle.
    public void squares(boolean[][] modules, float side) {
        var picture = writer.getDirectContent().createTemplate(side, side);
        var module = side / modules.length;
        for (var row = 0; row < modules.length; row++) {
            for (var column = 0; column < modules.length; column++) {
                if (modules[row][column]) {
                    picture.rectangle(column * module, side - (row + 1) * module, module, module);
                }
            }
        }
        picture.fill(); // all at once, so that no seams show between them
        var image = Image.getInstance(picture);
        image.setAlignment(Element.ALIGN_CENTER);
        document.add(image);
    }

    /// What follows is on a new page.
    public void page() {
        document.newPage();
    }

    /// How many pages are begun.
    public int pages() {
        return writer.getPageNumber();
    }

    /// The paper as PDF; nothing can be added any more.
    public byte[] finish() {
        var mark = digest(imprint.title() + imprint.printedAt());
        writer.getInfo().put(PdfName.CREATIONDATE, new PdfDate(GregorianCalendar.from(imprint.printedAt())));
        writer.getInfo().put(PdfName.FILEID, PdfEncryption.createInfoId(mark, mark));
        SubsetTag.during(mark, document::close);
        return bytes.toByteArray();
    }

    private void fact(PdfPTable table, Fact fact) {
        table.addCell(shaded(fact.name()));
        table.addCell(cell(fact.is(), typeface.regular(TEXT)));
    }

    private static PdfPTable grid(float... widths) {
        var table = new PdfPTable(widths);
        table.setWidthPercentage(100);
        table.setSplitLate(true);
        table.setSpacingAfter(6);
        return table;
    }

    private PdfPCell shaded(String text) {
        var cell = cell(text, typeface.bold(TEXT - 1));
        cell.setBackgroundColor(SHADE);
        return cell;
    }

    private PdfPCell cell(String text, Font font) {
        var cell = new PdfPCell(new Phrase(chunk(text, font)));
        cell.setLeading(0, LEADING);
        cell.setPadding(3);
        cell.setBorderColor(RULE);
        cell.setBorderWidth(0.5f);
        return cell;
    }

    private Paragraph paragraph(String text, Font font) {
        return new Paragraph(font.getSize() * LEADING, chunk(text, font));
    }

    private Chunk chunk(String text, Font font) {
        var chunk = new Chunk(typeface.printable(text), font);
        chunk.setSplitCharacter(lineEnds);
        return chunk;
    }

    private static byte[] digest(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
