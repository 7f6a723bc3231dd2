package cn.shouwang.monitoring.awareness;

import cn.shouwang.monitoring.awareness.AwarenessEvent.SheetsDistributed;
import cn.shouwang.monitoring.awareness.AwarenessEvent.TrainingHeld;
import java.time.LocalDate;

/// A training and a count of sheets in a village.
public final class AwarenessSamples {

    public static final AwarenessId PLACE = new AwarenessId("440233101203");
    public static final LocalDate MAY = LocalDate.of(2025, 5, 1);
    public static final TrainingHeld HELD =
            new TrainingHeld(PLACE, PLACE.division(), TrainingKind.POLICY_AWARENESS, "政策宣传", 30, "签到01", MAY);
    public static final SheetsDistributed DISTRIBUTED = sheets(PLACE.division(), 2);

    private AwarenessSamples() {}

    public static SheetsDistributed sheets(String village, int households) {
        return new SheetsDistributed(new AwarenessId(village), village, SheetKind.APPLICATION_SHEET, households, MAY);
    }
}
