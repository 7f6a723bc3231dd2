package cn.shouwang.monitoring.sheet;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/// Workbooks made by hand, as spreadsheets write them, and as they do not.
public final class Sheets {

    /// What is written as the content of one entry.
    @FunctionalInterface
    public interface Content {
        void to(Writer out) throws IOException;
    }

    private final Map<String, Content> entries = new LinkedHashMap<>();

    public Sheets() {
        entry("xl/workbook.xml", """
            <workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"
             xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets>
             <sheet name="一" sheetId="1" r:id="rId1"/></sheets></workbook>\
            """);
        entry("xl/_rels/workbook.xml.rels", """
            <Relationships><Relationship Id="rId1" Target="worksheets/sheet1.xml"/>\
            <Relationship Id="rId2" Target="worksheets/sheet2.xml"/></Relationships>\
            """);
    }

    public Sheets entry(String name, String text) {
        return entry(name, out -> out.write(text));
    }

    public Sheets entry(String name, Content content) {
        entries.put(name, content);
        return this;
    }

    /// A sheet of cells that are written in XML already, as `<c …>`; `behind` stands behind its rows.
    public Sheets rows(List<List<String>> rows, String behind) {
        return entry("xl/worksheets/sheet1.xml", out -> {
            out.write("<worksheet><sheetData>");
            for (var row : rows) {
                out.write("<row>" + String.join("", row) + "</row>");
            }
            out.write("</sheetData>" + behind + "</worksheet>");
        });
    }

    public static String text(String text) {
        return "<c t=\"inlineStr\"><is><t>" + text + "</t></is></c>";
    }

    public static String number(String number) {
        return "<c><v>" + number + "</v></c>";
    }

    public static String shared(int index) {
        return "<c t=\"s\"><v>" + index + "</v></c>";
    }

    public static String formula(String formula, String value) {
        return "<c t=\"str\"><f>" + formula + "</f><v>" + value + "</v></c>";
    }

    public byte[] bytes() {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            zip.setLevel(Deflater.BEST_SPEED);
            for (var entry : entries.entrySet()) {
                zip.putNextEntry(new ZipEntry(entry.getKey()));
                var out = new OutputStreamWriter(zip, StandardCharsets.UTF_8);
                entry.getValue().to(out);
                out.flush();
                zip.closeEntry();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
