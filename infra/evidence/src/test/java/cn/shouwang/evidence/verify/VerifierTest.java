package cn.shouwang.evidence.verify;

import static cn.shouwang.evidence.verify.Finding.Kind.ALTERED;
import static cn.shouwang.evidence.verify.Finding.Kind.BAD_CHECKPOINT;
import static cn.shouwang.evidence.verify.Finding.Kind.BAD_SIGNATURE;
import static cn.shouwang.evidence.verify.Finding.Kind.CHANGED;
import static cn.shouwang.evidence.verify.Finding.Kind.FORKED;
import static cn.shouwang.evidence.verify.Finding.Kind.INSERTED;
import static cn.shouwang.evidence.verify.Finding.Kind.IRREGULAR;
import static cn.shouwang.evidence.verify.Finding.Kind.MISSING;
import static cn.shouwang.evidence.verify.Finding.Kind.OTHER_LOG;
import static cn.shouwang.evidence.verify.Finding.Kind.ROLLED_BACK;
import static cn.shouwang.evidence.verify.Finding.Kind.SWAPPED;
import static cn.shouwang.evidence.verify.Finding.Kind.TILE_DIFFERS;
import static cn.shouwang.evidence.verify.Finding.Kind.TILE_MISSING;
import static cn.shouwang.evidence.verify.Finding.Kind.TRUNCATED;
import static cn.shouwang.evidence.verify.Finding.Kind.UNKNOWN_KEY;
import static org.assertj.core.api.Assertions.assertThat;

import cn.shouwang.evidence.Checkpoint;
import cn.shouwang.evidence.NoteKey;
import cn.shouwang.evidence.NoteSigner;
import cn.shouwang.evidence.SignedNote;
import cn.shouwang.evidence.verify.Verdict.Outcome;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VerifierTest {

    private static final int SIZE = 700;
    private static final long STEP = 100;
    private static final NoteSigner STRANGER = NoteSigner.fresh(MemoryLog.ORIGIN, NoteKey.Kind.LOG);

    private final MemoryLog log = MemoryLog.of(SIZE, STEP);
    private final MemoryLog before = log.copy();

    private static Finding first(Verdict verdict) {
        assertThat(verdict.outcome()).isEqualTo(Outcome.DAMAGED);
        return verdict.first().orElseThrow();
    }

    private static void isAt(Finding finding, Finding.Kind kind, long from, long to) {
        assertThat(finding.kind()).isEqualTo(kind);
        assertThat(finding.exact()).isTrue();
        assertThat(finding.from()).isEqualTo(from);
        assertThat(finding.to()).isEqualTo(to);
    }

    private static void isBetween(Finding finding, Finding.Kind kind, long from, long to) {
        assertThat(finding.kind()).isEqualTo(kind);
        assertThat(finding.exact()).isFalse();
        assertThat(finding.from()).isEqualTo(from);
        assertThat(finding.to()).isEqualTo(to);
    }

    private static long size(@org.jspecify.annotations.Nullable Mark mark) {
        return Objects.requireNonNull(mark).size();
    }

    private void edit(int position) {
        log.change(position, event -> MemoryLog.saying(event, "{\"litres\":0}", event.at()));
    }

    private Held held(long... sizes) {
        return new Held(java.util.Arrays.stream(sizes).mapToObj(before::held).toList(), List.of());
    }

    private Held copy() {
        return new Held(List.of(before.held(SIZE)), List.of(before));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 255, 256, 257, 512, 700, 65_536, 66_000})
    void an_untouched_log_is_good(long size) {
        var whole = MemoryLog.of(size, 97);
        var verdict = whole.verify(new Held(List.of(whole.held(size)), List.of(whole.copy())));
        assertThat(verdict.findings()).isEmpty();
        assertThat(verdict.outcome()).isEqualTo(Outcome.GOOD);
        assertThat(verdict.head()).isEqualTo(size);
        assertThat(size(verdict.certain())).isEqualTo(size);
        assertThat(verdict.tail()).isZero();
        assertThat(verdict.checkpoints()).isEqualTo(size / 97 + (size % 97 == 0 ? 0 : 1) + 1);
    }

    @Test
    void an_empty_log_is_good_unless_somebody_remembers_one() {
        var empty = new MemoryLog();
        assertThat(empty.verify().outcome()).isEqualTo(Outcome.GOOD);
        isAt(first(empty.verify(held(100))), ROLLED_BACK, 0, 100);
    }

    @Test
    void what_is_not_sealed_yet_is_not_damage() {
        for (var position = SIZE; position < SIZE + 5; position++) {
            log.events.add(MemoryLog.event(position, position, "late-" + position, 0));
        }
        var verdict = log.verify();
        assertThat(verdict.outcome()).isEqualTo(Outcome.GOOD);
        assertThat(verdict.tail()).isEqualTo(5);
        assertThat(verdict.notes()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 99, 100, 255, 256, 350, 698, 699})
    void a_changed_event_is_named(int position) {
        edit(position);
        var finding = first(log.verify());
        isAt(finding, CHANGED, position, position + 1);
        assertThat(size(finding.contradicts())).isEqualTo((position / STEP + 1) * STEP);
        if (position >= STEP) {
            assertThat(size(finding.agrees())).isEqualTo(position / STEP * STEP);
        }
        assertThat(log.verify().findings()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 99, 100, 256, 350, 699})
    void a_changed_event_is_named_between_checkpoints_when_the_tiles_were_changed_too(int position) {
        edit(position);
        log.tile();
        isBetween(first(log.verify()), ALTERED, position / STEP * STEP, (position / STEP + 1) * STEP);
        isAt(first(log.verify(copy())), CHANGED, position, position + 1);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 99, 100, 256, 350, 699})
    void a_history_signed_again_with_the_own_key_is_seen_by_who_remembers(int position) {
        edit(position);
        log.seal(STEP, MemoryLog.SIGNER);
        assertThat(log.verify().outcome()).isEqualTo(Outcome.GOOD); // nobody can tell from inside
        isBetween(first(log.verify(held(SIZE))), FORKED, 0, SIZE);
        var from = position / STEP * STEP;
        isBetween(first(log.verify(held(Math.max(STEP, from), from + STEP, SIZE))), FORKED, from, from + STEP);
        isAt(first(log.verify(copy())), FORKED, position, position + 1);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 350, 699})
    void a_history_signed_again_with_another_key_is_seen(int position) {
        edit(position);
        log.seal(STEP, STRANGER);
        var finding = first(log.verify());
        isBetween(finding, UNKNOWN_KEY, 0, SIZE);
        assertThat(finding.what()).isEqualTo("checkpoint/100");
        isAt(first(log.verify(copy())), FORKED, position, position + 1);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 99, 100, 256, 350, 699})
    void missing_events_are_named(int position) {
        var commit = log.events.get(position).commit();
        log.events.removeIf(event -> event.commit() == commit);
        var verdict = log.verify();
        var many = SIZE - log.events.size();
        var finding = first(verdict);
        isAt(finding, position == 699 ? TRUNCATED : MISSING, commit, commit + many);
        assertThat(verdict.findings()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 99, 100, 256, 350})
    void missing_events_are_named_when_the_others_moved_up(int position) {
        var commit = log.events.get(position).commit();
        log.events.removeIf(event -> event.commit() == commit);
        var many = SIZE - log.events.size();
        log.renumber();
        isAt(first(log.verify()), MISSING, commit, commit + many);
        log.tile();
        var cautious = first(log.verify());
        isBetween(cautious, ALTERED, commit / STEP * STEP, (commit / STEP + 1) * STEP);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 99, 100, 256, 350})
    void inserted_events_are_named(int position) {
        var at = (int) log.events.get(position).commit();
        log.events.add(at, MemoryLog.event(at, at, "worm", 0));
        log.events
                .subList(at + 1, log.events.size())
                .replaceAll(
                        event -> MemoryLog.placed(event, event.position() + 1, event.commit() + 1, event.sequence()));
        isAt(first(log.verify()), INSERTED, at, at + 1);
    }

    @Test
    void an_event_put_in_beside_another_is_named() {
        log.events.add(301, MemoryLog.event(300, 300, "worm", 0));
        isAt(first(log.verify()), INSERTED, 300, 301);
    }

    @Test
    void swapped_events_are_named() {
        var one = log.events.get(330);
        var other = log.events.get(447);
        log.events.set(330, MemoryLog.saying(one, other.payload(), one.at()));
        log.events.set(447, MemoryLog.saying(other, one.payload(), other.at()));
        isAt(first(log.verify()), CHANGED, 330, 331);
        log.events.set(330, MemoryLog.placed(other, 330, one.commit(), one.sequence()));
        log.events.set(447, MemoryLog.placed(one, 447, other.commit(), other.sequence()));
        isAt(first(log.verify()), SWAPPED, 330, 448);
    }

    @Test
    void events_out_of_order_are_named() {
        var moved = log.events.remove(402);
        log.events.add(410, moved);
        isAt(first(log.verify()), SWAPPED, 402, 403);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 256, 350, 699})
    void a_truncated_log_is_named_with_its_end(int size) {
        log.events.subList(size, SIZE).clear();
        isAt(first(log.verify()), TRUNCATED, size, SIZE);
        log.tiles.clear();
        log.tile();
        var from = size / STEP * STEP;
        if (from == size) {
            isAt(first(log.verify()), TRUNCATED, size, SIZE);
        } else {
            isBetween(first(log.verify()), TRUNCATED, from, SIZE);
        }
    }

    @Test
    void a_log_rolled_back_is_seen_by_who_remembers() {
        log.events.subList(300, SIZE).clear();
        log.seal(STEP, MemoryLog.SIGNER);
        assertThat(log.verify().outcome()).isEqualTo(Outcome.GOOD);
        isAt(first(log.verify(held(300, 500))), ROLLED_BACK, 300, 500);
        isBetween(first(log.verify(held(200, 500))), ROLLED_BACK, 200, 500);
        isAt(first(log.verify(copy())), ROLLED_BACK, 300, SIZE);
    }

    @Test
    void checkpoints_taken_away_are_seen_by_who_remembers() {
        log.notes.tailMap(300L, false).clear();
        var finding = first(log.verify(held(500)));
        assertThat(finding.kind()).isEqualTo(ROLLED_BACK);
        assertThat(finding.what()).isEqualTo("checkpoint/500");
    }

    @Test
    void a_changed_tile_is_told_from_a_changed_log() {
        Objects.requireNonNull(log.tiles.get("0/1"))[32 * 10] ^= 1;
        var finding = first(log.verify());
        isAt(finding, TILE_DIFFERS, 266, 267);
        assertThat(finding.what()).isEqualTo("tile/0/1");
        assertThat(log.verify().findings()).hasSize(1);
    }

    @Test
    void a_changed_tile_of_a_higher_level_is_named() {
        Objects.requireNonNull(log.tiles.get("1/0"))[40] ^= 1;
        var finding = first(log.verify());
        assertThat(finding.kind()).isEqualTo(TILE_DIFFERS);
        assertThat(finding.what()).isEqualTo("tile/1/0");
    }

    @Test
    void missing_tiles_are_named() {
        log.tiles.remove("0/1");
        assertThat(first(log.verify()).what()).isEqualTo("tile/0/1");
        assertThat(first(log.verify()).kind()).isEqualTo(TILE_MISSING);
        log.tiles.clear();
        assertThat(log.verify().findings()).allMatch(finding -> finding.kind() == TILE_MISSING);
    }

    @Test
    void checkpoints_that_do_not_count_are_named_each_for_its_reason() {
        log.notes.put(200L, Objects.requireNonNull(before.notes.get(200L)).replaceFirst("\n200\n", "\n201\n"));
        assertThat(first(log.verify()).kind()).isEqualTo(BAD_CHECKPOINT);
        log.notes.put(200L, Objects.requireNonNull(before.notes.get(100L)));
        assertThat(first(log.verify()).kind()).isEqualTo(BAD_CHECKPOINT);
        log.notes.put(200L, "nothing");
        assertThat(first(log.verify()).kind()).isEqualTo(BAD_CHECKPOINT);
        var root = Checkpoint.parse(before.held(100).text()).root();
        var other = new SignedNote(
                Checkpoint.of(MemoryLog.ORIGIN, 200, root).text(),
                before.held(200).signatures());
        log.notes.put(200L, other.toString());
        assertThat(first(log.verify()).kind()).isEqualTo(BAD_SIGNATURE);
        log.notes.put(
                200L, STRANGER.sign(before.held(200).text(), MemoryLog.BEGIN).toString());
        isAt(first(log.verify()), UNKNOWN_KEY, 200, 200);
        log.notes.put(
                200L,
                MemoryLog.SIGNER
                        .as("shouwang/440233/apple")
                        .sign(Checkpoint.of("shouwang/440233/apple", 200, root).text(), MemoryLog.BEGIN)
                        .toString());
        assertThat(first(log.verify()).kind()).isEqualTo(OTHER_LOG);
    }

    @Test
    void a_signed_checkpoint_of_another_history_contradicts_the_others() {
        var root = Checkpoint.parse(before.held(100).text()).root();
        log.notes.put(
                200L,
                MemoryLog.SIGNER
                        .sign(Checkpoint.of(MemoryLog.ORIGIN, 200, root).text(), MemoryLog.BEGIN)
                        .toString());
        var finding = first(log.verify());
        assertThat(finding.kind()).isEqualTo(Finding.Kind.CONTRADICTORY);
        assertThat(finding.what()).isEqualTo("checkpoint/200");
    }

    @Test
    void two_things_done_at_two_places_are_both_named() {
        edit(120);
        Objects.requireNonNull(log.tiles.get("0/2"))[0] ^= 1;
        var kinds = log.verify().findings();
        isAt(kinds.get(0), CHANGED, 120, 121);
        isAt(kinds.get(1), TILE_DIFFERS, 512, 513);
    }

    @Test
    void a_rule_that_was_broken_before_sealing_is_told_as_such() {
        log.change(300, event -> MemoryLog.saying(event, event.payload(), MemoryLog.BEGIN));
        log.seal(STEP, MemoryLog.SIGNER);
        isAt(first(log.verify()), IRREGULAR, 300, 301);
        log.change(300, event -> before.events.get(300));
        log.change(400, event -> MemoryLog.placed(event, 400, event.commit(), 77));
        log.seal(STEP, MemoryLog.SIGNER);
        isAt(first(log.verify()), IRREGULAR, 400, 401);
    }

    @Test
    void a_position_far_away_is_not_counted_up_to() {
        log.events.add(MemoryLog.placed(MemoryLog.event(SIZE, SIZE, "far", 0), 1L << 50, 1L << 50, 0));
        isAt(first(log.verify()), MISSING, SIZE, 1L << 50);
    }

    @Test
    void nothing_is_judged_without_a_key_a_checkpoint_or_a_witness_asked_for() {
        var nobody = new Trust(MemoryLog.ORIGIN, Set.of(), Set.of());
        assertThat(new Verifier(log, nobody, Held.NOTHING).verify().outcome()).isEqualTo(Outcome.UNJUDGED);
        var witness = NoteSigner.fresh("prefecture", NoteKey.Kind.WITNESS);
        var trust = new Trust(MemoryLog.ORIGIN, Set.of(MemoryLog.SIGNER.key()), Set.of(witness.key()));
        assertThat(new Verifier(log, trust, Held.NOTHING).verify().outcome()).isEqualTo(Outcome.UNJUDGED);
        log.notes.put(500L, witness.sign(log.held(500), MemoryLog.BEGIN).toString());
        var verdict = new Verifier(log, trust, Held.NOTHING).verify();
        assertThat(verdict.outcome()).isEqualTo(Outcome.GOOD);
        assertThat(verdict.cosigned()).hasSize(1).allMatch(cosigned -> cosigned.size() == 500);
        log.notes.clear();
        assertThat(log.verify().outcome()).isEqualTo(Outcome.UNJUDGED);
    }

    @Test
    void a_finding_can_be_quoted() {
        edit(350);
        var said = first(log.verify()).said();
        assertThat(said.zh()).startsWith("位置 350：事件被改动。最后一个相符的检查点 300");
        assertThat(said.en())
                .startsWith("position 350: event changed. The last checkpoint that agrees is 300")
                .contains("it is certain since checkpoint 400");
    }
}
