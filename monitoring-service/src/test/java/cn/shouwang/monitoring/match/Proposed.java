package cn.shouwang.monitoring.match;

import static cn.shouwang.monitoring.identification.Case.HOUSEHOLD;
import static cn.shouwang.monitoring.identification.Case.VILLAGE;
import static cn.shouwang.monitoring.identification.Case.november;

import cn.shouwang.monitoring.assistance.Family;
import cn.shouwang.monitoring.match.MatchEvent.MatchConfirmed;
import cn.shouwang.monitoring.match.MatchEvent.MatchDeclined;
import cn.shouwang.monitoring.match.MatchEvent.MatchLapsed;
import cn.shouwang.monitoring.match.MatchEvent.MatchProposed;
import cn.shouwang.monitoring.toolbox.Fact;
import cn.shouwang.monitoring.toolbox.Policies;
import java.util.List;

/// Proposals to the household of [cn.shouwang.monitoring.identification.Case], made on 14 November 2025.
public final class Proposed {

    public static final MatchesId MATCHES = new MatchesId(HOUSEHOLD);
    public static final PolicyUsed WORK = new PolicyUsed(Policies.WORK, 1, "务工交通补助", Family.EMPLOYMENT);
    public static final MatchProposed FIRST = new MatchProposed(
            MATCHES,
            HOUSEHOLD,
            VILLAGE,
            1,
            WORK,
            List.of(new FactUsed(Fact.LABOUR, "2")),
            List.of(new FactUsed(Fact.AGES, "53,55")),
            november(14));
    public static final MatchConfirmed CONFIRMED = new MatchConfirmed(MATCHES, HOUSEHOLD, VILLAGE, 1, november(15));
    public static final MatchDeclined DECLINED =
            new MatchDeclined(MATCHES, HOUSEHOLD, VILLAGE, 1, DeclineReason.HOUSEHOLD_DECLINES, "说明年再说", november(15));
    public static final MatchLapsed LAPSED = new MatchLapsed(MATCHES, HOUSEHOLD, VILLAGE, 1, november(15));

    private Proposed() {}
}
