package cn.shouwang.monitoring.income;

import cn.shouwang.monitoring.income.ItemTable.Edition;
import cn.shouwang.monitoring.income.ItemTable.Row;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Reads `income-items.csv`: a line `edition,<first day>,<source>` begins an edition, then a row
/// per item and place `code,block,jurisdiction,countedFrom,countedTo,term,english,source`.
/// `countedFrom` may be `never`; `#` begins a comment. No cell holds a comma.
final class ItemTableFile {

    private static final int CELLS = 8;

    private ItemTableFile() {}

    static ItemTable read(String resource) {
        try (var lines = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(ItemTableFile.class.getResourceAsStream(resource), resource),
                StandardCharsets.UTF_8))) {
            return read(lines.lines().toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static ItemTable read(List<String> lines) {
        var editions = new ArrayList<Edition>();
        var rows = new ArrayList<Row>();
        for (var line : lines.reversed()) {
            if (line.startsWith("edition,")) {
                var cells = line.split(",", 3);
                editions.add(new Edition(LocalDate.parse(cells[1]), cells[2], rows.reversed()));
                rows.clear();
            } else if (!line.isBlank() && !line.startsWith("#")) {
                rows.add(row(line));
            }
        }
        if (!rows.isEmpty() || editions.isEmpty()) {
            throw new IllegalArgumentException("rows of the item table stand below an edition");
        }
        return new ItemTable(editions);
    }

    private static Row row(String line) {
        var cells = line.split(",", -1);
        if (cells.length != CELLS) {
            throw new IllegalArgumentException("a row of the item table has " + CELLS + " cells: " + line);
        }
        var never = cells[3].equals("never");
        return new Row(
                cells[0],
                Block.valueOf(cells[1]),
                cells[2],
                never,
                never ? null : day(cells[3]),
                day(cells[4]),
                cells[5],
                cells[6],
                cells[7]);
    }

    private static @Nullable LocalDate day(String cell) {
        return cell.isEmpty() ? null : LocalDate.parse(cell);
    }
}
