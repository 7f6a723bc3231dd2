package cn.shouwang.monitoring;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.ZipFile;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.xml.sax.SAXException;

/// A spreadsheet as somebody who opens it reads it: the sheets by their names, rows of texts. Numbers are
/// told without trailing zeros, an empty cell is the empty text.
final class Book {

    private final Map<String, Document> parts = new HashMap<>();
    private final List<String> shared;

    private Book(byte[] file) throws IOException, SAXException, ParserConfigurationException {
        var reading = DocumentBuilderFactory.newDefaultInstance().newDocumentBuilder();
        var kept = Files.write(Files.createTempFile("book", ".xlsx"), file);
        try (var zip = new ZipFile(kept.toFile())) {
            for (var entry : Collections.list(zip.entries())) {
                if (entry.getName().endsWith(".xml")) {
                    parts.put(entry.getName(), reading.parse(zip.getInputStream(entry)));
                }
            }
        } finally {
            Files.delete(kept);
        }
        shared = elements(part("xl/sharedStrings.xml").getDocumentElement(), "si")
                .map(Element::getTextContent)
                .toList();
    }

    static Map<String, List<List<String>>> sheets(byte[] file) {
        try {
            return new Book(file).sheets();
        } catch (IOException | SAXException | ParserConfigurationException e) {
            throw new IllegalStateException("that is no spreadsheet", e);
        }
    }

    private Map<String, List<List<String>>> sheets() {
        var sheets = new LinkedHashMap<String, List<List<String>>>();
        var names =
                elements(part("xl/workbook.xml").getDocumentElement(), "sheet").toList();
        for (var at = 0; at < names.size(); at++) {
            var sheet = part("xl/worksheets/sheet" + (at + 1) + ".xml").getDocumentElement();
            sheets.put(
                    names.get(at).getAttribute("name"),
                    elements(sheet, "row").map(this::row).toList());
        }
        return sheets;
    }

    private List<String> row(Element row) {
        var cells = new ArrayList<String>();
        elements(row, "c").forEach(cell -> {
            var column = column(cell.getAttribute("r"));
            while (cells.size() < column) {
                cells.add("");
            }
            cells.add(text(cell));
        });
        return cells;
    }

    /// Of `AB12` the number of `AB`, from 0.
    private static int column(String place) {
        return place.chars().filter(Character::isLetter).reduce(0, (sum, letter) -> sum * 26 + letter - 'A' + 1) - 1;
    }

    private String text(Element cell) {
        var value = cell.getTextContent();
        return switch (cell.getAttribute("t")) {
            case "s" -> shared.get(Integer.parseInt(value));
            case "", "n" ->
                value.isEmpty()
                        ? ""
                        : new BigDecimal(value).stripTrailingZeros().toPlainString();
            default -> value;
        };
    }

    private Document part(String name) {
        return Objects.requireNonNull(parts.get(name), name);
    }

    private static Stream<Element> elements(Element parent, String name) {
        var found = parent.getElementsByTagName(name);
        return IntStream.range(0, found.getLength()).mapToObj(at -> (Element) found.item(at));
    }
}
