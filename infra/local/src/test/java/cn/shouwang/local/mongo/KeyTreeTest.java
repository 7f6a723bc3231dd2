package cn.shouwang.local.mongo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.NavigableSet;
import java.util.Random;
import java.util.TreeSet;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class KeyTreeTest {

    private static final KeyRange ALL = KeyRange.startingWith(new byte[0]);

    private static List<byte[]> visit(KeyTree tree, KeyRange range, boolean reverse, int chunk) {
        var visited = new ArrayList<byte[]>();
        byte[] after = tree.visit(range, reverse, null, chunk, visited::add);
        while (after != null) {
            after = tree.visit(range, reverse, after, chunk, visited::add);
        }
        return visited;
    }

    private static byte[] randomKey(Random random) {
        byte[] key = new byte[1 + random.nextInt(3)];
        for (int i = 0; i < key.length; i++) {
            key[i] = (byte) (random.nextInt(40) - 20);
        }
        if (key[0] == -1) {
            key[0] = 1; // no key begins with FF
        }
        return key;
    }

    @Test
    void it_is_a_sorted_set_through_any_adding_and_removing() {
        var random = new Random(1);
        var tree = new KeyTree();
        var oracle = new TreeSet<byte[]>(Arrays::compareUnsigned);
        for (int round = 0; round < 60_000; round++) {
            byte[] key = randomKey(random);
            boolean grows = round / 10_000 % 2 == 0;
            if (random.nextInt(10) < (grows ? 8 : 2)) {
                tree.add(key);
                oracle.add(key);
            } else {
                tree.remove(key);
                oracle.remove(key);
            }
            if (round % 2_000 == 0) {
                compare(tree, oracle, random);
            }
        }
        for (byte[] key : List.copyOf(oracle)) {
            tree.remove(key);
        }
        assertThat(tree.size()).isZero();
        assertThat(visit(tree, ALL, false, 10)).isEmpty();
        assertThat(visit(tree, ALL, true, 10)).isEmpty();
    }

    private static void compare(KeyTree tree, NavigableSet<byte[]> oracle, Random random) {
        assertThat(tree.size()).isEqualTo(oracle.size());
        int chunk = 1 + random.nextInt(100);
        assertThat(visit(tree, ALL, false, chunk).toArray()).isEqualTo(oracle.toArray());
        assertThat(visit(tree, ALL, true, chunk).toArray())
                .isEqualTo(oracle.descendingSet().toArray());
        byte[] one = randomKey(random);
        byte[] other = randomKey(random);
        boolean ordered = Arrays.compareUnsigned(one, other) <= 0;
        var range = new KeyRange(ordered ? one : other, ordered ? other : one);
        var expected = oracle.subSet(range.from(), true, range.to(), false);
        assertThat(visit(tree, range, false, chunk).toArray()).isEqualTo(expected.toArray());
        assertThat(visit(tree, range, true, chunk).toArray())
                .isEqualTo(expected.descendingSet().toArray());
        assertThat(tree.ceiling(range.from(), range.to())).isEqualTo(expected.isEmpty() ? null : expected.getFirst());
    }

    @Test
    void ascending_keys_fill_their_leaves() {
        var tree = new KeyTree();
        for (int i = 0; i < 100_000; i++) {
            tree.add(new byte[] {1, (byte) (i >>> 16), (byte) (i >>> 8), (byte) i});
        }
        assertThat(tree.heapBytes()).isLessThan(100_000 * 12L);
    }

    @Test
    void how_many_keys_lie_in_a_range_is_known_about() {
        var tree = new KeyTree();
        assertThat(tree.about(ALL)).isZero();
        for (int i = 0; i < 30; i++) {
            tree.add(number(i));
        }
        assertThat(tree.about(ALL)).isEqualTo(30);
        assertThat(tree.about(new KeyRange(number(5), number(9)))).isEqualTo(4);
        assertThat(tree.about(new KeyRange(number(9), number(5)))).isZero();
        for (int i = 30; i < 50_000; i++) {
            tree.add(number(i));
        }
        assertThat(tree.about(ALL)).isBetween(49_000L, 50_000L);
        assertThat(tree.about(new KeyRange(number(10_000), number(20_000)))).isBetween(9_500L, 10_500L);
        assertThat(tree.about(new KeyRange(number(20_000), number(10_000)))).isZero();
    }

    private static byte[] number(int value) {
        return new byte[] {1, (byte) (value >>> 16), (byte) (value >>> 8), (byte) value};
    }
}
