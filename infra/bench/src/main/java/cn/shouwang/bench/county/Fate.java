package cn.shouwang.bench.county;

import static cn.shouwang.bench.county.Step.ANNOUNCE;
import static cn.shouwang.bench.county.Step.APPRAISE;
import static cn.shouwang.bench.county.Step.AUTHORIZE;
import static cn.shouwang.bench.county.Step.DETERMINE;
import static cn.shouwang.bench.county.Step.OBJECT;
import static cn.shouwang.bench.county.Step.OPEN;
import static cn.shouwang.bench.county.Step.PUBLICISE;
import static cn.shouwang.bench.county.Step.REJECT;
import static cn.shouwang.bench.county.Step.RETURN;
import static cn.shouwang.bench.county.Step.REVIEW;
import static cn.shouwang.bench.county.Step.TAKE_DOWN;
import static cn.shouwang.bench.county.Step.UPHOLD;
import static cn.shouwang.bench.county.Step.VISIT;
import static cn.shouwang.bench.county.Step.through;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// How far a family gets, with how many of a hundred families get there.
///
/// A notice hangs five days, so what was reported today, without an account, cannot have come further
/// than the board.
enum Fate {
    REPORT_WAITING(4, Began.EITHER, "申报待受理 report waiting"),
    REPORT_REFUSED(4, Began.EITHER, "申报不予受理 report refused"),
    REPORT_WITHDRAWN(3, Began.EITHER, "申报已撤回 report withdrawn"),
    CLUE_OPEN(3, Began.TODAY, "线索待办 clue open"),
    CLUE_ASSIGNED(3, Began.TODAY, "线索已交办 clue assigned"),
    CLUE_OVERDUE(4, Began.LAST_YEAR, "线索逾期 clue overdue"),
    CLUE_CLOSED(5, Began.LAST_YEAR, "线索已办结 clue closed"),
    OPENED(3, Began.EITHER, "已立案 case opened", through(OPEN)),
    VISITED(4, Began.EITHER, "已入户核实 visited", through(VISIT)),
    AUTHORIZED(3, Began.EITHER, "已签授权 authorized", through(AUTHORIZE)),
    APPRAISED(3, Began.EITHER, "已评议 appraised", through(APPRAISE)),
    PUBLICIZED(6, Began.EITHER, "公示中 publicized", through(PUBLICISE)),
    OBJECTION_OPEN(2, Began.EITHER, "有异议 objection open", through(PUBLICISE, OBJECT)),
    REVERIFIED(
            3,
            Began.LAST_YEAR,
            "异议成立后重核并纳入 re-verified and announced",
            through(PUBLICISE, OBJECT, UPHOLD, VISIT, APPRAISE, PUBLICISE, TAKE_DOWN, REVIEW, DETERMINE, ANNOUNCE)),
    PUBLICITY_ENDED(2, Began.LAST_YEAR, "公示期满 publicity ended", through(TAKE_DOWN)),
    TOWN_RETURNED(2, Began.LAST_YEAR, "镇退回 returned by the town", through(TAKE_DOWN, RETURN)),
    TOWN_REVIEWED(4, Began.LAST_YEAR, "镇已审核 reviewed by the town", through(REVIEW)),
    DETERMINED(6, Began.LAST_YEAR, "县已审定 determined", through(DETERMINE)),
    ANNOUNCED(30, Began.LAST_YEAR, "已公告 announced", through(ANNOUNCE)),
    REJECTED(6, Began.EITHER, "未纳入 rejected", through(VISIT, REJECT));

    /// When what a family lives through may have begun.
    enum Began {
        TODAY,
        LAST_YEAR,
        EITHER
    }

    private final int weight;
    private final Began began;
    private final String words;

    @SuppressWarnings("ImmutableEnumChecker") // copied
    private final List<Step> steps;

    Fate(int weight, Began began, String words) {
        this(weight, began, words, List.of());
    }

    Fate(int weight, Began began, String words, List<Step> steps) {
        this.weight = weight;
        this.began = began;
        this.words = words;
        this.steps = List.copyOf(steps);
    }

    List<Step> steps() {
        return steps;
    }

    String words() {
        return words;
    }

    boolean canBegin(Arrival arrival) {
        var fits = began == Began.EITHER || (began == Began.TODAY) == arrival.isToday();
        return fits && (arrival.isReport() || !name().startsWith("REPORT_"));
    }

    /// Every fate at least once, the others by weight, for any number of families.
    static List<Fate> cycle() {
        var cycle = new ArrayList<>(Arrays.asList(values()));
        for (var round = 1; cycle.size() < 100; round++) {
            for (var fate : values()) {
                if (fate.weight > round) {
                    cycle.add(fate);
                }
            }
        }
        return List.copyOf(cycle);
    }
}
