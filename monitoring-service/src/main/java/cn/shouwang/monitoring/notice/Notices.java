package cn.shouwang.monitoring.notice;

import cn.shouwang.monitoring.household.HouseholdId;
import cn.shouwang.monitoring.notice.NoticeEvent.NoticeHung;
import cn.shouwang.monitoring.notice.NoticeEvent.NoticeObjectionResolved;
import cn.shouwang.monitoring.notice.NoticeEvent.NoticeTakenDown;
import java.time.LocalDate;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Notices as other concepts' decisions may read them: straight from a household's stream.
public final class Notices {

    /// A household's latest notice. `takenDownOn` is absent while it hangs or was never properly ended;
    /// `upheld` when an objection to it was right.
    public record Entry(
            int attempt,
            int number,
            LocalDate hungOn,
            LocalDate until,
            @Nullable LocalDate takenDownOn,
            boolean upheld) {}

    private final Function<HouseholdId, Stream<NoticeEvent>> streams;

    public Notices(Function<HouseholdId, Stream<NoticeEvent>> streams) {
        this.streams = streams;
    }

    /// Empty when none ever hung.
    public Optional<Entry> latest(HouseholdId household) {
        var latest = new Entry[1];
        streams.apply(household).forEach(event -> latest[0] = after(latest[0], event));
        return Optional.ofNullable(latest[0]);
    }

    private static @Nullable Entry after(@Nullable Entry before, NoticeEvent event) {
        if (event instanceof NoticeHung hung) {
            return new Entry(hung.attempt(), hung.number(), hung.on(), hung.until(), null, false);
        }
        if (before == null) {
            return null;
        }
        return switch (event) {
            case NoticeTakenDown down -> with(before, down.on(), before.upheld());
            case NoticeObjectionResolved resolved when resolved.upheld() -> with(before, before.takenDownOn(), true);
            default -> before;
        };
    }

    private static Entry with(Entry entry, @Nullable LocalDate takenDownOn, boolean upheld) {
        return new Entry(entry.attempt(), entry.number(), entry.hungOn(), entry.until(), takenDownOn, upheld);
    }
}
