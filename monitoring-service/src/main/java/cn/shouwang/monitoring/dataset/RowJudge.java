package cn.shouwang.monitoring.dataset;

import cn.shouwang.monitoring.dataset.Column.Part;
import cn.shouwang.monitoring.person.IdNumber;
import java.time.LocalDate;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Judges the rows of one file, in order, each by itself and by those before it.
///
/// A row is taken as it stands or refused with the first reason found; nothing of it is mended but how it
/// is written: width of digits, blanks, the form of a day, a 15-digit id.
final class RowJudge {

    /// A verdict, the column it is about if there is one, and the fact of an accepted row.
    record Judged(
            Verdict verdict, @Nullable Part part, @Nullable Fact fact) {}

    private static final Pattern AS_NUMBER = Pattern.compile("\\d(\\.\\d+)?[Ee]\\+?\\d+|\\d{15,18}\\.0+");
    /// What is written so that a spreadsheet leaves digits alone: `="…"` or a leading `'`.
    private static final Pattern KEPT_AS_TEXT = Pattern.compile("=\"([^\"=+@]*)\"|'(.*)");

    private static final int OLD_LENGTH = 15;
    private static final int LONGEST_RECORD = 60;

    private final Dataset dataset;
    private final Header header;
    private final Period period;
    private final Days days;
    private final PersonKeys keys;
    private final LongSet records = new LongSet();
    private final LongSet persons = new LongSet();
    private final long kind;

    /// Why a cell cannot be taken; thrown and caught within one row, so without a trace.
    private static final class Refused extends Exception {
        private final Verdict verdict;
        private final @Nullable Part part;

        Refused(Verdict verdict, @Nullable Part part) {
            super(null, null, false, false);
            this.verdict = verdict;
            this.part = part;
        }
    }

    RowJudge(Dataset dataset, Header header, Period period, boolean from1904, PersonKeys keys) {
        this.dataset = dataset;
        this.header = header;
        this.period = period;
        this.days = new Days(from1904);
        this.keys = keys;
        this.kind = Mix.of(1, dataset.name());
    }

    Judged judge(Line line) {
        try {
            return new Judged(Verdict.ACCEPTED, null, fact(line));
        } catch (Refused refused) {
            return new Judged(refused.verdict, refused.part, null);
        }
    }

    private Fact fact(Line line) throws Refused {
        if (line.fault() != null) {
            throw new Refused(line.fault(), null);
        }
        if (line.filled() > header.count()) {
            throw new Refused(Verdict.COLUMNS_SHIFTED, null);
        }
        var id = id(line);
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
            throw new Refused(Verdict.DUPLICATE_ROW, null);
        }
        if (dataset.oncePerPerson() && !persons.add(key.low())) {
            throw new Refused(Verdict.DUPLICATE_ID, Part.ID);
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
            throw new Refused(Verdict.RECORD_MISSING, Part.RECORD);
        }
        return Mix.of(seed, own);
    }

    private IdNumber id(Line line) throws Refused {
        var text = cell(line, Part.ID).toUpperCase(Locale.ROOT);
        if (text.isEmpty()) {
            throw new Refused(isElsewhere(line) ? Verdict.COLUMNS_SHIFTED : Verdict.ID_MISSING, Part.ID);
        }
        if (AS_NUMBER.matcher(text).matches() || (line.isNumber(header.place(Part.ID)) && text.length() > OLD_LENGTH)) {
            throw new Refused(Verdict.ID_AS_NUMBER, Part.ID);
        }
        if (!IdNumber.isWrittenLikeOne(text)) {
            throw new Refused(isElsewhere(line) ? Verdict.COLUMNS_SHIFTED : Verdict.ID_MALFORMED, Part.ID);
        }
        var full = text.length() == OLD_LENGTH ? IdNumber.upgraded(text) : text;
        if (!IdNumber.checks(full)) {
            throw new Refused(Verdict.ID_CHECK_DIGIT, Part.ID);
        }
        if (!IdNumber.hasBirth(full)) {
            throw new Refused(Verdict.ID_BIRTH_DATE, Part.ID);
        }
        return new IdNumber(full);
    }

    /// Whether another cell of the row holds an id: then what is missing here was written one further.
    private boolean isElsewhere(Line line) {
        for (var index = 0; index < line.count(); index++) {
            if (index != header.place(Part.ID) && IdNumber.isOne(Plain.text(line.cell(index)))) {
                return true;
            }
        }
        return false;
    }

    private LocalDate day(Line line) throws Refused {
        var day = days.read(cell(line, Part.DAY)).orElseThrow(() -> new Refused(Verdict.DAY_UNREADABLE, Part.DAY));
        if (!period.holds(day)) {
            throw new Refused(Verdict.DAY_OUTSIDE_PERIOD, Part.DAY);
        }
        return day;
    }

    private static long amount(String text) throws Refused {
        var fen = Amounts.fen(text);
        if (fen < 0) {
            throw new Refused(Verdict.AMOUNT_UNREADABLE, Part.AMOUNT);
        }
        return fen;
    }

    private static int number(String text) throws Refused {
        var number = Amounts.number(text);
        if (number < 0) {
            throw new Refused(Verdict.NUMBER_UNREADABLE, Part.NUMBER);
        }
        return number;
    }

    private static String code(String text) throws Refused {
        if (text.isEmpty() || text.length() > Facts.LONGEST_CODE / 3) {
            throw new Refused(Verdict.CODE_UNREADABLE, Part.CODE);
        }
        return text;
    }

    private String cell(Line line, Part part) throws Refused {
        var index = header.place(part);
        var cell = line.cell(index);
        if (Plain.isUnreadable(cell)) {
            throw new Refused(Verdict.UNREADABLE_CHARACTER, part);
        }
        if (line.isFormula(index)) {
            throw new Refused(Verdict.FORMULA, part);
        }
        var text = Plain.text(cell);
        if (text.isEmpty() || Formula.isHarmless(text.charAt(0))) {
            return text;
        }
        var kept = KEPT_AS_TEXT.matcher(text);
        if (!kept.matches()) {
            throw new Refused(Verdict.FORMULA, part);
        }
        return kept.group(1) == null ? kept.group(2) : kept.group(1);
    }
}
