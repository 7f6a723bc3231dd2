package cn.shouwang.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;

/// The eight leaves by which implementations of certificate transparency check each other: roots, paths
/// and consistency proofs as published with certificate-transparency and its successors.
class ReferenceTreeTest {

    private static final List<String> LEAVES =
            List.of("", "00", "10", "2021", "3031", "40414243", "5051525354555657", "606162636465666768696a6b6c6d6e6f");

    private static final String EMPTY = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";
    private static final List<String> ROOTS = List.of(
            "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
            "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
            "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
            "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
            "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
            "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
            "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
            "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328");

    private static final String NODE_1 = "96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7";
    private static final String NODE_23 = "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e";
    private static final String NODE_4567 = "6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4";
    private static final String NODE_4 = "bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b";
    private static final String NODE_45 = "0ebc5d3437fbe2db158b9f126a1d118e308181031d0a949f8dededebc558ef6a";
    private static final String NODE_67 = "ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0";

    private final KeptTiles tiles = new KeptTiles();
    private final Proofs proofs = new Proofs(Hashing.SHA256);

    private HashTree tree(int size) {
        var frontier = new Frontier(Hashing.SHA256, tiles::keep);
        LEAVES.stream().limit(size).forEach(leaf -> frontier.add(leaf(leaf)));
        frontier.parts(tiles::keep);
        assertThat(frontier.root()).hasToString(size == 0 ? EMPTY : ROOTS.get(size - 1));
        return new HashTree(Hashing.SHA256, tiles, size);
    }

    private static Hash leaf(String hex) {
        return Hashing.SHA256.hasher().leaf(HexFormat.of().parseHex(hex));
    }

    private static Hash hash(String hex) {
        return Hash.of(HexFormat.of().parseHex(hex));
    }

    private static List<Hash> path(String... hex) {
        return List.of(hex).stream().map(ReferenceTreeTest::hash).toList();
    }

    @Test
    void every_root_is_the_published_one() {
        assertThat(tree(0).root()).hasToString(EMPTY);
        for (var size = 1; size <= LEAVES.size(); size++) {
            assertThat(tree(size).root()).hasToString(ROOTS.get(size - 1));
        }
    }

    @Test
    void every_path_is_the_published_one() {
        assertThat(tree(1).inclusion(0)).isEmpty();
        assertThat(tree(8).inclusion(0)).isEqualTo(path(NODE_1, NODE_23, NODE_4567));
        assertThat(tree(8).inclusion(5)).isEqualTo(path(NODE_4, NODE_67, ROOTS.get(3)));
        assertThat(tree(3).inclusion(2)).isEqualTo(path(ROOTS.get(1)));
        assertThat(tree(5).inclusion(1)).isEqualTo(path(ROOTS.get(0), NODE_23, NODE_4));
    }

    @Test
    void every_proof_of_growth_is_the_published_one() {
        assertThat(tree(1).consistency(1)).isEmpty();
        assertThat(tree(8).consistency(1)).isEqualTo(path(NODE_1, NODE_23, NODE_4567));
        assertThat(tree(8).consistency(6)).isEqualTo(path(NODE_45, NODE_67, ROOTS.get(3)));
        assertThat(tree(5).consistency(2)).isEqualTo(path(NODE_23, NODE_4));
    }

    @Test
    void the_published_proofs_hold_and_no_others() {
        var root = hash(ROOTS.get(7));
        var path = path(NODE_4, NODE_67, ROOTS.get(3));
        assertThat(proofs.includes(leaf("40414243"), 5, 8, path, root)).isTrue();
        assertThat(proofs.includes(leaf("40414243"), 4, 8, path, root)).isFalse();
        assertThat(proofs.includes(leaf("40414243"), 5, 9, path, root)).isFalse();
        assertThat(proofs.includes(leaf("40414243"), 5, 8, path.subList(0, 2), root))
                .isFalse();
        assertThat(proofs.includes(leaf("40414243"), 5, 8, path, hash(ROOTS.get(6))))
                .isFalse();
        assertThat(proofs.includes(leaf("40414244"), 5, 8, path, root)).isFalse();
        var growth = path(NODE_45, NODE_67, ROOTS.get(3));
        assertThat(proofs.isGrown(6, hash(ROOTS.get(5)), 8, root, growth)).isTrue();
        assertThat(proofs.isGrown(5, hash(ROOTS.get(5)), 8, root, growth)).isFalse();
        assertThat(proofs.isGrown(6, hash(ROOTS.get(4)), 8, root, growth)).isFalse();
        assertThat(proofs.isGrown(6, hash(ROOTS.get(5)), 9, root, growth)).isFalse();
    }

    /// Appendix A of GB/T 32905-2016.
    @Test
    void sm3_is_the_standards() {
        var digest = new org.bouncycastle.crypto.digests.SM3Digest();
        digest.update(new byte[] {'a', 'b', 'c'}, 0, 3);
        var hash = new byte[Hash.BYTES];
        digest.doFinal(hash, 0);
        assertThat(hash(HexFormat.of().formatHex(hash)))
                .hasToString("66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0");
        assertThat(Hashing.SM3.hasher().empty())
                .hasToString("1ab21d8355cfa17f8e61194831e81a8f22bec8c728fefb747ed035eb5082aa2b");
    }
}
