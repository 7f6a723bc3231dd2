package cn.shouwang.monitoring.helper;

import static cn.shouwang.monitoring.identification.Case.HEAD;
import static cn.shouwang.monitoring.identification.Case.HOUSEHOLD;
import static cn.shouwang.monitoring.identification.Case.VILLAGE;
import static cn.shouwang.monitoring.identification.Case.november;

import cn.shouwang.monitoring.helper.HelperEvent.HelperAssigned;
import cn.shouwang.monitoring.helper.HelperEvent.HelperEnded;
import cn.shouwang.monitoring.helper.HelperEvent.HelperReplaced;
import cn.shouwang.monitoring.helper.HelperEvent.VisitCorrected;
import cn.shouwang.monitoring.helper.HelperEvent.VisitPhotoAdded;
import cn.shouwang.monitoring.helper.HelperEvent.VisitPhotosKept;
import cn.shouwang.monitoring.helper.HelperEvent.VisitRecorded;
import cn.shouwang.monitoring.household.MemberId;
import cn.shouwang.monitoring.identification.Signature;
import cn.shouwang.monitoring.identification.Visit.Guarantees;
import cn.shouwang.monitoring.person.PersonName;
import cn.shouwang.monitoring.person.Phone;
import cn.shouwang.monitoring.photo.PhotoId;
import cn.shouwang.monitoring.photo.Position;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;

/// Helpers of the synthetic household of [cn.shouwang.monitoring.identification.Case], determined
/// on 12 November 2025, and the visits made to it.
public final class Visits {

    public static final VisitId FIRST = VisitId.of("00000000-0000-4000-8000-0000000000b1");
    public static final VisitId SECOND = VisitId.of("00000000-0000-4000-8000-0000000000b2");
    public static final VisitId THIRD = VisitId.of("00000000-0000-4000-8000-0000000000b3");
    /// The digest of the one file that [#call] names.
    public static final String NAMED = "ab".repeat(32);
    public static final LocalDate EDITION = LocalDate.of(2021, 1, 1);
    public static final Contact CONTACT = new Contact(PersonName.of("林帮扶"), Phone.of("13800000009"));
    public static final Contact OTHER_CONTACT = new Contact(PersonName.of("林接手"), null);
    public static final Office OFFICE = new Office("驻村第一书记", "县农业农村局");

    public static final HelperAssigned ASSIGNED =
            new HelperAssigned(HOUSEHOLD, VILLAGE, 1, "bang01", CONTACT, OFFICE, active(november(13)), november(13));
    public static final HelperReplaced REPLACED = new HelperReplaced(
            HOUSEHOLD, VILLAGE, 2, "bang01", "bang02", OTHER_CONTACT, OFFICE, active(november(16)), november(16));
    public static final HelperEnded ENDED = new HelperEnded(HOUSEHOLD, VILLAGE, 1, "bang01", november(20));
    public static final VisitRecorded VISITED = recorded(FIRST, november(18), november(18));
    public static final VisitRecorded EARLIER = recorded(SECOND, november(15), november(18));
    public static final VisitCorrected CORRECTED = new VisitCorrected(
            HOUSEHOLD,
            VILLAGE,
            THIRD,
            FIRST,
            call(),
            november(17),
            active(november(17)),
            "bang01",
            at(november(17)),
            november(17));

    public static final Shot SHOT = new Shot(
            PhotoId.of("00000000-0000-4000-8000-0000000000c1"),
            NAMED,
            9,
            "cd".repeat(32),
            4,
            3,
            "like",
            new Position(25.05, 114.2),
            LocalDateTime.of(2025, 11, 18, 9, 31));
    public static final VisitPhotoAdded PHOTO_ADDED =
            new VisitPhotoAdded(HOUSEHOLD, VILLAGE, FIRST, SHOT, at(november(18)), november(18));
    public static final VisitPhotosKept PHOTOS_KEPT = new VisitPhotosKept(
            HOUSEHOLD, VILLAGE, THIRD, FIRST, List.of(new VisitPhotosKept.Kept(SHOT.photo(), NAMED)), november(17));

    private Visits() {}

    public static NextVisit active(LocalDate after) {
        return new NextVisit(after.plusMonths(1), VisitKind.ACTIVE, EDITION);
    }

    public static Instant at(LocalDate on) {
        return on.atTime(9, 30).toInstant(ZoneOffset.UTC);
    }

    public static VisitRecorded recorded(VisitId visit, LocalDate on, LocalDate latestOn) {
        return new VisitRecorded(HOUSEHOLD, VILLAGE, visit, call(), latestOn, active(latestOn), "bang01", at(on), on);
    }

    static Call call() {
        return call(List.of("bang01", "cun01"), List.of(HEAD), november(30));
    }

    static Call call(List<String> visitors, List<MemberId> met, LocalDate nextOn) {
        return new Call(
                VisitMode.ONSITE,
                visitors,
                met,
                new Guarantees(false, false, true, false),
                -50_000,
                Signature.FINGERPRINT,
                nextOn,
                List.of(NAMED),
                new Call.Words("水管漏水", "救助金已到账", "需要临时工作"),
                new Position(25.05, 114.2));
    }
}
