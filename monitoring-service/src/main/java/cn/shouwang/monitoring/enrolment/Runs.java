package cn.shouwang.monitoring.enrolment;

import cn.shouwang.monitoring.sheet.Cells;
import cn.shouwang.monitoring.sheet.Header;
import cn.shouwang.monitoring.sheet.Line;
import cn.shouwang.monitoring.sheet.Plain;
import cn.shouwang.monitoring.sheet.Refused;
import cn.shouwang.monitoring.sheet.Verdict;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Tells of each row of a file, in order, whose household it belongs to, also of those that are refused.
final class Runs {

    /// In such a row nothing stands where it should.
    private static final Set<Verdict> SLIPPED =
            EnumSet.of(Verdict.COLUMNS_SHIFTED, Verdict.BROKEN_QUOTES, Verdict.CELL_TOO_LONG);

    private final Header<Field> header;
    private String current = "";

    Runs(Header<Field> header) {
        this.header = header;
    }

    /// The household's number; empty when the row does not tell. A row that slipped belongs to the household of
    /// the row before if it has its number anywhere. `refused` is why the row is, if it is.
    Optional<String> of(Line line, @Nullable Verdict refused) {
        if (refused != null && SLIPPED.contains(refused)) {
            return has(line, current) ? Optional.of(current) : Optional.empty();
        }
        try {
            var own = Cells.text(line, header.place(Field.HOUSEHOLD));
            if (own.isEmpty()) {
                return Optional.empty();
            }
            current = own;
            return Optional.of(own);
        } catch (Refused _) {
            return Optional.empty();
        }
    }

    private static boolean has(Line line, String number) {
        for (var index = 0; index < line.filled() && !number.isEmpty(); index++) {
            if (Plain.text(line.cell(index)).equals(number)) {
                return true;
            }
        }
        return false;
    }
}
