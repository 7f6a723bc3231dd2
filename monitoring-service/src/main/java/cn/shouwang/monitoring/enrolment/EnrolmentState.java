package cn.shouwang.monitoring.enrolment;

import cn.shouwang.monitoring.enrolment.EnrolmentEvent.EnrolmentCompleted;
import cn.shouwang.monitoring.enrolment.EnrolmentEvent.PieceRegistered;
import cn.shouwang.monitoring.enrolment.EnrolmentEvent.RollApproved;
import cn.shouwang.monitoring.enrolment.EnrolmentEvent.RollDiscarded;
import cn.shouwang.monitoring.enrolment.EnrolmentEvent.RollReceived;

/// How far an enrolment is. Stored by name in rows: add, never rename.
public enum EnrolmentState {
    /// 待审批
    STAGED,
    /// 建档中: approved, being registered
    REGISTERING,
    /// 已作废
    DISCARDED,
    /// 已建档
    COMPLETED;

    public static EnrolmentState after(EnrolmentEvent event) {
        return switch (event) {
            case RollReceived _ -> STAGED;
            case RollApproved _, PieceRegistered _ -> REGISTERING;
            case RollDiscarded _ -> DISCARDED;
            case EnrolmentCompleted _ -> COMPLETED;
        };
    }
}
