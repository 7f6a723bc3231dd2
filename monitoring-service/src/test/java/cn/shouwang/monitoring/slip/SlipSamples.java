package cn.shouwang.monitoring.slip;

import static cn.shouwang.monitoring.identification.Case.HOUSEHOLD;
import static cn.shouwang.monitoring.identification.Case.VILLAGE;

import cn.shouwang.monitoring.incentive.IncentiveSamples;
import cn.shouwang.monitoring.incentive.Unit;
import cn.shouwang.monitoring.slip.Computation.Line;
import cn.shouwang.monitoring.slip.Computation.Share;
import cn.shouwang.monitoring.slip.SlipEvent.IncentiveComputed;
import cn.shouwang.monitoring.slip.SlipEvent.QuantityRevoked;
import cn.shouwang.monitoring.slip.SlipEvent.QuantityVerified;
import java.time.LocalDate;
import java.util.List;

/// The slip of the household of [cn.shouwang.monitoring.identification.Case] for 2025.
public final class SlipSamples {

    public static final SlipId SLIP = new SlipId(HOUSEHOLD, 2025);
    public static final LocalDate JUNE = LocalDate.of(2025, 6, 30);
    public static final LocalDate TODAY = LocalDate.of(2025, 11, 20);

    public static final QuantityVerified FROM_PAPER =
            new QuantityVerified(SLIP, HOUSEHOLD, VILLAGE, 1, Unit.WORK_MONTHS, 5, SLIP + "@0", "务工证明2025-07", JUNE);
    public static final QuantityVerified FROM_EVENT = new QuantityVerified(
            SLIP, HOUSEHOLD, VILLAGE, 2, Unit.WORK_MONTHS, 2, "employment-4711", "", JUNE.plusDays(1));
    public static final QuantityRevoked REVOKED = new QuantityRevoked(SLIP, HOUSEHOLD, VILLAGE, 1, "单位查无此人", TODAY);
    public static final IncentiveComputed COMPUTED = new IncentiveComputed(
            SLIP,
            HOUSEHOLD,
            VILLAGE,
            1,
            null,
            new Computation(
                    IncentiveSamples.WORK,
                    "多干多补",
                    List.of(new Line(1, SLIP + "@0", JUNE, 5, 1, List.of(new Share(3, 2, 10_000, 1)), 20_000, 0)),
                    20_000),
            TODAY);
    public static final IncentiveComputed AGAIN = new IncentiveComputed(
            SLIP, HOUSEHOLD, VILLAGE, 2, 1, new Computation(IncentiveSamples.WORK, "多干多补", List.of(), 0), TODAY);

    private SlipSamples() {}
}
