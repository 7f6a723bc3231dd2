package cn.shouwang.platform.evidence;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gte;
import static org.assertj.core.api.Assertions.assertThat;

import cn.shouwang.evidence.Checkpoint;
import cn.shouwang.evidence.Hash;
import cn.shouwang.evidence.Hashing;
import cn.shouwang.evidence.NoteKey;
import cn.shouwang.evidence.NoteSigner;
import cn.shouwang.evidence.SignedNote;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Updates;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.bson.Document;
import org.bson.types.Binary;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// Whatever is done to the database behind the service's back: it is noticed, and nothing is signed any more.
class DamageTest {

    private static final long SIZE = 750; // two full tiles and a part
    private static final long OLD = 300; // an event in the second tile
    private static final long NEW = 700; // one in the last tile

    @TempDir
    private Path folder;

    private Sealing log;

    @BeforeEach
    void open() {
        log = new Sealing(folder.resolve("key"));
        log.commits((int) SIZE / 3);
        log.sealer().seal();
    }

    @AfterEach
    void close() {
        log.close();
    }

    private static Arguments damage(String what, Damage found, long position, Consumer<DamageTest> harm) {
        return Arguments.of(what, found, position, harm);
    }

    static Stream<Arguments> damages() {
        return Stream.of(
                damage("a new event is edited", Damage.EVENT_CHANGED, NEW, test -> test.edit(NEW)),
                damage("an old event is edited", Damage.EVENT_CHANGED, OLD, test -> test.edit(OLD)),
                damage(
                        "when an event was recorded is edited",
                        Damage.EVENT_CHANGED,
                        OLD,
                        test -> test.set(OLD, "at", Instant.EPOCH)),
                damage(
                        "an event is made unreadable",
                        Damage.EVENT_UNREADABLE,
                        OLD,
                        test -> test.set(OLD, "payload", 7)),
                damage("an old commit is removed", Damage.LOG_GAP, OLD, test -> test.remove(OLD)),
                damage("an event is taken out of its commit", Damage.LOG_GAP, OLD + 2, test -> test.shorten(OLD)),
                damage("two commits are swapped", Damage.EVENT_CHANGED, NEW - 100, test -> test.swap(OLD, NEW - 100)),
                damage("the log is cut off", Damage.LOG_TRUNCATED, NEW - 1, test -> test.documents("log")
                        .deleteMany(gte("_id", NEW - 1))),
                damage("the log is emptied", Damage.LOG_TRUNCATED, 0, test -> test.documents("log")
                        .drop()),
                damage("a hash is changed", Damage.TILES_CHANGED, OLD, test -> test.bend("0/1", (int) OLD - 256)),
                damage("a hash above is changed", Damage.TILES_CHANGED, 256, test -> test.bend("1/0", 1)),
                damage("a tile is removed", Damage.TILES_CHANGED, 512, test -> test.documents("tiles")
                        .deleteOne(eq("_id", "0/2"))),
                damage("the tiles above are removed", Damage.TILES_CHANGED, 0, test -> test.documents("tiles")
                        .deleteOne(eq("_id", "1/0"))),
                damage(
                        "a checkpoint is signed with another key under its name",
                        Damage.CHECKPOINT_FORGED,
                        SIZE,
                        DamageTest::forge),
                damage("a checkpoint is no checkpoint", Damage.CHECKPOINT_FORGED, SIZE, test -> test.note("none")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("damages")
    void it_is_found_at_the_start_and_told(String what, Damage found, long position, Consumer<DamageTest> harm) {
        var since = log.last().at();
        harm.accept(this);
        var sealer = log.sealer(folder.resolve("key"), 2);
        sealer.turn();
        var finding = new Findings(log.database).first().orElseThrow();
        assertThat(finding.code()).isEqualTo(found.code());
        assertThat(finding.position()).isEqualTo(position);
        if (found != Damage.CHECKPOINT_FORGED) {
            assertThat(finding.certainSize()).isEqualTo(SIZE);
            assertThat(finding.certainSince()).isEqualTo(since);
        }
        assertSilent(sealer);
    }

    /// Nothing is signed any more, by nobody, though the log goes on.
    private void assertSilent(Sealer sealer) {
        var before = notes();
        log.commits(2);
        sealer.turn();
        assertThat(log.refusal(sealer)).isEqualTo("evidence.damaged");
        var restarted = log.sealer();
        restarted.turn();
        assertThat(log.refusal(restarted)).isEqualTo("evidence.damaged");
        assertThat(notes()).isEqualTo(before);
    }

    private List<Document> notes() {
        return documents("checkpoints").find().into(new ArrayList<>());
    }

    @Test
    void it_is_found_while_it_runs_too() {
        var sealer = log.sealer();
        sealer.turn();
        log.commits(1);
        edit(NEW);
        sealer.turn();
        assertThat(sealer.alarm().code()).contains("event-changed");
        assertSilent(sealer);
    }

    @Test
    void every_event_is_looked_at_in_the_end_and_then_again() {
        var sealer = log.sealer();
        sealer.turn();
        sealer.turn();
        sealer.turn();
        edit(10); // the first tile has been looked at
        sealer.turn();
        assertThat(new Findings(log.database).first().orElseThrow().position()).isEqualTo(10);
        assertThat(new Findings(log.database).round().tile()).isEqualTo(3);
    }

    @Test
    void the_patrol_goes_on_where_the_process_before_was() {
        log.sealer().turn();
        log.sealer().turn();
        assertThat(new Findings(log.database).round().tile()).isEqualTo(2);
        log.sealer().turn();
        log.sealer().turn();
        assertThat(new Findings(log.database).round().tile()).isEqualTo(1);
        assertThat(new Findings(log.database).round().rounds()).isEqualTo(1);
    }

    @Test
    void putting_back_what_was_changed_is_not_enough() {
        var whole = commit(OLD);
        edit(OLD);
        log.sealer(folder.resolve("key"), 2).turn();
        documents("log").replaceOne(eq("_id", OLD), whole);
        log.commits(1);
        assertThat(log.refusal(log.sealer())).isEqualTo("evidence.damaged");
        documents("evidence").deleteOne(eq("_id", "finding")); // somebody has looked
        assertThat(log.sealer().seal().orElseThrow().size()).isEqualTo(SIZE + 3);
        assertThat(log.areGrown()).isTrue();
    }

    @Test
    void a_commit_that_goes_before_it_was_sealed_is_missed() {
        var sealer = log.sealer();
        sealer.turn();
        log.commits(3);
        remove(SIZE + 3);
        sealer.turn();
        assertThat(log.refusal(sealer)).isEqualTo("evidence.damaged");
        var finding = new Findings(log.database).first().orElseThrow();
        assertThat(finding.code()).isEqualTo(Damage.LOG_GAP.code());
        assertThat(finding.position()).isEqualTo(SIZE + 3);
        assertThat(finding.certainSize()).isNull();
    }

    @Test
    void an_event_that_is_changed_after_it_was_hashed_is_signed_as_it_was_and_found() {
        var sealer = log.sealer();
        log.commits(3);
        sealer.turn();
        log.commits(3);
        try (var commits = log.service.log().from(SIZE + 9)) {
            sealer.done(List.of(commits.next()));
        }
        edit(SIZE + 9);
        sealer.turn();
        sealer.turn();
        assertThat(sealer.alarm().code()).contains("event-changed");
        assertThat(new Findings(log.database).first().orElseThrow().position()).isEqualTo(SIZE + 9);
    }

    @Test
    void a_checkpoint_this_process_knows_is_missed_when_it_is_gone() {
        log.commits(1);
        var sealer = log.sealer();
        sealer.turn();
        documents("checkpoints").deleteOne(eq("_id", SIZE + 3));
        sealer.turn();
        assertThat(sealer.alarm().code()).contains("checkpoint-missing");
        assertSilent(sealer);
    }

    @Test
    void another_history_of_the_same_length_is_not_signed() {
        documents("log").drop();
        documents("tiles").drop();
        var other = new Sealing(folder.resolve("key"));
        try (other) {
            other.commits((int) SIZE / 3 + 1);
            other.sealer().seal();
            for (var name : List.of("log", "tiles")) {
                documents(name)
                        .insertMany(other.database.getCollection(name).find().into(new ArrayList<>()));
            }
        }
        var sealer = log.sealer();
        sealer.turn();
        assertThat(sealer.alarm().code()).isPresent();
        assertSilent(sealer);
    }

    private MongoCollection<Document> documents(String name) {
        return log.database.getCollection(name);
    }

    private Document commit(long position) {
        return documents("log").find(eq("_id", position)).first();
    }

    private void edit(long position) {
        set(position - position % 3, position, "payload", "{\"division\":\"440233101203\",\"times\":99}");
    }

    private void set(long position, String field, Object value) {
        set(position - position % 3, position, field, value);
    }

    private void set(long commit, long position, String field, Object value) {
        documents("log")
                .updateOne(eq("_id", commit), Updates.set("events.%d.%s".formatted(position - commit, field), value));
    }

    private void remove(long position) {
        documents("log").deleteOne(eq("_id", position));
    }

    private void shorten(long position) {
        var events = commit(position).getList("events", Document.class);
        documents("log").updateOne(eq("_id", position), Updates.set("events", events.subList(0, 2)));
    }

    private void swap(long one, long other) {
        var first = commit(one);
        var second = commit(other);
        documents("log").deleteOne(eq("_id", one));
        documents("log").deleteOne(eq("_id", other));
        documents("log").insertOne(first.append("_id", other));
        documents("log").insertOne(second.append("_id", one));
    }

    private void bend(String tile, int place) {
        var hashes = documents("tiles")
                .find(eq("_id", tile))
                .first()
                .get("hashes", Binary.class)
                .getData();
        hashes[place * Hash.BYTES] ^= 1;
        documents("tiles").updateOne(eq("_id", tile), Updates.set("hashes", new Binary(hashes)));
    }

    /// What somebody can do who can write in the database and has no key: sign with one of their own and
    /// put the id of ours before it.
    private void forge() {
        var head = Checkpoint.of(Sealing.ORIGIN, SIZE, Hashing.SHA256.hasher().empty());
        var stranger = NoteSigner.fresh(Sealing.ORIGIN, NoteKey.Kind.LOG).sign(head.text(), Instant.EPOCH);
        var own = log.last().note().signatures().getFirst();
        var signature =
                Base64.getDecoder().decode(stranger.signatures().getFirst().base64());
        ByteBuffer.wrap(signature).putInt(own.keyId());
        var line = new SignedNote.Line(Sealing.ORIGIN, Base64.getEncoder().encodeToString(signature));
        note(new SignedNote(head.text(), List.of(line)).toString());
    }

    private void note(String text) {
        documents("checkpoints").updateOne(eq("_id", SIZE), Updates.set("note", text));
    }
}
