package cn.shouwang.monitoring.sheet;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/// The rows of a sheet's XML, one at a time. `merged` has a bit for each row, from 1, that lies in a
/// merged area.
final class SheetRows {

    private final List<String> shared;
    private final BitSet merged;
    private final String[] cells = new String[Line.MOST_CELLS];
    private int number;
    private int count;
    private int next;
    private final BitSet numbers = new BitSet();
    private final BitSet formulas = new BitSet();
    private @Nullable Verdict fault;

    SheetRows(List<String> shared, BitSet merged) {
        this.shared = shared;
        this.merged = merged;
    }

    void read(XMLStreamReader xml, Consumer<Line> line) throws XMLStreamException {
        while (xml.hasNext()) {
            switch (xml.next()) {
                case XMLStreamReader.START_ELEMENT -> {
                    switch (xml.getLocalName()) {
                        case "row" -> begin(xml);
                        case "c" -> cell(xml);
                        default -> {}
                    }
                }
                case XMLStreamReader.END_ELEMENT -> {
                    if (xml.getLocalName().equals("row")) {
                        line.accept(new Line(number, cells, count, fault, numbers, formulas));
                    }
                }
                default -> {}
            }
        }
    }

    private void begin(XMLStreamReader xml) {
        var told = xml.getAttributeValue(null, "r");
        number = told == null ? number + 1 : Integer.parseInt(told);
        count = 0;
        next = 0;
        numbers.clear();
        formulas.clear();
        fault = merged.get(Math.max(0, number)) ? Verdict.MERGED_CELL : null;
        Arrays.fill(cells, "");
    }

    private void cell(XMLStreamReader xml) throws XMLStreamException {
        var place = xml.getAttributeValue(null, "r");
        var kind = Objects.requireNonNullElse(xml.getAttributeValue(null, "t"), "n");
        var column = place == null ? next : column(place);
        next = column + 1;
        var text = new StringBuilder();
        var formula = content(xml, text);
        if (column < 0 || column >= Line.MOST_CELLS) {
            return; // far to the right of any table, and read by nobody
        }
        var value = text.toString();
        cells[column] = kind.equals("s") && !value.isEmpty() ? shared.get(Integer.parseInt(value)) : value;
        if (kind.equals("n") && !value.isEmpty()) {
            numbers.set(column);
        }
        if (formula) {
            formulas.set(column);
        }
        if (cells[column].length() > Line.LONGEST_CELL) {
            fault = Verdict.CELL_TOO_LONG;
            cells[column] = "";
        }
        count = Math.max(count, column + 1);
    }

    /// Reads to the end of the cell; whether it has a formula.
    private static boolean content(XMLStreamReader xml, StringBuilder text) throws XMLStreamException {
        var formula = false;
        while (true) {
            switch (xml.next()) {
                case XMLStreamReader.START_ELEMENT -> {
                    switch (xml.getLocalName()) {
                        case "v", "t" -> text(xml, text);
                        case "f" -> {
                            formula = true;
                            skip(xml);
                        }
                        case "rPh" -> skip(xml);
                        default -> {}
                    }
                }
                case XMLStreamReader.END_ELEMENT -> {
                    if (xml.getLocalName().equals("c")) {
                        return formula;
                    }
                }
                default -> {}
            }
        }
    }

    /// The text up to the end of the element just begun, cut one character past what a cell may hold: it
    /// comes in pieces, so an endless one fills no memory.
    static void text(XMLStreamReader xml, StringBuilder text) throws XMLStreamException {
        while (true) {
            switch (xml.next()) {
                case XMLStreamReader.CHARACTERS, XMLStreamReader.CDATA, XMLStreamReader.SPACE -> {
                    var room = Math.max(0, Line.LONGEST_CELL + 1 - text.length());
                    text.append(xml.getTextCharacters(), xml.getTextStart(), Math.min(room, xml.getTextLength()));
                }
                case XMLStreamReader.START_ELEMENT -> skip(xml);
                case XMLStreamReader.END_ELEMENT, XMLStreamReader.END_DOCUMENT -> {
                    return;
                }
                default -> {}
            }
        }
    }

    /// Past the end of the element just begun.
    static void skip(XMLStreamReader xml) throws XMLStreamException {
        for (var open = 1; open > 0; ) {
            var next = xml.next();
            open += next == XMLStreamReader.START_ELEMENT ? 1 : next == XMLStreamReader.END_ELEMENT ? -1 : 0;
        }
    }

    /// Column from 0 of a place like `AB12`, -1 when it is none.
    static int column(String place) {
        var column = 0;
        for (var at = 0; at < place.length() && place.charAt(at) >= 'A' && place.charAt(at) <= 'Z' && at < 4; at++) {
            column = column * 26 + place.charAt(at) - 'A' + 1;
        }
        return column - 1;
    }

    /// Row from 1 of a place like `AB12`, 0 when it is none.
    static int row(String place) {
        var digits = place.replaceAll("[^0-9]", "");
        return digits.isEmpty() || digits.length() > 7 ? 0 : Integer.parseInt(digits);
    }
}
