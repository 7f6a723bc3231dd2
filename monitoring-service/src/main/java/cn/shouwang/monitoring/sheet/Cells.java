package cn.shouwang.monitoring.sheet;

import cn.shouwang.monitoring.person.IdNumber;
import java.util.Locale;
import java.util.regex.Pattern;

/// What the cells of a row say, each refused with the first reason found. Nothing is mended but how it is
/// written.
public final class Cells {

    private static final Pattern AS_NUMBER = Pattern.compile("\\d(\\.\\d+)?[Ee]\\+?\\d+|\\d{15,18}\\.0+");
    /// What is written so that a spreadsheet leaves digits alone: `="…"` or a leading `'`.
    private static final Pattern KEPT_AS_TEXT = Pattern.compile("=\"([^\"=+@]*)\"|'(.*)");

    private static final int OLD_LENGTH = 15;

    private Cells() {}

    /// The text of a cell as it is meant; empty where there is none.
    public static String text(Line line, int index) throws Refused {
        var cell = index < 0 ? "" : line.cell(index);
        if (Plain.isUnreadable(cell)) {
            throw new Refused(Verdict.UNREADABLE_CHARACTER, index);
        }
        if (index >= 0 && line.isFormula(index)) {
            throw new Refused(Verdict.FORMULA, index);
        }
        var text = Plain.text(cell);
        if (text.isEmpty() || Formula.isHarmless(text.charAt(0))) {
            return text;
        }
        var kept = KEPT_AS_TEXT.matcher(text);
        if (!kept.matches()) {
            throw new Refused(Verdict.FORMULA, index);
        }
        return kept.group(1) == null ? kept.group(2) : kept.group(1);
    }

    /// A resident id, of 18 characters also where 15 digits are written.
    public static IdNumber id(Line line, int index) throws Refused {
        var text = text(line, index).toUpperCase(Locale.ROOT);
        if (text.isEmpty()) {
            throw new Refused(isElsewhere(line, index) ? Verdict.COLUMNS_SHIFTED : Verdict.ID_MISSING, index);
        }
        var isWritten = IdNumber.isWrittenLikeOne(text);
        if ((!isWritten && AS_NUMBER.matcher(text).matches()) || (line.isNumber(index) && text.length() > OLD_LENGTH)) {
            throw new Refused(Verdict.ID_AS_NUMBER, index);
        }
        if (!isWritten) {
            throw new Refused(isElsewhere(line, index) ? Verdict.COLUMNS_SHIFTED : Verdict.ID_MALFORMED, index);
        }
        var full = text.length() == OLD_LENGTH ? IdNumber.upgraded(text) : text;
        if (!IdNumber.checks(full)) {
            throw new Refused(Verdict.ID_CHECK_DIGIT, index);
        }
        if (!IdNumber.hasBirth(full)) {
            throw new Refused(Verdict.ID_BIRTH_DATE, index);
        }
        return new IdNumber(full);
    }

    /// Refuses a row that the reader found at fault, or that is longer than its titles.
    public static void mustBeWhole(Line line, int titles) throws Refused {
        if (line.fault() != null) {
            throw new Refused(line.fault(), -1);
        }
        if (line.filled() > titles) {
            throw new Refused(Verdict.COLUMNS_SHIFTED, -1);
        }
    }

    /// Whether another cell of the row holds an id: then what is missing here was written one further.
    private static boolean isElsewhere(Line line, int at) {
        for (var index = 0; index < line.count(); index++) {
            if (index != at && IdNumber.isOne(Plain.text(line.cell(index)))) {
                return true;
            }
        }
        return false;
    }
}
