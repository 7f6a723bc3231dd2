package cn.shouwang.evidence.verify;

import java.util.TreeMap;

/// Places that were left out, and how many of them came later after all.
final class Gaps {

    private static final class Gap {
        private final long to;
        private long late;

        Gap(long to) {
            this.to = to;
        }
    }

    private final TreeMap<Long, Gap> gaps = new TreeMap<>();

    void open(long from, long to) {
        gaps.put(from, new Gap(to));
    }

    /// Whether a place that comes now was left out before; counts it.
    boolean isLate(long position) {
        var gap = gaps.floorEntry(position);
        if (gap == null || position >= gap.getValue().to) {
            return false;
        }
        gap.getValue().late++;
        return true;
    }

    /// How many places of the gap that begins there came later.
    long late(long from) {
        var gap = gaps.get(from);
        return gap == null ? 0 : gap.late;
    }
}
