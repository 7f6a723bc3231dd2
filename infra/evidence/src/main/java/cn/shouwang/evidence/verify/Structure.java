package cn.shouwang.evidence.verify;

import cn.shouwang.evidence.LoggedEvent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// The rules a log keeps whoever writes it: commits in one piece, times that never run back, sequences of a
/// stream without a gap, every event once.
final class Structure {

    /// A rule broken at a place.
    record Broken(long position, Said what) {}

    private static final int MOST = 200;

    private final PrintMap sequences = new PrintMap();
    private final PrintMap ids = new PrintMap();
    private final List<Broken> broken = new ArrayList<>();
    private @Nullable LoggedEvent before;
    private Instant latest = Instant.MIN;

    List<Broken> broken() {
        return List.copyOf(broken);
    }

    /// The next place of the log; `event` is null when nothing readable stands there.
    void next(@Nullable LoggedEvent event) {
        if (event != null) {
            commit(event);
            order(event);
            if (event.at().isAfter(latest)) {
                latest = event.at();
            }
        }
        before = event;
    }

    private void commit(LoggedEvent event) {
        var first = event.commit() == event.position();
        if (first && (event.key() == null) != (event.print() == null)) {
            tell(event, "提交的键与指纹只有其一", "only one of key and print of its commit is there");
        }
        var goesOn = before == null ? event.position() > 0 : goesOn(before, event);
        if (event.commit() > event.position() || (!first && !goesOn)) {
            tell(event, "提交的边界不对", "the borders of its commit are wrong");
        }
    }

    private static boolean goesOn(LoggedEvent before, LoggedEvent event) {
        return event.commit() == before.commit()
                && event.key() == null
                && event.print() == null
                && event.stream().equals(before.stream())
                && Objects.equals(event.type(), before.type())
                && event.sequence() == before.sequence() + 1;
    }

    private void order(LoggedEvent event) {
        if (event.at().isBefore(latest)) {
            tell(event, "记录时间早于前一事件", "its time of recording lies before that of the event before it");
        }
        var expected = Math.max(0, sequences.put(event.stream(), event.sequence() + 1));
        if (event.sequence() != expected) {
            tell(
                    event,
                    "本流序号应为 " + expected + "，实为 " + event.sequence(),
                    "its place in its stream is " + event.sequence() + " where " + expected + " is due");
        }
        var same = ids.put(event.id(), event.position());
        if (same >= 0) {
            tell(event, "与位置 " + same + " 的事件编号相同", "it has the id of the event at position " + same);
        }
    }

    private void tell(LoggedEvent event, String zh, String en) {
        if (broken.size() < MOST) {
            broken.add(new Broken(event.position(), new Said(zh, en)));
        }
    }
}
