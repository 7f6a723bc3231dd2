package cn.shouwang.monitoring.dataset;

import cn.shouwang.monitoring.dataset.Column.Part;
import cn.shouwang.monitoring.person.IdNumber;
import cn.shouwang.monitoring.sheet.Cells;
import cn.shouwang.monitoring.sheet.Days;
import cn.shouwang.monitoring.sheet.Header;
import cn.shouwang.monitoring.sheet.Line;
import cn.shouwang.monitoring.sheet.LongSet;
import cn.shouwang.monitoring.sheet.Mix;
import cn.shouwang.monitoring.sheet.Refused;
import cn.shouwang.monitoring.sheet.Verdict;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// Judges the rows of one file, in order, each by itself and by those before it.
///
/// A row is taken as it stands or refused with the first reason found; nothing of it is mended but how it
/// is written: width of digits, blanks, the form of a day, a 15-digit id.
final class RowJudge {

    /// A verdict, the column it is about or -1, and the fact of an accepted row.
    record Judged(Verdict verdict, int column, @Nullable Fact fact) {}

    private static final int LONGEST_RECORD = 60;

    private final Dataset dataset;
    private final Header<Part> header;
    private final Period period;
    private final Days days;
    private final PersonKeys keys;
    private final LongSet records = new LongSet();
    private final LongSet persons = new LongSet();
    private final long kind;

    RowJudge(Dataset dataset, Header<Part> header, Period period, boolean from1904, PersonKeys keys) {
        this.dataset = dataset;
        this.header = header;
        this.period = period;
        this.days = new Days(from1904);
        this.keys = keys;
        this.kind = Mix.of(1, dataset.name());
    }

    Judged judge(Line line) {
        try {
            return new Judged(Verdict.ACCEPTED, -1, fact(line));
        } catch (Refused refused) {
            return new Judged(refused.verdict(), refused.column(), null);
        }
    }

    private Fact fact(Line line) throws Refused {
        Cells.mustBeWhole(line, header.count());
        var id = Cells.id(line, header.place(Part.ID));
        var day = day(line);
        var amount = header.place(Part.AMOUNT) < 0 ? 0 : amount(cell(line, Part.AMOUNT));
        var number = header.place(Part.NUMBER) < 0 ? 0 : number(cell(line, Part.NUMBER));
        var code = header.place(Part.CODE) < 0 ? "" : code(cell(line, Part.CODE));
        return once(line, id, day, amount, number, code);
    }

    private Fact once(Line line, IdNumber id, LocalDate day, long amount, int number, String code) throws Refused {
        var key = keys.of(id);
        var record = record(line, key, day, amount, number, code);
        if (!records.add(record)) {
            throw new Refused(Verdict.DUPLICATE_ROW, -1);
        }
        if (dataset.oncePerPerson() && !persons.add(key.low())) {
            throw refused(Verdict.DUPLICATE_ID, Part.ID);
        }
        return new Fact(key.high(), key.low(), record, Math.toIntExact(day.toEpochDay()), amount, number, code);
    }

    /// The department's own number where there is one, else all that is read of the row.
    private long record(Line line, PersonKey key, LocalDate day, long amount, int number, String code) throws Refused {
        var seed = key.high() ^ Long.rotateLeft(key.low(), 21) ^ kind;
        if (header.place(Part.RECORD) < 0) {
            return Mix.of(Mix.of(Mix.of(seed ^ day.toEpochDay()) ^ amount) ^ number, code);
        }
        var own = cell(line, Part.RECORD);
        if (own.isEmpty() || own.length() > LONGEST_RECORD) {
            throw refused(Verdict.RECORD_MISSING, Part.RECORD);
        }
        return Mix.of(seed, own);
    }

    private LocalDate day(Line line) throws Refused {
        var day = days.read(cell(line, Part.DAY)).orElseThrow(() -> refused(Verdict.DAY_UNREADABLE, Part.DAY));
        if (!period.holds(day)) {
            throw refused(Verdict.DAY_OUTSIDE_PERIOD, Part.DAY);
        }
        return day;
    }

    private long amount(String text) throws Refused {
        var fen = Amounts.fen(text);
        if (fen < 0) {
            throw refused(Verdict.AMOUNT_UNREADABLE, Part.AMOUNT);
        }
        return fen;
    }

    private int number(String text) throws Refused {
        var number = Amounts.number(text);
        if (number < 0) {
            throw refused(Verdict.NUMBER_UNREADABLE, Part.NUMBER);
        }
        return number;
    }

    private String code(String text) throws Refused {
        if (text.isEmpty() || text.length() > Facts.LONGEST_CODE / 3) {
            throw refused(Verdict.CODE_UNREADABLE, Part.CODE);
        }
        return text;
    }

    private String cell(Line line, Part part) throws Refused {
        return Cells.text(line, header.place(part));
    }

    private Refused refused(Verdict verdict, Part part) {
        return new Refused(verdict, header.place(part));
    }
}
