package cn.shouwang.monitoring.removal;

import cn.shouwang.monitoring.identification.Appraisal.Votes;
import cn.shouwang.platform.event.Personal;

/// What the village meeting said to a removal. `minutes` refers to the paper; written by hand, so it may
/// name anyone.
public record ExitAppraisal(
        int attendance, Votes votes, @Personal String minutes) {

    /// Whether the meeting agrees.
    boolean agreed() {
        return votes.carried();
    }
}
