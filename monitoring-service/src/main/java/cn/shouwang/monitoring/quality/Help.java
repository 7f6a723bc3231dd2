package cn.shouwang.monitoring.quality;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// What was done for a monitored household in its latest case: the measures that began, and how its
/// risk was removed, if it was. No measures means that it is known that there are none.
public record Help(List<Aid> aids, @Nullable Removal removal) {

    public Help {
        aids = List.copyOf(aids);
    }

    /// One measure and the day it began.
    public record Aid(AidKind kind, LocalDate on) {}

    /// As far as the rules tell measures apart.
    public enum AidKind {
        /// 产业, 就业, 金融, 公益性岗位: a developmental family with a real sub-item
        DEVELOPMENTAL,
        /// 综合保障
        SECURITY,
        /// only “other” or “training” is filled in, of whatever family
        OTHER_OR_TRAINING,
        /// any other family
        ELSE
    }

    /// The end of the risk: by assistance (帮扶消除) or by itself (自然消除), the income per head it was
    /// judged by, and the line of that year.
    public record Removal(boolean byAssistance, LocalDate on, long incomePerHeadFen, long lineFen) {}

    Set<AidKind> kinds() {
        return aids.stream().map(Aid::kind).collect(Collectors.toUnmodifiableSet());
    }

    /// How many facts this is.
    long told() {
        return aids.size() + (removal == null ? 0L : 1L);
    }
}
