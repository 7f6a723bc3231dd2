package cn.shouwang.monitoring.identification;

import static cn.shouwang.monitoring.identification.Case.CLUE;
import static cn.shouwang.monitoring.identification.Case.VILLAGE;

import cn.shouwang.monitoring.clue.ClueChannel;
import cn.shouwang.monitoring.clue.ClueEvent;
import cn.shouwang.monitoring.clue.ClueEvent.ClueClosed;
import cn.shouwang.monitoring.clue.ClueEvent.ClueRegistered;
import cn.shouwang.monitoring.clue.ClueOutcome;
import cn.shouwang.monitoring.clue.RiskType;
import cn.shouwang.monitoring.clue.Risks;
import cn.shouwang.monitoring.clue.Subject;
import java.time.LocalDate;

/// The clue that led to the case, as it is and as it might be.
final class ClueOfCase {

    private static final LocalDate DAY = LocalDate.of(2025, 10, 31);

    static final ClueEvent REGISTERED = registered(VILLAGE);
    static final ClueEvent ELSEWHERE = registered("440233001001");
    static final ClueEvent CLOSED = new ClueClosed(CLUE, VILLAGE, ClueOutcome.DUPLICATE, "重复", null, DAY);

    private ClueOfCase() {}

    private static ClueEvent registered(String village) {
        return new ClueRegistered(
                CLUE,
                village,
                ClueChannel.GRASSROOTS_CHECK,
                null,
                new Subject(null, null, null),
                Risks.of(RiskType.ILLNESS),
                "走访发现",
                DAY.plusDays(7),
                DAY);
    }
}
