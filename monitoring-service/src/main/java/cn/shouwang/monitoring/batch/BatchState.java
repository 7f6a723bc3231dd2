package cn.shouwang.monitoring.batch;

import cn.shouwang.monitoring.batch.BatchEvent.BatchAnnounced;
import cn.shouwang.monitoring.batch.BatchEvent.BatchApproved;
import cn.shouwang.monitoring.batch.BatchEvent.BatchCompared;
import cn.shouwang.monitoring.batch.BatchEvent.BatchDiscarded;
import cn.shouwang.monitoring.batch.BatchEvent.DatasetReceived;

/// How far a batch is. Stored by name in rows: add, never rename.
public enum BatchState {
    /// 待上传
    ANNOUNCED,
    /// 待审批
    STAGED,
    /// 已批准, being compared
    APPROVED,
    /// 已作废
    DISCARDED,
    /// 已比对
    COMPARED;

    public static BatchState after(BatchEvent event) {
        return switch (event) {
            case BatchAnnounced _ -> ANNOUNCED;
            case DatasetReceived _ -> STAGED;
            case BatchApproved _ -> APPROVED;
            case BatchDiscarded _ -> DISCARDED;
            case BatchCompared _ -> COMPARED;
        };
    }
}
