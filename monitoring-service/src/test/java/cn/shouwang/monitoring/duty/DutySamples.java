package cn.shouwang.monitoring.duty;

import cn.shouwang.monitoring.duty.DutyEvent.DutyAssigned;
import cn.shouwang.monitoring.duty.DutyEvent.DutyConfirmed;
import cn.shouwang.monitoring.duty.DutyEvent.DutyPostponed;
import cn.shouwang.monitoring.duty.DutyEvent.DutyReported;
import cn.shouwang.monitoring.duty.DutyEvent.DutyReturned;
import cn.shouwang.monitoring.duty.DutyYearEvent.DutiesIssued;
import java.time.LocalDate;
import java.util.List;

/// A town's duty of 2025, due at the end of March.
public final class DutySamples {

    public static final String TOWN = "440233101";
    public static final DutyId DUTY = new DutyId(2025, TOWN, Bearer.TOWN, "make-key-task");
    public static final DutyYearId YEAR = new DutyYearId("440233", 2025);
    public static final LocalDate EDITION = LocalDate.of(2021, 1, 1);
    public static final LocalDate ISSUED = LocalDate.of(2025, 2, 1);
    public static final LocalDate DUE = LocalDate.of(2025, 3, 31);

    public static final DutiesIssued YEAR_ISSUED =
            new DutiesIssued(YEAR, "440233", EDITION, List.of(new Assignment(DUTY, "列为年度重点任务", "C1", DUE)), ISSUED);
    public static final DutyAssigned ASSIGNED = new DutyAssigned(DUTY, TOWN, "列为年度重点任务", "C1", DUE, EDITION, ISSUED);
    public static final DutyReported REPORTED =
            new DutyReported(DUTY, TOWN, "镇党委会议纪要〔2025〕4号", "zhen01", LocalDate.of(2025, 3, 20));
    public static final DutyConfirmed CONFIRMED = new DutyConfirmed(DUTY, TOWN, false, LocalDate.of(2025, 3, 25));
    public static final DutyReturned RETURNED = new DutyReturned(DUTY, TOWN, "缺少计划", LocalDate.of(2025, 3, 25));
    public static final DutyPostponed POSTPONED =
            new DutyPostponed(DUTY, TOWN, LocalDate.of(2025, 4, 30), "换届", LocalDate.of(2025, 3, 10));

    private DutySamples() {}
}
