package cn.shouwang.monitoring.appeal;

import static cn.shouwang.monitoring.identification.Case.HOUSEHOLD;
import static cn.shouwang.monitoring.identification.Case.VILLAGE;
import static cn.shouwang.monitoring.identification.Case.november;

import cn.shouwang.monitoring.appeal.AppealEvent.AppealDismissed;
import cn.shouwang.monitoring.appeal.AppealEvent.AppealFiled;
import cn.shouwang.monitoring.appeal.AppealEvent.AppealGranted;

/// The synthetic household of the case, rejected on Wednesday 12 November 2025 and told by the 19th, appeals on
/// the 20th.
public final class Appealed {

    public static final AppealFiled FILED = new AppealFiled(HOUSEHOLD, VILLAGE, 1, "收入算错了", november(27), november(20));
    public static final AppealDismissed DISMISSED = new AppealDismissed(HOUSEHOLD, VILLAGE, 1, "收入核算无误", november(24));
    public static final AppealGranted GRANTED =
            new AppealGranted(HOUSEHOLD, VILLAGE, 1, "重新核实", november(27), november(24));

    private Appealed() {}
}
