package cn.shouwang.bench.drill;

import static org.assertj.core.api.Assertions.assertThat;

import cn.shouwang.bench.county.Ledger;
import cn.shouwang.bench.county.Ledger.Receipt;
import cn.shouwang.bench.drill.StoredLog.Commit;
import cn.shouwang.bench.drill.StoredLog.Event;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/// A drill that cannot find anything proves nothing: each kind of damage is found.
@DisplayNameGeneration(ReplaceUnderscores.class)
class ComparisonTest {

    private final Ledger ledger = new Ledger();
    private final Comparison comparison = new Comparison();

    @Test
    void what_was_told_and_is_stored_once_is_good() {
        told("a", "stream-1", 1);
        told("b", "stream-2", 2);
        compare(commit(0, "stream-1", 0, "a", 2), commit(2, "stream-2", 0, "b", 1), commit(3, "stream-1", 2, null, 1));
        assertThat(comparison.findings()).isEmpty();
        assertThat(comparison.isGood()).isTrue();
    }

    @Test
    void an_acknowledged_command_that_is_not_stored_is_lost() {
        told("a", "stream-1", 0);
        told("b", "stream-2", 1);
        compare(commit(0, "stream-1", 0, "a", 1));
        assertThat(comparison.lost()).isOne();
        assertThat(comparison.duplicated()).isZero();
    }

    @Test
    void a_position_that_holds_something_else_is_lost() {
        told("a", "stream-1", 0);
        compare(commit(0, "stream-2", 0, "p:1", 1));
        assertThat(comparison.lost()).isOne();
    }

    @Test
    void a_command_that_is_stored_again_is_duplicated() {
        told("a", "stream-1", 0);
        compare(commit(0, "stream-1", 0, "a", 1), commit(1, "stream-1", 1, "b", 1));
        assertThat(comparison.duplicated()).isOne();
        assertThat(comparison.lost()).isZero();
    }

    @Test
    void two_commands_at_one_position_are_found() {
        told("a", "stream-1", 0);
        told("b", "stream-1", 0);
        compare(commit(0, "stream-1", 0, "a", 1));
        assertThat(comparison.lost()).isOne();
    }

    @Test
    void a_gap_in_the_positions_is_found() {
        comparison.shape("x", log(commit(0, "stream-1", 0, null, 1), commit(2, "stream-2", 0, null, 1)));
        assertThat(comparison.lost()).isOne();
    }

    @Test
    void a_gap_in_a_stream_is_found() {
        comparison.shape("x", log(commit(0, "stream-1", 0, null, 1), commit(1, "stream-1", 2, null, 1)));
        assertThat(comparison.lost()).isOne();
    }

    @Test
    void a_key_or_an_event_that_occurs_twice_is_found() {
        var twice = List.of(new Event("same", "household.registered", "{}"));
        comparison.shape(
                "x",
                new StoredLog(List.of(
                        new Commit(0, "stream-1", 0, "p:1", twice), new Commit(1, "stream-2", 0, "p:1", twice))));
        assertThat(comparison.duplicated()).isEqualTo(2);
    }

    @Test
    void rows_too_few_are_lost_and_too_many_are_duplicated() {
        comparison.count("rows", 5, 3);
        comparison.count("rows", 5, 6);
        assertThat(comparison.lost()).isEqualTo(2);
        assertThat(comparison.duplicated()).isOne();
    }

    @Test
    void a_gap_is_counted_as_one() {
        comparison.shape("x", log(commit(0, "stream-1", 0, null, 1), commit(2, "stream-1", 2, null, 1)));
        assertThat(comparison.gaps()).isEqualTo(2);
    }

    @Test
    void a_member_who_was_lost_or_doubled_or_did_not_leave_is_found() {
        var log = new StoredLog(List.of(new Commit(
                0,
                "h",
                0,
                null,
                List.of(
                        member("1", "household.member-added", "own"),
                        member("2", "household.member-added", "shared"),
                        member("3", "household.member-decreased", "shared")))));
        comparison.members(log, "h", List.of("own", "shared"));
        assertThat(comparison.isGood()).isTrue();
        comparison.members(log, "h", List.of("lost", "own"));
        assertThat(comparison.lost()).isEqualTo(2); // one never came, the other never left
        var twice = new StoredLog(List.of(new Commit(
                0,
                "h",
                0,
                null,
                List.of(
                        member("1", "household.member-added", "own"),
                        member("2", "household.member-added", "own"),
                        member("3", "household.member-decreased", "own")))));
        comparison.members(twice, "h", List.of("own"));
        assertThat(comparison.duplicated()).isOne();
    }

    private static Event member(String id, String name, String member) {
        return new Event(id, name, "{\"household\":\"h\",\"member\":\"%s\"}".formatted(member));
    }

    private void told(String key, String id, long position) {
        ledger.accepted(new Receipt(key, id, position));
    }

    private void compare(Commit... commits) {
        comparison.receipts(ledger, log(commits));
        comparison.shape("x", log(commits));
    }

    private static StoredLog log(Commit... commits) {
        return new StoredLog(List.of(commits));
    }

    /// `key` of one letter stands for a caller's, which is 64 hex digits.
    private static Commit commit(long position, String stream, long sequence, @Nullable String key, int events) {
        var stored = IntStream.range(0, events)
                .mapToObj(i -> new Event(position + "-" + i, "household.registered", "{}"))
                .toList();
        return new Commit(position, stream, sequence, key != null && key.length() == 1 ? key.repeat(64) : key, stored);
    }
}
