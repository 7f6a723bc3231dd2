package cn.shouwang.monitoring.assistance;

import static cn.shouwang.monitoring.identification.Case.HEAD;
import static cn.shouwang.monitoring.identification.Case.HOUSEHOLD;
import static cn.shouwang.monitoring.identification.Case.VILLAGE;
import static cn.shouwang.monitoring.identification.Case.november;

import cn.shouwang.monitoring.assistance.AssistanceEvent.LackFound;
import cn.shouwang.monitoring.assistance.AssistanceEvent.MeasureApproved;
import cn.shouwang.monitoring.assistance.AssistanceEvent.MeasureDelivered;
import cn.shouwang.monitoring.assistance.AssistanceEvent.MeasureEnded;
import cn.shouwang.monitoring.assistance.AssistanceEvent.MeasurePlanned;
import cn.shouwang.monitoring.assistance.AssistanceEvent.UrgentAidGranted;
import cn.shouwang.monitoring.clue.RiskType;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What is done for the synthetic household of [cn.shouwang.monitoring.identification.Case], monitored since
/// 12 November 2025 for ILLNESS and LABOUR_SHORTAGE.
public final class Helped {

    public static final MeasureId MEASURE = MeasureId.of("00000000-0000-4000-8000-0000000000a1");
    public static final MeasureId OTHER = MeasureId.of("00000000-0000-4000-8000-0000000000a2");
    public static final Plan PLAN = plan(Family.HEALTH, RiskType.ILLNESS, null);

    public static final UrgentAidGranted AID =
            new UrgentAidGranted(HOUSEHOLD, VILLAGE, 1, "房屋被山洪冲毁", 200_000, "zhen01", november(3));
    public static final MeasurePlanned PLANNED =
            new MeasurePlanned(HOUSEHOLD, VILLAGE, 1, MEASURE, PLAN, "cun01", november(13));
    public static final MeasureApproved APPROVED =
            new MeasureApproved(HOUSEHOLD, VILLAGE, 1, MEASURE, "zhen01", november(14));
    public static final MeasureDelivered DELIVERED = new MeasureDelivered(
            HOUSEHOLD, VILLAGE, 1, MEASURE, Family.HEALTH, RiskType.ILLNESS, 50_000, "银行回单001", november(15));
    public static final MeasureEnded COMPLETED =
            new MeasureEnded(HOUSEHOLD, VILLAGE, 1, MEASURE, Ending.COMPLETED, "病情稳定", november(20));
    public static final MeasureEnded CANCELLED =
            new MeasureEnded(HOUSEHOLD, VILLAGE, 1, MEASURE, Ending.CANCELLED, "住户不需要", november(20));
    public static final LackFound LACK = new LackFound(
            HOUSEHOLD, VILLAGE, 1, Lack.ANY_MEASURE, LocalDate.of(2025, 12, 12), LocalDate.of(2025, 12, 13));

    private Helped() {}

    public static List<AssistanceEvent> until(AssistanceEvent last, AssistanceEvent... more) {
        var way = List.<AssistanceEvent>of(PLANNED, APPROVED, DELIVERED, COMPLETED);
        var history = new ArrayList<>(way.subList(0, way.indexOf(last) + 1));
        history.addAll(List.of(more));
        return history;
    }

    static Plan plan(Family family, RiskType risk, @Nullable String ground) {
        return new Plan(
                List.of(HEAD),
                family,
                "大病专项救治",
                risk,
                ground,
                "policy-health-01",
                "县卫健局",
                november(13),
                november(30),
                50_000,
                "元",
                "衔接资金");
    }
}
