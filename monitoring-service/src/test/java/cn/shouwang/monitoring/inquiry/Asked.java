package cn.shouwang.monitoring.inquiry;

import static cn.shouwang.monitoring.identification.Case.HOUSEHOLD;
import static cn.shouwang.monitoring.identification.Case.VILLAGE;
import static cn.shouwang.monitoring.identification.Case.november;

import cn.shouwang.monitoring.batch.Basis;
import cn.shouwang.monitoring.comparison.Effect;
import cn.shouwang.monitoring.dataset.Dataset;
import cn.shouwang.monitoring.inquiry.InquiryEvent.AuthorizationWithdrawn;
import cn.shouwang.monitoring.inquiry.InquiryEvent.ComparisonRequested;
import cn.shouwang.monitoring.inquiry.InquiryEvent.ComparisonReturned;
import cn.shouwang.monitoring.inquiry.InquiryEvent.ComparisonSpared;
import cn.shouwang.monitoring.inquiry.InquiryEvent.HitsWeighed;
import java.util.List;

/// What the departments were asked about the synthetic household of the case, on its signature of 2 November
/// 2025.
public final class Asked {

    public static final List<Dataset> DATASETS = List.of(Dataset.VEHICLE, Dataset.SERIOUS_DISEASE);
    public static final ComparisonRequested REQUESTED = new ComparisonRequested(
            HOUSEHOLD,
            VILLAGE,
            1,
            new Basis("household-authorization", "农户签署的承诺授权书", false, "比对2025-11"),
            DATASETS,
            november(8),
            november(3));
    public static final ComparisonReturned CAREFUL = returned(Effect.CAREFUL);
    public static final ComparisonReturned NOTHING =
            new ComparisonReturned(HOUSEHOLD, VILLAGE, 1, List.of(), november(6));
    public static final HitsWeighed WEIGHED = new HitsWeighed(HOUSEHOLD, VILLAGE, 1, "车辆为经营性三轮车，已入户核实", november(7));
    public static final ComparisonSpared SPARED =
            new ComparisonSpared(HOUSEHOLD, VILLAGE, 1, "低保核对2025-031", november(3));

    public static final AuthorizationWithdrawn WITHDRAWN =
            new AuthorizationWithdrawn(HOUSEHOLD, VILLAGE, 1, november(4));

    private Asked() {}

    static ComparisonReturned returned(Effect effect) {
        return new ComparisonReturned(HOUSEHOLD, VILLAGE, 1, List.of(new Hit(Dataset.VEHICLE, effect)), november(6));
    }
}
