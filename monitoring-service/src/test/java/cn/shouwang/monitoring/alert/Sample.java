package cn.shouwang.monitoring.alert;

import static cn.shouwang.monitoring.batch.Sample.BATCH;
import static cn.shouwang.monitoring.batch.Sample.DAY;
import static cn.shouwang.monitoring.batch.Sample.HIT;

import cn.shouwang.monitoring.alert.AlertEvent.AlertClosed;
import cn.shouwang.monitoring.alert.AlertEvent.AlertDispatched;
import cn.shouwang.monitoring.alert.AlertEvent.AlertRaised;
import cn.shouwang.monitoring.alert.AlertEvent.AlertVerified;
import cn.shouwang.monitoring.clue.ClueOutcome;
import cn.shouwang.monitoring.clue.RiskType;
import cn.shouwang.monitoring.comparison.Effect;
import cn.shouwang.monitoring.dataset.Dataset;
import java.time.LocalDate;
import java.util.List;

/// One alert, step by step.
public final class Sample {

    public static final AlertId ALERT = AlertId.of(HIT.household(), HIT.rule(), HIT.span());
    public static final AlertRaised RAISED = raised(ALERT, Effect.ALERT);
    public static final AlertClosed CLOSED =
            new AlertClosed(ALERT, HIT.division(), HIT.household(), CloseReason.NO_RISK, DAY);
    public static final AlertDispatched DISPATCHED = new AlertDispatched(
            ALERT,
            HIT.division(),
            HIT.household(),
            Dataset.MEDICAL_SETTLEMENT,
            HIT.rule(),
            List.of(RiskType.ILLNESS),
            DAY);
    public static final AlertVerified VERIFIED =
            new AlertVerified(ALERT, HIT.division(), HIT.household(), ClueOutcome.INCLUDED, DAY);

    private Sample() {}

    public static AlertRaised raised(AlertId alert, Effect effect) {
        return new AlertRaised(
                alert,
                HIT.division(),
                HIT.household(),
                HIT.member(),
                BATCH,
                Dataset.MEDICAL_SETTLEMENT,
                HIT.rule(),
                LocalDate.of(2021, 1, 1),
                effect,
                List.of(RiskType.ILLNESS),
                HIT.standing(),
                HIT.span(),
                HIT.measured(),
                HIT.threshold(),
                HIT.rank(),
                DAY);
    }
}
