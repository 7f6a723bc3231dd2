package cn.shouwang.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EventProofTest {

    private static final Instant NOW = Instant.parse("2026-05-04T01:02:03.040Z");
    private static final String LINE = """
            {"at":"2026-05-04T01:02:03.040Z","commit":6,"id":"e7","meta":"{\\"actor\\":\\"clerk\\"}",\
            "name":"pear.watered","payload":"{\\"pear\\":\\"p1\\",\\"note\\":\\"梨\\\\n\\"}","position":7,"revision":"1",\
            "sequence":3,"stream":"p1","type":"Pear"}""";

    private final NoteSigner signer = NoteSigner.fresh("shouwang/440233/pear", NoteKey.Kind.LOG);
    private final NoteSigner witness = NoteSigner.fresh("prefecture/shaoguan", NoteKey.Kind.WITNESS);

    private static LoggedEvent event(long position) {
        return new LoggedEvent(
                position,
                6,
                null,
                null,
                "p1",
                "Pear",
                3,
                "e" + position,
                "pear.watered",
                "1",
                NOW,
                "{\"pear\":\"p1\",\"note\":\"梨\\n\"}",
                "{\"actor\":\"clerk\"}");
    }

    private static KeptTiles tiles(int size) {
        var tiles = new KeptTiles();
        var frontier = new Frontier(Hashing.SHA256, tiles::keep);
        var line = new LeafLine();
        for (var position = 0; position < size; position++) {
            frontier.add(line.hash(event(position), Hashing.SHA256.hasher()));
        }
        frontier.parts(tiles::keep);
        return tiles;
    }

    private SignedNote checkpoint(HashTree tree) {
        return signer.sign(
                Checkpoint.of(signer.key().name(), tree.size(), tree.root()).text(), NOW);
    }

    private EventProof proof() {
        var tree = new HashTree(Hashing.SHA256, tiles(300), 300);
        return EventProof.of(LINE, 7, tree, checkpoint(tree));
    }

    @Test
    void an_event_has_one_line() {
        assertThat(new String(new LeafLine().of(event(7)), StandardCharsets.UTF_8))
                .isEqualTo(LINE);
        assertThat(LoggedEvent.parse(LINE.getBytes(StandardCharsets.UTF_8))).isEqualTo(event(7));
    }

    @Test
    void everything_of_an_event_is_in_its_line() {
        var whole = new LoggedEvent(
                1L << 52, 9, "key", "print", "s", "t", 2, "i", "n", "1", NOW, "\b\t\n\f\r\u0001\u001f\"\\/é𠀀", "");
        var line = new LeafLine().of(whole);
        assertThat(LoggedEvent.parse(line)).isEqualTo(whole);
        assertThat(new String(line, StandardCharsets.UTF_8))
                .contains("\"key\":\"key\"", "\"print\":\"print\"", "\\b\\t\\n\\f\\r\\u0001\\u001f\\\"\\\\/é𠀀");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{}", "[]", "{\"at\":1}", "null", "\u0000", "{\"a\":\"b\"} x"})
    void what_is_no_line_is_refused(String line) {
        assertThatThrownBy(() -> LoggedEvent.parse(line.getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(Malformed.class);
    }

    @Test
    void another_spelling_of_a_line_is_refused() {
        for (var other : List.of(
                LINE.replace(":7,", ": 7,"),
                LINE.replace("梨", "\\u68a8"),
                LINE + " ",
                LINE.replace("\"id\":\"e7\"", "\"id\":\"e7\",\"id\":\"e7\""),
                LINE.replace("{\"at\"", "{\"more\":\"x\",\"at\""),
                LINE.replace(".040Z", ".04Z"))) {
            assertThatThrownBy(() -> LoggedEvent.parse(other.getBytes(StandardCharsets.UTF_8)))
                    .isInstanceOf(Malformed.class);
        }
    }

    @Test
    void a_proof_is_checked_with_the_public_key_alone() {
        var carried = EventProof.parse(proof().toString().getBytes(StandardCharsets.UTF_8));
        assertThat(carried.check(List.of(signer.key()))).isEqualTo(event(7));
        assertThat(carried).hasToString(proof().toString());
    }

    @Test
    void a_proof_of_something_else_is_refused() {
        var text = proof().toString();
        for (var other : List.of(
                new EventProof(LINE, 8, proof().path(), proof().checkpoint()),
                new EventProof(LINE.replace("watered", "planted"), 7, proof().path(), proof().checkpoint()),
                new EventProof(LINE, 7, proof().path().reversed(), proof().checkpoint()))) {
            assertThatThrownBy(() -> other.check(List.of(signer.key()))).isInstanceOf(Malformed.class);
        }
        var stranger = NoteSigner.fresh("shouwang/440233/pear", NoteKey.Kind.LOG);
        assertThatThrownBy(() -> proof().check(List.of(stranger.key(), witness.key())))
                .isInstanceOf(Malformed.class);
        for (var broken : List.of(
                text.replace("\nindex 7", "\nindex 07"),
                text.replace("@v1", "@v2"),
                text.substring(0, text.indexOf("\n\n")),
                text.replaceFirst("\n\n", "\n"))) {
            assertThatThrownBy(() -> EventProof.parse(broken.getBytes(StandardCharsets.UTF_8))
                            .check(List.of(signer.key())))
                    .isInstanceOf(Malformed.class);
        }
    }

    @Test
    void an_event_that_claims_another_place_than_its_leaf_has_is_refused() {
        var tiles = new KeptTiles();
        var frontier = new Frontier(Hashing.SHA256, tiles::keep);
        for (var leaf = 0; leaf < 3; leaf++) {
            frontier.add(new LeafLine().hash(event(7), Hashing.SHA256.hasher()));
        }
        frontier.parts(tiles::keep);
        var tree = new HashTree(Hashing.SHA256, tiles, 3);
        var proof = EventProof.of(LINE, 1, tree, checkpoint(tree));
        assertThatThrownBy(() -> proof.check(List.of(signer.key()))).isInstanceOf(Malformed.class);
    }

    @Test
    void a_proof_in_a_tree_of_one_has_no_path() {
        var tree = new HashTree(Hashing.SHA256, tiles(1), 1);
        var line = new String(new LeafLine().of(event(0)), StandardCharsets.UTF_8);
        var proof = EventProof.of(line, 0, tree, checkpoint(tree));
        assertThat(EventProof.parse(proof.toString().getBytes(StandardCharsets.UTF_8))
                        .check(List.of(signer.key())))
                .isEqualTo(event(0));
    }

    @Test
    void a_witness_signs_what_only_grew() {
        var watching = new Witness(witness, signer.key());
        var tiles = tiles(300);
        var first = new HashTree(Hashing.SHA256, tiles, 100);
        var one = watching.sign(carried(Growth.of(0, first, checkpoint(first))), Optional.empty(), NOW);
        assertThat(one.refusal()).isNull();
        var seen = Optional.of(Checkpoint.parse(checkpoint(first).text()));
        var second = new HashTree(Hashing.SHA256, tiles, 300);
        var two = watching.sign(carried(Growth.of(100, second, checkpoint(second))), seen, NOW);
        assertThat(two.signed()).isNotNull();
        assertThat(witness.key().signed(java.util.Objects.requireNonNull(two.signed())))
                .contains(Instant.parse("2026-05-04T01:02:03Z"));
    }

    private static Growth carried(Growth growth) {
        return Growth.parse(growth.toString().getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void a_witness_refuses_each_for_its_reason() {
        var watching = new Witness(witness, signer.key());
        var tiles = tiles(300);
        var tree = new HashTree(Hashing.SHA256, tiles, 200);
        var later = new HashTree(Hashing.SHA256, tiles, 300);
        var seen = Optional.of(Checkpoint.of(signer.key().name(), 200, tree.root()));
        var other = Optional.of(Checkpoint.of(signer.key().name(), 200, later.root()));
        var growth = Growth.of(200, later, checkpoint(later));
        assertThat(watching.sign(growth, other, NOW).refusal()).isEqualTo(Witness.Refusal.NOT_GROWN);
        assertThat(watching.sign(Growth.of(100, later, checkpoint(later)), seen, NOW)
                        .refusal())
                .isEqualTo(Witness.Refusal.OTHER_SIZE);
        var small = new HashTree(Hashing.SHA256, tiles, 100);
        assertThat(watching.sign(Growth.of(0, small, checkpoint(small)), seen, NOW)
                        .refusal())
                .isEqualTo(Witness.Refusal.SMALLER);
        var stranger = NoteSigner.fresh(signer.key().name(), NoteKey.Kind.LOG);
        assertThat(new Witness(witness, stranger.key()).sign(growth, seen, NOW).refusal())
                .isEqualTo(Witness.Refusal.NOT_THE_LOG);
    }
}
