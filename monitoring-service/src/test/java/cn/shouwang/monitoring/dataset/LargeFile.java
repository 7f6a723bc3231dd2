package cn.shouwang.monitoring.dataset;

import cn.shouwang.monitoring.sheet.Sheets;
import cn.shouwang.monitoring.sheet.Verdict;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.Charset;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;

/// Makes a large dirty file, has it judged, and says whether each row got the verdict that it was made for.
final class LargeFile {

    private static final int ROWS = 250_000;
    private static final Period YEAR = new Period(LocalDate.of(2025, 1, 1), LocalDate.of(2025, 12, 31));

    private final Map<Verdict, Integer> expected = new EnumMap<>(Verdict.class);
    private final boolean workbook;

    private LargeFile(boolean workbook) {
        this.workbook = workbook;
    }

    public static void main(String[] kind) throws IOException {
        var workbook = kind[0].equals("XLSX");
        var large = new LargeFile(workbook);
        var file = workbook
                ? new Sheets().entry("xl/worksheets/sheet1.xml", large::sheet).bytes()
                : large.text(Charset.forName(kind[0]));
        var facts = new int[1];
        var outcome = new Intake(
                        Dataset.MEDICAL_SETTLEMENT,
                        YEAR,
                        id -> new PersonKey(
                                id.value().hashCode() * 0x9E3779B97F4A7C15L,
                                id.value().hashCode()),
                        300_000,
                        piece -> Facts.each(piece, _ -> facts[0]++))
                .read(file);
        System.out.printf("%d bytes, %s%n", file.length, outcome.verdicts());
        var right =
                outcome.rows() == ROWS && outcome.verdicts().equals(large.expected) && facts[0] == outcome.accepted();
        System.out.println(right ? "as expected" : "expected " + large.expected);
    }

    private byte[] text(Charset charset) throws IOException {
        var bytes = new ByteArrayOutputStream(20 << 20);
        try (var out = new OutputStreamWriter(bytes, charset)) {
            out.write("姓名,身份证号,结算单号,结算日期,自付金额,就医类别\r\n");
            for (var row = 0; row < ROWS; row++) {
                out.write(String.join(",", cells(row)));
                out.write("\r\n");
            }
        }
        return bytes.toByteArray();
    }

    private void sheet(Writer out) throws IOException {
        out.write("<worksheet><sheetData><row>");
        for (var title : "姓名,身份证号,结算单号,结算日期,自付金额,就医类别".split(",")) {
            out.write(Sheets.text(title));
        }
        out.write("</row>");
        for (var row = 0; row < ROWS; row++) {
            out.write("<row>");
            for (var cell : cells(row)) {
                out.write(Sheets.text(cell));
            }
            out.write("</row>");
        }
        out.write("</sheetData></worksheet>");
    }

    /// Nine of ten rows are clean, in all the ways that are.
    private String[] cells(int row) {
        var cells = new String[] {"测某", person(row), "JS" + row, day(row), row % 9_000 + ".5", "住院"};
        var id = Ids.text(row % 200_000);
        var verdict = row < 100
                ? Verdict.ACCEPTED
                : switch (row % 100) {
                    case 0 -> dirt(cells, 1, "", Verdict.ID_MISSING);
                    case 1 ->
                        dirt(cells, 1, id.substring(0, 17) + (id.endsWith("1") ? "2" : "1"), Verdict.ID_CHECK_DIGIT);
                    case 2 -> dirt(cells, 1, "9.99999E+17", Verdict.ID_AS_NUMBER);
                    case 3 -> dirt(cells, 3, "去年三月", Verdict.DAY_UNREADABLE);
                    case 4 -> dirt(cells, 3, "2024-12-31", Verdict.DAY_OUTSIDE_PERIOD);
                    case 5 -> dirt(cells, 4, "若干", Verdict.AMOUNT_UNREADABLE);
                    case 6 -> dirt(cells, 1, "=HYPERLINK(1)", Verdict.FORMULA);
                    case 7 -> shifted(cells, id);
                    case 8 -> dirt(cells, 5, workbook ? "住\uFFFD" : "住\u0001", Verdict.UNREADABLE_CHARACTER);
                    case 9 -> again(cells, row - 89);
                    default -> Verdict.ACCEPTED;
                };
        expected.merge(verdict, 1, Integer::sum);
        return cells;
    }

    private static Verdict dirt(String[] cells, int at, String cell, Verdict verdict) {
        cells[at] = cell;
        return verdict;
    }

    private static Verdict shifted(String[] cells, String id) {
        cells[0] = "";
        cells[1] = "测某";
        cells[2] = id;
        return Verdict.COLUMNS_SHIFTED;
    }

    private static Verdict again(String[] cells, int row) {
        cells[1] = person(row);
        cells[2] = "JS" + row;
        return Verdict.DUPLICATE_ROW;
    }

    private static String person(int row) {
        return row % 3 == 0 ? Ids.old(row % 18_000) : Ids.text(row % 200_000);
    }

    private static String day(int row) {
        var day = LocalDate.of(2025, 1, 1).plusDays(row % 365);
        return switch (row % 4) {
            case 0 -> Long.toString(day.toEpochDay() + 25_569);
            case 1 -> String.format(Locale.ROOT, "%d年%d月%d日", day.getYear(), day.getMonthValue(), day.getDayOfMonth());
            default -> day.toString();
        };
    }
}
