package cn.shouwang.monitoring.sheet;

import cn.shouwang.platform.rule.RuleBroken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.function.Consumer;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/// The one visible sheet of a workbook that holds anything (ECMA-376, 18.3), read as a stream.
///
/// Formulas are not computed and not believed; what lies in a merged area is told as such; styles are not
/// read, so a day that is a number is told from its column. No DTD and no entity is looked at.
///
/// Refuses with `dataset.unreadable`, `dataset.zip-bomb`, `dataset.sheets-several` or `dataset.too-large`.
final class XlsxTable implements Table {

    private static final int MOST_SHARED = 48 << 20;
    private static final int MOST_MERGED = 20_000;
    private static final XMLInputFactory XML = xml();

    private final Parcel parcel;
    private final Workbook workbook;

    XlsxTable(byte[] file) {
        this.parcel = new Parcel(file);
        this.workbook = Workbook.of(parcel);
    }

    @Override
    public boolean from1904() {
        return workbook.from1904();
    }

    @Override
    public void each(Consumer<Line> line) {
        var merged = merged();
        var shared = shared();
        in(workbook.sheet(), xml -> new SheetRows(shared, merged).read(xml, line));
    }

    /// What is done with the elements of one entry.
    @FunctionalInterface
    interface Reading {
        void of(XMLStreamReader xml) throws XMLStreamException;
    }

    private void in(String name, Reading reading) {
        in(parcel, name, reading);
    }

    static void in(Parcel parcel, String name, Reading reading) {
        var entry = parcel.open(name).orElse(null);
        if (entry == null) {
            return;
        }
        try (entry) {
            var xml = XML.createXMLStreamReader(entry);
            try {
                reading.of(xml);
            } finally {
                xml.close();
            }
        } catch (IOException | XMLStreamException | IndexOutOfBoundsException | IllegalArgumentException _) {
            throw Parcel.unreadable();
        }
    }

    /// Rows that lie in a merged area, a bit each; the areas stand behind the rows in the sheet.
    private BitSet merged() {
        var rows = new BitSet();
        var areas = new int[1];
        in(workbook.sheet(), xml -> {
            while (xml.hasNext()) {
                if (xml.next() == XMLStreamReader.START_ELEMENT
                        && xml.getLocalName().equals("mergeCell")) {
                    if (++areas[0] > MOST_MERGED) {
                        throw new RuleBroken("dataset.too-large", "more merged areas than rows can be told of");
                    }
                    merge(rows, xml.getAttributeValue(null, "ref"));
                }
            }
        });
        return rows;
    }

    private static void merge(BitSet rows, @Nullable String area) {
        var ends = (area == null ? "" : area).split(":", 2);
        var first = SheetRows.row(ends[0]);
        var last = ends.length == 2 ? SheetRows.row(ends[1]) : first;
        if (first > 0 && last >= first) {
            rows.set(first, last + 1);
        }
    }

    private List<String> shared() {
        var texts = new ArrayList<String>();
        var size = new long[1];
        in("xl/sharedStrings.xml", xml -> {
            var text = new StringBuilder();
            while (xml.hasNext()) {
                switch (xml.next()) {
                    case XMLStreamReader.START_ELEMENT -> {
                        switch (xml.getLocalName()) {
                            case "si" -> text.setLength(0);
                            case "t" -> SheetRows.text(xml, text);
                            case "rPh" -> SheetRows.skip(xml);
                            default -> {}
                        }
                    }
                    case XMLStreamReader.END_ELEMENT -> {
                        if (xml.getLocalName().equals("si")) {
                            size[0] += text.length() + 32;
                            texts.add(text.toString());
                            mustFit(size[0]);
                        }
                    }
                    default -> {}
                }
            }
        });
        return texts;
    }

    private static void mustFit(long size) {
        if (size > MOST_SHARED) {
            throw new RuleBroken("dataset.too-large", "more text than a sheet of this kind has");
        }
    }

    private static XMLInputFactory xml() {
        var factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, false);
        return factory;
    }
}
