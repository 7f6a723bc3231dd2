package cn.shouwang.monitoring.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.zip.ZipFile;
import org.dhatim.fastexcel.Workbook;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayNameGeneration(ReplaceUnderscores.class)
class SheetTest {

    @TempDir
    private Path folder;

    @Test
    void two_long_sheets_are_whole_one_after_the_other() throws IOException {
        var file = folder.resolve("long.xlsx");
        try (var out = Files.newOutputStream(file)) {
            var book = new Workbook(out, "shouwang", "1.0");
            for (var name : List.of("一", "二")) {
                var sheet = new Sheet(book.newWorksheet(name), List.of("号", "名"));
                for (var row = 0; row < 1_700; row++) {
                    sheet.add(Arrays.asList(row, row % 2 == 0 ? "林某" : null));
                }
                sheet.end();
            }
            book.finish();
        }
        for (var number = 1; number <= 2; number++) {
            assertThat(part(file, "xl/worksheets/sheet" + number + ".xml").split("<row ", -1))
                    .hasSize(1 + 1 + 1_700);
        }
    }

    @Test
    void no_text_is_ever_a_formula() throws IOException {
        var file = folder.resolve("formula.xlsx");
        try (var out = Files.newOutputStream(file)) {
            var book = new Workbook(out, "shouwang", "1.0");
            var sheet = new Sheet(book.newWorksheet("一"), List.of("名"));
            sheet.add(List.of("=HYPERLINK(\"http://127.0.0.1\")"));
            sheet.end();
            book.finish();
        }
        assertThat(part(file, "xl/worksheets/sheet1.xml")).doesNotContain("<f>", "<f ");
    }

    private static String part(Path file, String name) throws IOException {
        try (var zip = new ZipFile(file.toFile())) {
            var entry = zip.getEntry(name);
            return new String(zip.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
