package cn.shouwang.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class HashTreeTest {

    private static final int SMALL = 70;
    private static final long[] EDGES = {255, 256, 257, 511, 512, 513, 65_535, 65_536, 65_537, 65_793, 131_072};

    /// The definition of RFC 9162, 2.1.1, word by word.
    private static Hash defined(Hashing hashing, long from, long to) {
        var hasher = hashing.hasher();
        if (to == from) {
            return hasher.empty();
        }
        if (to - from == 1) {
            return KeptTiles.leaf(hashing, from);
        }
        var left = 1L;
        while (left * 2 < to - from) {
            left *= 2;
        }
        return hasher.node(defined(hashing, from, from + left), defined(hashing, from + left, to));
    }

    @ParameterizedTest
    @EnumSource(Hashing.class)
    void a_root_is_as_defined_at_every_small_size(Hashing hashing) {
        for (var size = 0L; size <= 600; size++) {
            assertThat(new HashTree(hashing, KeptTiles.of(hashing, size), size).root())
                    .isEqualTo(defined(hashing, 0, size));
        }
    }

    @Test
    void a_root_is_as_defined_around_full_tiles() {
        for (var size : EDGES) {
            var tiles = KeptTiles.of(Hashing.SHA256, size);
            var root = defined(Hashing.SHA256, 0, size);
            assertThat(new HashTree(Hashing.SHA256, tiles, size).root()).isEqualTo(root);
            assertThat(Frontier.of(Hashing.SHA256, tiles, size, (_, _, _) -> {}).root())
                    .isEqualTo(root);
        }
    }

    @ParameterizedTest
    @EnumSource(Hashing.class)
    void every_leaf_of_every_small_tree_is_proven_and_no_other(Hashing hashing) {
        var tiles = KeptTiles.of(hashing, SMALL);
        var proofs = new Proofs(hashing);
        for (var size = 1L; size <= SMALL; size++) {
            var tree = new HashTree(hashing, tiles, size);
            for (var index = 0L; index < size; index++) {
                var path = tree.inclusion(index);
                var leaf = KeptTiles.leaf(hashing, index);
                assertThat(proofs.includes(leaf, index, size, path, tree.root()))
                        .isTrue();
                assertThat(tree.leaf(index)).isEqualTo(leaf);
                assertThat(proofs.includes(KeptTiles.leaf(hashing, index + 1), index, size, path, tree.root()))
                        .isFalse();
                for (var wrong : wrong(path, hashing)) {
                    assertThat(proofs.includes(leaf, index, size, wrong, tree.root()))
                            .isFalse();
                }
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Hashing.class)
    void every_growth_of_every_small_tree_is_proven_and_no_other(Hashing hashing) {
        var tiles = KeptTiles.of(hashing, SMALL);
        var proofs = new Proofs(hashing);
        var roots = LongStream.rangeClosed(0, SMALL)
                .mapToObj(size -> new HashTree(hashing, tiles, size).root())
                .toList();
        var other = KeptTiles.leaf(hashing, -1);
        for (var size = 1; size <= SMALL; size++) {
            for (var old = 0; old <= size; old++) {
                var path = new HashTree(hashing, tiles, size).consistency(old);
                assertThat(proofs.isGrown(old, roots.get(old), size, roots.get(size), path))
                        .isTrue();
                assertThat(proofs.isGrown(old, other, size, roots.get(size), path))
                        .isFalse();
                assertThat(proofs.isGrown(old, roots.get(old), size, other, path))
                        .isEqualTo(old == 0);
                for (var wrong : wrong(path, hashing)) {
                    assertThat(proofs.isGrown(old, roots.get(old), size, roots.get(size), wrong))
                            .isFalse();
                }
            }
        }
    }

    /// The path with a hash changed, dropped, doubled or added, at each place.
    private static List<List<Hash>> wrong(List<Hash> path, Hashing hashing) {
        var other = KeptTiles.leaf(hashing, 4711);
        var wrong = new ArrayList<List<Hash>>();
        for (var place = 0; place < path.size(); place++) {
            var changed = new ArrayList<>(path);
            changed.set(place, other);
            wrong.add(changed);
            var shorter = new ArrayList<>(path);
            shorter.remove(place);
            wrong.add(shorter);
        }
        for (var place = 0; place <= path.size(); place++) {
            var longer = new ArrayList<>(path);
            longer.add(place, other);
            wrong.add(longer);
        }
        return wrong;
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 1, 255, 256, 300, 65_536, 66_000})
    void a_tree_goes_on_growing_from_its_tiles(long size) {
        var kept = KeptTiles.of(Hashing.SHA256, size);
        var frontier = Frontier.of(Hashing.SHA256, kept, size, kept::keep);
        for (var leaf = size; leaf < size + 300; leaf++) {
            frontier.add(KeptTiles.leaf(Hashing.SHA256, leaf));
        }
        frontier.parts(kept::keep);
        assertThat(frontier.size()).isEqualTo(size + 300);
        assertThat(frontier.root()).isEqualTo(defined(Hashing.SHA256, 0, size + 300));
        assertThat(new HashTree(Hashing.SHA256, kept, size + 300).root()).isEqualTo(frontier.root());
        assertThat(new HashTree(Hashing.SHA256, kept, size).root()).isEqualTo(defined(Hashing.SHA256, 0, size));
    }

    @Test
    void a_missing_tile_is_named_by_its_first_leaf() {
        var tree = new HashTree(Hashing.SHA256, new KeptTiles(), 1000);
        assertThatThrownBy(() -> tree.leaf(700))
                .isInstanceOfSatisfying(Tiles.Missing.class, missing -> assertThat(missing.firstLeaf())
                        .isEqualTo(512));
    }

    @Test
    void tiles_that_do_not_add_up_are_told_by_the_first_leaf_below() {
        var size = 66_000L;
        var kept = KeptTiles.of(Hashing.SHA256, size);
        var tree = new HashTree(Hashing.SHA256, kept, size);
        assertThat(tree.contradiction()).isEqualTo(size);
        kept.read(2, 0, 1)[0] ^= 1;
        assertThat(tree.contradiction()).isZero();
        kept.read(2, 0, 1)[0] ^= 1;
        kept.read(1, 0, 256)[7 * Hash.BYTES] ^= 1; // belies the tile below it and the hash above
        assertThat(tree.contradiction()).isZero();
        kept.read(1, 0, 256)[7 * Hash.BYTES] ^= 1;
        kept.read(0, 9, 256)[255 * Hash.BYTES] ^= 1;
        assertThat(tree.contradiction()).isEqualTo(9 * 256);
    }

    @Test
    void what_a_tree_never_had_is_not_proven() {
        var tree = new HashTree(Hashing.SHA256, KeptTiles.of(Hashing.SHA256, 5), 5);
        assertThatThrownBy(() -> tree.inclusion(5)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> tree.inclusion(-1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> tree.consistency(6)).isInstanceOf(IllegalArgumentException.class);
    }

    /// The examples of c2sp.org/tlog-tiles.
    @Test
    void tiles_lie_where_others_look_for_them() {
        assertThat(Tiles.path(0, 1_234_067, 256)).isEqualTo("tile/0/x001/x234/067");
        assertThat(Tiles.path(0, 273, 112)).isEqualTo("tile/0/273.p/112");
        assertThat(Tiles.path(1, 1, 17)).isEqualTo("tile/1/001.p/17");
        assertThat(Tiles.path(2, 0, 1)).isEqualTo("tile/2/000.p/1");
    }
}
