package cn.shouwang.evidence.verify;

import cn.shouwang.evidence.Frontier;
import cn.shouwang.evidence.Hash;
import cn.shouwang.evidence.Hashing;
import cn.shouwang.evidence.Tiles;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Another account of the same log: the leaves that tiles remember, and the tree over them.
///
/// Where it remembers nothing it takes the log's word. `differing` are the places where it differs from
/// the log since both were last found to be one, the first some thousands of them with the events that
/// stand there.
final class Reference {

    private static final int MOST = 4096;
    private static final long MOST_TEXT = 32L << 20; // characters of events that are kept for the diagnosis

    private final Hashing hashing;
    private final TileStore tiles;
    private final Frontier.Sink sink;
    private final List<Suspect> differing = new ArrayList<>();
    private Frontier tree;
    private long text;
    private long count;
    private long absent = -1;
    private long loaded = -1;
    private byte[] tile = new byte[0];

    Reference(Hashing hashing, TileStore tiles, Frontier.Sink sink) {
        this.hashing = hashing;
        this.tiles = tiles;
        this.sink = sink;
        this.tree = new Frontier(hashing, sink);
    }

    /// The hash of a leaf, if it is remembered.
    @Nullable
    Hash at(long position) {
        var index = position / Tiles.WIDTH;
        if (index != loaded) {
            tile = tiles.tile(0, index).orElseGet(() -> new byte[0]);
            loaded = index;
        }
        var place = (int) (position % Tiles.WIDTH);
        return tile.length < (place + 1) * Hash.BYTES ? null : Hash.at(tile, place);
    }

    /// Adds the next place, whose leaf in the log is `leaf`.
    void add(long position, Hash leaf, @Nullable Entry entry) {
        var other = at(position);
        if (other == null) {
            absent = absent < 0 ? position : absent;
        } else if (!other.equals(leaf)) {
            differ(position, entry, other);
        }
        tree.add(other == null ? leaf : other);
    }

    private void differ(long position, @Nullable Entry entry, Hash other) {
        count++;
        if (differing.size() < MOST) {
            text += entry == null || entry.event() == null
                    ? 0
                    : entry.event().payload().length() + entry.event().meta().length();
            differing.add(new Suspect(position, text > MOST_TEXT ? null : entry, other));
        }
    }

    Hash root() {
        return tree.root();
    }

    List<Suspect> differing() {
        return List.copyOf(differing);
    }

    /// How many places differ, also those not kept.
    long count() {
        return count;
    }

    /// The first place since the last agreement of which nothing is remembered, or -1.
    long absent() {
        return absent;
    }

    /// A copy of the tree, for the log to go on from.
    Frontier tree(Frontier.Sink sink) {
        return tree.copy(hashing, sink);
    }

    /// What differed until here is settled; `truth` is the tree to go on from when this one was wrong.
    void settle(@Nullable Frontier truth) {
        if (truth != null) {
            tree = truth.copy(hashing, sink);
        }
        differing.clear();
        text = 0;
        count = 0;
        absent = -1;
    }
}
