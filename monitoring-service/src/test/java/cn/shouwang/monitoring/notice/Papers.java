package cn.shouwang.monitoring.notice;

import static cn.shouwang.monitoring.identification.Case.HOUSEHOLD;
import static cn.shouwang.monitoring.identification.Case.VILLAGE;
import static cn.shouwang.monitoring.removal.Way.may;

import cn.shouwang.monitoring.identification.Objector;
import cn.shouwang.monitoring.notice.NoticeEvent.NoticeHung;
import cn.shouwang.monitoring.notice.NoticeEvent.NoticeObjected;
import cn.shouwang.monitoring.notice.NoticeEvent.NoticeObjectionResolved;
import cn.shouwang.monitoring.notice.NoticeEvent.NoticeTakenDown;
import cn.shouwang.monitoring.notice.NoticeEvent.RemovalAnnounced;
import java.time.LocalDate;

/// What hangs about the removal of [cn.shouwang.monitoring.removal.Way]: from 15 to 20 May 2026.
public final class Papers {

    public static final String TEXT = "拟对林某某户作风险消除，公示期5天。";
    public static final NoticeHung HUNG = hung(1, may(15));
    public static final NoticeObjected OBJECTED =
            new NoticeObjected(HOUSEHOLD, VILLAGE, 1, 1, 1, 1, Objector.VILLAGER, "该户仍有困难", may(16));
    public static final NoticeObjectionResolved UPHELD =
            new NoticeObjectionResolved(HOUSEHOLD, VILLAGE, 1, 1, 1, 1, true, "经查属实", may(18));
    public static final NoticeObjectionResolved DISMISSED =
            new NoticeObjectionResolved(HOUSEHOLD, VILLAGE, 1, 1, 1, 1, false, "经查不属实", may(18));
    public static final NoticeTakenDown DOWN = new NoticeTakenDown(HOUSEHOLD, VILLAGE, 1, 1, 1, may(20));
    public static final RemovalAnnounced ANNOUNCED =
            new RemovalAnnounced(HOUSEHOLD, VILLAGE, 1, 1, 1, "村务公开栏", may(26));

    private Papers() {}

    public static NoticeHung hung(int number, LocalDate on) {
        return new NoticeHung(HOUSEHOLD, VILLAGE, 1, 1, number, "村务公开栏", TEXT, on.plusDays(5), on);
    }
}
