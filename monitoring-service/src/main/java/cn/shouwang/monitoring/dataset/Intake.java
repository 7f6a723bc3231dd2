package cn.shouwang.monitoring.dataset;

import cn.shouwang.monitoring.dataset.Column.Part;
import cn.shouwang.monitoring.dataset.RowJudge.Judged;
import cn.shouwang.monitoring.sheet.ErrorFile;
import cn.shouwang.monitoring.sheet.Header;
import cn.shouwang.monitoring.sheet.Line;
import cn.shouwang.monitoring.sheet.Table;
import cn.shouwang.monitoring.sheet.Verdict;
import cn.shouwang.platform.rule.RuleBroken;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Reads one file to its end and gives every row a verdict. Facts are handed on in pieces, so that what
/// is in memory is the file, one piece, and sixteen bytes for each row.
///
/// Refuses with what [Table] refuses, and `dataset.columns-missing`, `dataset.columns-twice`,
/// `dataset.rows-none` or `dataset.rows-too-many`. Used once, by one thread.
public final class Intake {

    /// Rows in one piece of facts: some 4 MB.
    private static final int PIECE = 100_000;

    /// What came of a file: rows that hold anything, those of each verdict, and the file of errors packed
    /// with gzip, absent when there are none.
    @SuppressWarnings("ArrayRecordComponent") // handed on once, never compared
    public record Outcome(int rows, Map<Verdict, Integer> verdicts, byte @Nullable [] errors) {

        public int accepted() {
            return verdicts.getOrDefault(Verdict.ACCEPTED, 0);
        }
    }

    private final Dataset dataset;
    private final Period period;
    private final PersonKeys keys;
    private final int mostRows;
    private final Consumer<byte[]> pieces;
    private final Facts facts = new Facts();
    private final Map<Verdict, Integer> verdicts = new EnumMap<>(Verdict.class);
    private final ErrorFile errors = new ErrorFile();
    private @Nullable Header<Part> header;
    private @Nullable RowJudge judge;
    private boolean from1904;
    private int rows;

    /// `pieces` takes facts as [Facts#each] reads them, in order.
    public Intake(Dataset dataset, Period period, PersonKeys keys, int mostRows, Consumer<byte[]> pieces) {
        this.dataset = dataset;
        this.period = period;
        this.keys = keys;
        this.mostRows = mostRows;
        this.pieces = pieces;
    }

    public Outcome read(byte[] file) {
        var table = Table.of(file);
        from1904 = table.from1904();
        table.each(this::line);
        if (header == null) {
            throw missing();
        }
        if (rows == 0) {
            throw new RuleBroken("dataset.rows-none", "the file has no row below its titles");
        }
        if (facts.count() > 0) {
            pieces.accept(facts.take());
        }
        return new Outcome(rows, Map.copyOf(verdicts), errors.packed());
    }

    private void line(Line line) {
        if (judge == null) {
            seek(line);
        } else if (!line.isBlank() || line.fault() != null) {
            take(line, judge.judge(line));
        }
    }

    private void seek(Line line) {
        var found = Header.of(Part.class, dataset.titles(), dataset::isComplete, line)
                .orElse(null);
        if (found != null) {
            header = found;
            judge = new RowJudge(dataset, found, period, from1904, keys);
        } else if (line.number() >= Header.LATEST_ROW) {
            throw missing();
        }
    }

    private void take(Line line, Judged judged) {
        rows++;
        if (rows > mostRows) {
            throw new RuleBroken("dataset.rows-too-many", "more than %d rows".formatted(mostRows));
        }
        verdicts.merge(judged.verdict(), 1, Integer::sum);
        if (judged.fact() == null) {
            refuse(line, judged, Objects.requireNonNull(header));
            return;
        }
        facts.add(judged.fact());
        if (facts.count() == PIECE) {
            pieces.accept(facts.take());
        }
    }

    private void refuse(Line line, Judged judged, Header<Part> header) {
        errors.add(
                line.number(),
                header.titleAt(judged.column()),
                judged.verdict(),
                judged.verdict().chinese(),
                line.cell(header.place(Part.ID)));
    }

    private RuleBroken missing() {
        var needed = new ArrayList<String>();
        dataset.columns().stream()
                .filter(Column::required)
                .forEach(column -> needed.add(column.part().name()));
        return new RuleBroken("dataset.columns-missing", "no row of titles names " + List.copyOf(needed));
    }
}
