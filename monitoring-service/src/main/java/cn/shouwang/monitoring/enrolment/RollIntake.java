package cn.shouwang.monitoring.enrolment;

import cn.shouwang.monitoring.enrolment.Gathering.Judged;
import cn.shouwang.monitoring.person.IdNumber;
import cn.shouwang.monitoring.person.PersonDocument;
import cn.shouwang.monitoring.sheet.ErrorFile;
import cn.shouwang.monitoring.sheet.Header;
import cn.shouwang.monitoring.sheet.Line;
import cn.shouwang.monitoring.sheet.Refused;
import cn.shouwang.monitoring.sheet.Table;
import cn.shouwang.monitoring.sheet.Verdict;
import cn.shouwang.platform.rule.RuleBroken;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// Reads one file of the register, twice: first for what is there more than once, then to give every row
/// its verdict. Households are handed on in pieces, so that what is in memory is the file, one piece, and some
/// hundred bytes for each row.
///
/// Refuses with what [Table] refuses, and `dataset.columns-missing`, `dataset.columns-twice`,
/// `dataset.rows-none` or `dataset.rows-too-many`. Used once, by one thread.
final class RollIntake {

    /// What came of a file: rows that hold anything, those of each verdict, households that can be registered and
    /// those that are left out, and the file of errors packed with gzip, absent when there are none.
    @SuppressWarnings("ArrayRecordComponent") // handed on once, never compared
    record Outcome(int rows, Map<Verdict, Integer> verdicts, int households, int refused, byte @Nullable [] errors) {}

    /// How the rows are to be judged, once the titles are known.
    @FunctionalInterface
    interface Judges {
        RollJudge of(Header<Field> header, boolean from1904);
    }

    private static final Map<String, Field> TITLES = Field.byTitle();

    private final Judges judges;
    private final Predicate<IdNumber> registered;
    private final Predicate<String> numbered;
    private final int mostRows;
    private final int pieceHouseholds;
    private final Consumer<byte[]> pieces;
    private final Repeats repeats = new Repeats();
    private final Roll roll = new Roll();
    private final Map<Verdict, Integer> verdicts = new EnumMap<>(Verdict.class);
    private final ErrorFile errors = new ErrorFile();
    private final Gathering gathering = new Gathering(repeats::isScattered, this::told, this::whole);
    private @Nullable Header<Field> titles;
    private int rows;
    private int households;

    /// `registered` tells who is on the register, `numbered` which national numbers its households
    /// have; `pieces` takes households as [Roll#read] reads them.
    RollIntake(
            Judges judges,
            Predicate<IdNumber> registered,
            Predicate<String> numbered,
            int mostRows,
            int pieceHouseholds,
            Consumer<byte[]> pieces) {
        this.judges = judges;
        this.registered = registered;
        this.numbered = numbered;
        this.mostRows = mostRows;
        this.pieceHouseholds = pieceHouseholds;
        this.pieces = pieces;
    }

    /// The titles of a file and what follows from them, found as it is read.
    private final class Reading {

        private final boolean from1904;
        private @Nullable Header<Field> header;
        private @Nullable RollJudge judge;
        private @Nullable Runs runs;

        Reading(boolean from1904) {
            this.from1904 = from1904;
        }

        /// Null for a row above the titles, and for a blank one.
        @Nullable
        RollJudge judge(Line line) {
            if (judge == null) {
                seek(line);
                return null;
            }
            return line.isBlank() && line.fault() == null ? null : judge;
        }

        private void seek(Line line) {
            var found = Header.of(Field.class, TITLES, Field::isComplete, line).orElse(null);
            if (found != null) {
                header = found;
                judge = judges.of(found, from1904);
                runs = new Runs(found);
            } else if (line.number() >= Header.LATEST_ROW) {
                throw missing();
            }
        }

        Header<Field> header() {
            if (header == null) {
                throw missing();
            }
            return header;
        }

        Runs runs() {
            return Objects.requireNonNull(runs);
        }
    }

    Outcome read(byte[] file) {
        var table = Table.of(file);
        var first = new Reading(table.from1904());
        table.each(line -> look(first, line));
        titles = first.header();
        if (rows == 0) {
            throw new RuleBroken("dataset.rows-none", "the file has no row below its titles");
        }
        var second = new Reading(table.from1904());
        table.each(line -> judge(second, line));
        gathering.finish();
        if (roll.count() > 0) {
            pieces.accept(roll.take());
        }
        return new Outcome(rows, Map.copyOf(verdicts), households, gathering.refused(), errors.packed());
    }

    private void look(Reading reading, Line line) {
        var judge = reading.judge(line);
        if (judge == null) {
            return;
        }
        rows++;
        if (rows > mostRows) {
            throw new RuleBroken("dataset.rows-too-many", "more than %d rows".formatted(mostRows));
        }
        @Nullable Verdict refused = null;
        try {
            repeats.person(judge.document(line));
        } catch (Refused e) {
            refused = e.verdict();
        }
        reading.runs().of(line, refused).ifPresent(repeats::household);
        judge.number(line).filter(_ -> line.fault() == null).ifPresent(repeats::number);
    }

    private void judge(Reading reading, Line line) {
        var judge = reading.judge(line);
        if (judge == null) {
            return;
        }
        @Nullable Verdict slipped = null;
        Judged judged;
        try {
            judged = taken(judge, line, judge.document(line));
        } catch (Refused refused) {
            slipped = refused.verdict();
            var id = line.cell(reading.header().place(Field.DOCUMENT));
            judged = new Judged(line.number(), refused.verdict(), refused.column(), id, null);
        }
        var row = judged;
        reading.runs()
                .of(line, slipped)
                .ifPresentOrElse(number -> gathering.add(number, row), () -> gathering.stray(row));
    }

    /// Judged by itself, then by the rows and the register beside it (rule M13).
    private Judged taken(RollJudge judge, Line line, PersonDocument document) throws Refused {
        var row = judge.row(line, document);
        if (repeats.isNumberTwice(row.number())) {
            throw judge.refused(Verdict.DUPLICATE_NUMBER, Field.PERSON);
        }
        if (repeats.isTwice(document)) {
            throw judge.refused(Verdict.DUPLICATE_ID, Field.DOCUMENT);
        }
        if (document instanceof IdNumber id && registered.test(id)) {
            throw judge.refused(Verdict.ID_REGISTERED, Field.DOCUMENT);
        }
        if (numbered.test(row.household())) {
            throw judge.refused(Verdict.HOUSEHOLD_NUMBER_REGISTERED, Field.HOUSEHOLD);
        }
        return new Judged(line.number(), Verdict.ACCEPTED, -1, "", row);
    }

    private void told(Judged row, Verdict verdict, int because) {
        verdicts.merge(verdict, 1, Integer::sum);
        if (verdict != Verdict.ACCEPTED) {
            var reason = verdict.chinese() + (because > 0 ? "(第%d行)".formatted(because) : "");
            var title = row.column() < 0 ? "" : Objects.requireNonNull(titles).titleAt(row.column());
            errors.add(row.number(), title, verdict, reason, id(row));
        }
    }

    private static String id(Judged row) {
        var taken = row.row();
        return taken == null ? row.id() : taken.person().document() instanceof IdNumber id ? id.value() : "";
    }

    private void whole(Entered household) {
        households++;
        roll.add(household);
        if (roll.count() == pieceHouseholds) {
            pieces.accept(roll.take());
        }
    }

    private static RuleBroken missing() {
        return new RuleBroken("dataset.columns-missing", "no row of titles names the columns that are read");
    }
}
