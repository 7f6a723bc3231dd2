package cn.shouwang.monitoring.helper;

import cn.shouwang.monitoring.helper.HelperEvent.VisitPhotosKept.Kept;
import cn.shouwang.monitoring.photo.PhotoId;
import cn.shouwang.platform.rule.RuleBroken;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// When a visit was made, which photos it named and which of them came, by digest of the file.
///
/// A visit that named some takes these and no others, a visit that named none takes any.
record Album(Instant at, LocalDate on, Set<String> named, Map<String, Came> came) {

    static final int MOST = 12;

    record Came(PhotoId photo, String likeness) {}

    Album {
        named = Set.copyOf(named);
        came = Map.copyOf(came);
    }

    static Album empty(Instant at, LocalDate on, List<String> named) {
        return new Album(at, on, Set.copyOf(named), Map.of());
    }

    void mustTake(String digest, String likeness) {
        if (came.containsKey(digest)) {
            throw twice();
        }
        if (!takes(digest)) {
            throw new RuleBroken("helper.photo-not-named", "the visit named other photos");
        }
        if (named.isEmpty()
                && came.values().stream().anyMatch(one -> one.likeness().equals(likeness))) {
            throw twice();
        }
        if (came.size() >= MOST) {
            throw new RuleBroken("helper.photos-enough", "a visit has at most %d photos".formatted(MOST));
        }
    }

    private boolean takes(String digest) {
        return named.isEmpty() || named.contains(digest);
    }

    private static RuleBroken twice() {
        return new RuleBroken("helper.photo-twice", "the visit has this photo");
    }

    Album with(Shot shot) {
        return with(Map.of(shot.digest(), new Came(shot.photo(), shot.likeness())));
    }

    private Album with(Map<String, Came> more) {
        var all = new HashMap<>(came);
        all.putAll(more);
        return new Album(at, on, named, all);
    }

    /// What a visit with these names keeps of the photos that came.
    List<Kept> keptBy(List<String> names) {
        return came.entrySet().stream()
                .filter(one -> names.isEmpty() || names.contains(one.getKey()))
                .map(one -> new Kept(one.getValue().photo(), one.getKey()))
                .sorted(Comparator.comparing(Kept::digest))
                .toList();
    }

    /// With those photos of `other`.
    Album keeping(List<Kept> photos, Album other) {
        var kept = new HashMap<>(other.came);
        kept.keySet().retainAll(photos.stream().map(Kept::digest).toList());
        return with(kept);
    }
}
