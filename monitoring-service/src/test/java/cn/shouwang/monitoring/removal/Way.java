package cn.shouwang.monitoring.removal;

import static cn.shouwang.monitoring.identification.Case.HEAD;
import static cn.shouwang.monitoring.identification.Case.HOUSEHOLD;
import static cn.shouwang.monitoring.identification.Case.LINE;
import static cn.shouwang.monitoring.identification.Case.LINE_FEN;
import static cn.shouwang.monitoring.identification.Case.VILLAGE;
import static cn.shouwang.monitoring.identification.Case.WIFE;

import cn.shouwang.monitoring.clue.RiskType;
import cn.shouwang.monitoring.household.LabourAbility;
import cn.shouwang.monitoring.identification.Appraisal.Votes;
import cn.shouwang.monitoring.identification.Visit;
import cn.shouwang.monitoring.income.Assessed;
import cn.shouwang.monitoring.removal.RemovalEvent.ExitAppraised;
import cn.shouwang.monitoring.removal.RemovalEvent.ExitVisited;
import cn.shouwang.monitoring.removal.RemovalEvent.NaturalDecreaseRecorded;
import cn.shouwang.monitoring.removal.RemovalEvent.RemovalBlocked;
import cn.shouwang.monitoring.removal.RemovalEvent.RemovalDropped;
import cn.shouwang.monitoring.removal.RemovalEvent.RemovalProposed;
import cn.shouwang.monitoring.removal.RemovalEvent.RemovalReturned;
import cn.shouwang.monitoring.removal.RemovalEvent.RemovalReverted;
import cn.shouwang.monitoring.removal.RemovalEvent.RemovalReviewPassed;
import cn.shouwang.monitoring.removal.RemovalEvent.RiskRemoved;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// The way out of the synthetic household of [cn.shouwang.monitoring.identification.Case],
/// monitored since 12 November 2025 for ILLNESS and LABOUR_SHORTAGE: proposed on 12 May 2026,
/// visited on the 13th, appraised on the 14th, and so on.
public final class Way {

    public static final List<RiskType> RISKS = List.of(RiskType.ILLNESS, RiskType.LABOUR_SHORTAGE);
    public static final long PER_HEAD = LINE_FEN + 1;

    public static final RemovalProposed PROPOSED =
            new RemovalProposed(HOUSEHOLD, VILLAGE, 1, 1, RemovalMode.BY_ASSISTANCE, null, may(12));
    public static final ExitVisited VISITED = visited(exit(PER_HEAD), false, may(13));
    public static final RemovalBlocked BLOCKED =
            new RemovalBlocked(HOUSEHOLD, VILLAGE, 1, 1, blockedBy(Criterion.NO_NEW_RISK), may(13));
    public static final ExitAppraised APPRAISED = new ExitAppraised(
            HOUSEHOLD, VILLAGE, 1, 1, new ExitAppraisal(25, new Votes(22, 1, 2), "2026-评议-03"), may(14));
    public static final RemovalReviewPassed REVIEWED =
            new RemovalReviewPassed(HOUSEHOLD, VILLAGE, 1, 1, "同意消除", "zhen01", may(21));
    public static final RemovalReturned RETURNED = new RemovalReturned(HOUSEHOLD, VILLAGE, 1, 1, "收入材料不全", may(21));
    public static final RiskRemoved REMOVED = new RiskRemoved(
            HOUSEHOLD,
            VILLAGE,
            1,
            1,
            RemovalMode.BY_ASSISTANCE,
            "新乡振〔2026〕5号",
            holding(),
            LocalDate.of(2021, 1, 1),
            LINE,
            PER_HEAD,
            6,
            "xian01",
            may(25));
    public static final RemovalDropped DROPPED = new RemovalDropped(HOUSEHOLD, VILLAGE, 1, 1, "收入不稳，继续监测", may(22));
    public static final RemovalReverted REVERTED = new RemovalReverted(HOUSEHOLD, VILLAGE, 1, 1, "旧病复发", may(28));
    public static final NaturalDecreaseRecorded CLOSED =
            new NaturalDecreaseRecorded(HOUSEHOLD, VILLAGE, 1, 0, DecreaseGround.ALL_DIED, may(20));

    private Way() {}

    public static LocalDate may(int day) {
        return LocalDate.of(2026, 5, day);
    }

    public static List<RemovalEvent> until(RemovalEvent last, RemovalEvent... more) {
        var way = List.of(PROPOSED, VISITED, APPRAISED, REVIEWED, REMOVED);
        var history = new ArrayList<RemovalEvent>(way.subList(0, way.indexOf(last) + 1));
        history.addAll(List.of(more));
        return history;
    }

    public static ExitVisited visited(ExitVisit visit, boolean repeated, LocalDate on) {
        return new ExitVisited(HOUSEHOLD, VILLAGE, 1, 1, visit, repeated, on);
    }

    /// Everything as it should be, with an income of `perHead` fen.
    public static ExitVisit exit(long perHead) {
        return exit(perHead, may(13));
    }

    public static ExitVisit exit(long perHead, LocalDate on) {
        return new ExitVisit(visit(perHead, noProblem(), on), 6, true, RISKS, false);
    }

    public static Visit visit(long perHead, Visit.Guarantees guarantees, LocalDate on) {
        return new Visit(
                List.of(new Visit.Visitor("cun01", "村委会委员", false), new Visit.Visitor("zu03", "村民小组长", true)),
                guarantees,
                Assessed.income(VILLAGE, 2, 2 * perHead, 120_000, on),
                120_000,
                List.of(
                        new Visit.MemberSeen(HEAD, LabourAbility.ORDINARY),
                        new Visit.MemberSeen(WIFE, LabourAbility.WEAK_OR_HALF)),
                "cun01");
    }

    public static Visit.Guarantees noProblem() {
        return new Visit.Guarantees(false, false, false, false);
    }

    public static List<Check> holding() {
        return List.of(
                new Check(Criterion.OBSERVED, Check.Outcome.HOLDS, "6", "6"),
                new Check(Criterion.STABLE_INCOME, Check.Outcome.HOLDS, "6", "6"),
                new Check(
                        Criterion.ABOVE_LINE, Check.Outcome.HOLDS, String.valueOf(PER_HEAD), String.valueOf(LINE_FEN)),
                new Check(Criterion.EXPENSE_SOLVED, Check.Outcome.HOLDS, null, null),
                new Check(Criterion.GUARANTEES, Check.Outcome.HOLDS, null, null),
                new Check(Criterion.RISKS_GONE, Check.Outcome.HOLDS, null, null),
                new Check(Criterion.NO_NEW_RISK, Check.Outcome.HOLDS, null, null),
                new Check(Criterion.MEASURE_IN_PLACE, Check.Outcome.HOLDS, null, null),
                new Check(Criterion.HAS_LABOUR, Check.Outcome.HOLDS, null, null));
    }

    /// All hold but `criterion`, which is a plain no.
    public static List<Check> blockedBy(Criterion criterion) {
        return holding().stream()
                .flatMap(check -> Stream.of(
                        check.criterion() == criterion
                                ? new Check(criterion, Check.Outcome.MISSING, check.found(), check.needed())
                                : check))
                .toList();
    }
}
