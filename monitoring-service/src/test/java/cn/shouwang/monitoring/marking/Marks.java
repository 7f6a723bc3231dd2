package cn.shouwang.monitoring.marking;

import static cn.shouwang.monitoring.identification.Case.HOUSEHOLD;
import static cn.shouwang.monitoring.identification.Case.VILLAGE;
import static cn.shouwang.monitoring.identification.Case.november;

import cn.shouwang.monitoring.marking.MarkingEvent.HouseholdMarked;
import cn.shouwang.monitoring.marking.MarkingEvent.NumberCorrected;

/// The synthetic household of the case in the national system since 14 November 2025.
public final class Marks {

    public static final String NUMBER = "44023399990001";
    public static final HouseholdMarked MARKED = new HouseholdMarked(HOUSEHOLD, VILLAGE, 1, NUMBER, november(14));
    public static final NumberCorrected CORRECTED =
            new NumberCorrected(HOUSEHOLD, VILLAGE, 1, "44023399990002", november(15));

    private Marks() {}
}
