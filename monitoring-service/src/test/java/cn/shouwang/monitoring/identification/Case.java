package cn.shouwang.monitoring.identification;

import cn.shouwang.monitoring.clue.ClueId;
import cn.shouwang.monitoring.clue.RiskType;
import cn.shouwang.monitoring.clue.Risks;
import cn.shouwang.monitoring.household.BaseType;
import cn.shouwang.monitoring.household.HouseholdId;
import cn.shouwang.monitoring.household.LabourAbility;
import cn.shouwang.monitoring.household.MemberId;
import cn.shouwang.monitoring.identification.Decision.LineUsed;
import cn.shouwang.monitoring.identification.IdentificationEvent.AppraisalHeld;
import cn.shouwang.monitoring.identification.IdentificationEvent.AuthorizationSigned;
import cn.shouwang.monitoring.identification.IdentificationEvent.HouseholdDetermined;
import cn.shouwang.monitoring.identification.IdentificationEvent.HouseholdVisited;
import cn.shouwang.monitoring.identification.IdentificationEvent.IdentificationOpened;
import cn.shouwang.monitoring.identification.IdentificationEvent.IdentificationRejected;
import cn.shouwang.monitoring.identification.IdentificationEvent.ObjectionDismissed;
import cn.shouwang.monitoring.identification.IdentificationEvent.ObjectionRaised;
import cn.shouwang.monitoring.identification.IdentificationEvent.ObjectionUpheld;
import cn.shouwang.monitoring.identification.IdentificationEvent.PublicityEnded;
import cn.shouwang.monitoring.identification.IdentificationEvent.PublicityStarted;
import cn.shouwang.monitoring.identification.IdentificationEvent.ResultAnnounced;
import cn.shouwang.monitoring.identification.IdentificationEvent.ReturnedByTown;
import cn.shouwang.monitoring.identification.IdentificationEvent.TownReviewPassed;
import cn.shouwang.monitoring.identification.IdentificationEvent.VisitAssigned;
import cn.shouwang.monitoring.income.Assessed;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/// One case of a synthetic household of two, step by step: opened on 1 November 2025, visited on
/// the 2nd, appraised on the 3rd, publicised on the 4th, and so on. 23,220.00 yuan a year make
/// 11,610.00 per head, which is the line.
public final class Case {

    public static final HouseholdId HOUSEHOLD = HouseholdId.of("7b0d6f1e-2a7c-4a57-9a0b-0d0c7c1f4e11");
    public static final MemberId HEAD = MemberId.of("00000000-0000-4000-8000-000000000001");
    public static final MemberId WIFE = MemberId.of("00000000-0000-4000-8000-000000000002");
    public static final ClueId CLUE = ClueId.of("00000000-0000-4000-8000-00000000000c");
    public static final String VILLAGE = "440233999999";
    public static final long LINE_FEN = 1_161_000;
    public static final ComparisonRule COMPARISON = new ComparisonRule(LocalDate.of(2021, 1, 1), false);
    public static final LineUsed LINE = new LineUsed("line-440233-2025@0", LINE_FEN);
    public static final Finding MARGINAL =
            new Finding(Category.MARGINAL, Risks.of(RiskType.ILLNESS, RiskType.LABOUR_SHORTAGE));
    public static final String NOTICE = "拟将林某某户纳入监测，家庭人口2人，公示期5天。";

    public static final IdentificationOpened OPENED = opened(1, BaseType.ORDINARY, november(1));
    public static final VisitAssigned ASSIGNED = new VisitAssigned(HOUSEHOLD, VILLAGE, 1, november(4), november(1));
    public static final HouseholdVisited VISITED = visited(2 * LINE_FEN, november(2));
    public static final AuthorizationSigned AUTHORIZED =
            new AuthorizationSigned(HOUSEHOLD, VILLAGE, 1, HEAD, Signature.FINGERPRINT, true, november(2));
    public static final AppraisalHeld APPRAISED = new AppraisalHeld(HOUSEHOLD, VILLAGE, 1, appraisal(), november(3));
    public static final PublicityStarted PUBLICIZED =
            new PublicityStarted(HOUSEHOLD, VILLAGE, 1, "村务公开栏", NOTICE, november(9), november(4));
    public static final ObjectionRaised OBJECTED =
            new ObjectionRaised(HOUSEHOLD, VILLAGE, 1, 1, Objector.VILLAGER, "该户有两辆小汽车", november(5));
    public static final ObjectionUpheld UPHELD = new ObjectionUpheld(HOUSEHOLD, VILLAGE, 1, 1, "经查属实", november(7));
    public static final ObjectionDismissed DISMISSED =
            new ObjectionDismissed(HOUSEHOLD, VILLAGE, 1, 1, "车辆非该户所有", november(7));
    public static final PublicityEnded ENDED = new PublicityEnded(HOUSEHOLD, VILLAGE, 1, november(9));
    public static final TownReviewPassed REVIEWED =
            new TownReviewPassed(HOUSEHOLD, VILLAGE, 1, "同意", "zhen01", true, november(10));
    public static final ReturnedByTown RETURNED = new ReturnedByTown(HOUSEHOLD, VILLAGE, 1, "收入材料不全", november(10));
    public static final HouseholdDetermined DETERMINED = new HouseholdDetermined(
            HOUSEHOLD,
            VILLAGE,
            1,
            CLUE,
            new Decision("新乡振〔2025〕11号", MARGINAL, LINE, LINE_FEN, null, "xian01", COMPARISON),
            VISITED.visit().seen(),
            0,
            november(12));
    public static final IdentificationRejected REJECTED = new IdentificationRejected(
            HOUSEHOLD, VILLAGE, 1, CLUE, RejectionReason.NO_RISK, "收入稳定", november(19), november(12));
    public static final ResultAnnounced ANNOUNCED = new ResultAnnounced(HOUSEHOLD, VILLAGE, 1, "村务公开栏", november(13));

    private static final List<IdentificationEvent> WAY = List.of(
            OPENED, ASSIGNED, VISITED, AUTHORIZED, APPRAISED, PUBLICIZED, ENDED, REVIEWED, DETERMINED, ANNOUNCED);

    private Case() {}

    public static LocalDate november(int day) {
        return LocalDate.of(2025, 11, day);
    }

    /// The straight way up to and with `last`, then `more`.
    public static List<IdentificationEvent> until(IdentificationEvent last, IdentificationEvent... more) {
        var history = new ArrayList<>(WAY.subList(0, WAY.indexOf(last) + 1));
        history.addAll(List.of(more));
        return history;
    }

    public static IdentificationOpened opened(int cycle, BaseType baseType, LocalDate on) {
        return new IdentificationOpened(HOUSEHOLD, VILLAGE, cycle, baseType, CLUE, on.plusDays(15), on);
    }

    public static HouseholdVisited visited(long wageFen, LocalDate on) {
        return new HouseholdVisited(HOUSEHOLD, VILLAGE, 1, visit(wageFen, on), false, on);
    }

    /// The visit after an objection was upheld or the town returned the case.
    public static HouseholdVisited revisited(LocalDate on) {
        return new HouseholdVisited(HOUSEHOLD, VILLAGE, 1, visit(2 * LINE_FEN, on), true, on);
    }

    static Visit visit(long wageFen, LocalDate on) {
        return new Visit(
                visitors(),
                guarantees(),
                Assessed.income(VILLAGE, 2, wageFen, 350_000, on),
                350_000,
                List.of(
                        new Visit.MemberSeen(HEAD, LabourAbility.ORDINARY),
                        new Visit.MemberSeen(WIFE, LabourAbility.WEAK_OR_HALF)),
                "cun01");
    }

    static List<Visit.Visitor> visitors() {
        return List.of(new Visit.Visitor("cun01", "村委会委员", false), new Visit.Visitor("zu03", "村民小组长", true));
    }

    static Visit.Guarantees guarantees() {
        return new Visit.Guarantees(false, false, true, false);
    }

    static Appraisal appraisal() {
        return new Appraisal(25, new Appraisal.Votes(22, 1, 2), MARGINAL, "2025-评议-07");
    }
}
