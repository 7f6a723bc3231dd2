package cn.shouwang.audit;

import static org.assertj.core.api.Assertions.assertThat;

import cn.shouwang.audit.SealedDatabase.Said;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AsOfTest {

    private static final String TREE = "7b0d6f1e-2a7c-4a57-9a0b-0d0c7c1f4e11";

    @TempDir
    Path folder;

    private SealedDatabase databases;
    private final Terminal terminal = new Terminal();

    /// Second after second: planted, somebody else's tree, a care for it is opened, measured, and it is forgotten
    /// whose it was.
    @BeforeEach
    void grow() {
        databases = new SealedDatabase(folder.resolve("mongo"));
        append(
                TREE,
                "Tree",
                "tree.planted",
                "{\"tree\":\"%s\",\"kind\":\"PEAR\",\"height\":1,\"on\":\"2026-05-01\",\"sealed\":{\"%s\":\"c2VhbGVk\"}}"
                        .formatted(TREE, TREE));
        append("other", "Tree", "tree.planted", "{\"tree\":\"other\",\"kind\":\"PLUM\",\"on\":\"2026-05-01\"}");
        append(
                "care-1",
                "Care",
                "care.opened",
                "{\"care\":\"care-1\",\"tree\":\"%s\",\"on\":\"2026-05-02\"}".formatted(TREE));
        append("care-1", "Care", "care.ended", "{\"care\":\"care-1\",\"result\":\"GROWN\",\"on\":\"2026-05-03\"}");
        append(TREE, "Tree", "tree.measured", "{\"tree\":\"%s\",\"height\":2,\"on\":\"2026-05-02\"}".formatted(TREE));
        append(
                "erasure-1",
                "Erasure",
                "erasure.approved",
                "{\"erasure\":\"erasure-1\",\"about\":\"%s\",\"subjects\":[\"%s\"],\"on\":\"2026-05-04\"}"
                        .formatted(TREE, TREE));
        append("erasure-1", "Erasure", "erasure.carried-out", "{\"erasure\":\"erasure-1\",\"on\":\"2026-05-04\"}");
    }

    @AfterEach
    void close() {
        databases.close();
    }

    private void append(String stream, String type, String name, String payload) {
        databases.append("orchard", stream, type, new Said(name, payload, "worker-1"));
    }

    private String ask(int code, String... words) {
        var all = new ArrayList<>(List.of(words));
        all.addAll(List.of("--mongo", databases.uri()));
        assertThat(terminal.run(all.toArray(String[]::new))).isEqualTo(code);
        return terminal.out();
    }

    @Test
    void a_subject_is_told_as_it_was_recorded_at_a_moment() {
        var then = ask(0, "as-of", TREE, "2026-05-04T01:02:06.040Z");
        assertThat(then)
                .contains("height = 1", "kind = \"PEAR\"", "tree.planted", "worker-1 GARDENER", "2026-05-01")
                .contains("Care care-1", "result = \"GROWN\"") // of another stream that names it
                .doesNotContain("PLUM", "height = 2", "c2VhbGVk", "forgotten");
        assertThat(ask(0, "as-of", TREE, "2026-05-04T01:02:07.040Z")).contains("height = 2");
        assertThat(ask(0, "as-of", TREE, "2026-05-04T01:02:06.040Z")).isEqualTo(then);
    }

    @Test
    void what_was_forgotten_is_told_with_its_time() {
        assertThat(ask(0, "as-of", TREE, "2026-05-04"))
                .contains("依法遗忘 forgotten: " + TREE, "批准 approved [5]", "执行 carried out [6]");
        assertThat(ask(0, "as-of", TREE, "2026-05-04T01:02:08.040Z"))
                .contains("批准 approved [5]", "尚未执行 not carried out by then");
    }

    @Test
    void a_village_day_counts_what_was_true_by_then_whenever_it_was_recorded() {
        var first = ask(0, "as-of", TREE, "2026-05-01", "--by", "village", "--json");
        assertThat(first).contains("\"height\" : {", "\"value\" : 1").doesNotContain("care", "\"value\" : 2");
        assertThat(ask(0, "as-of", TREE, "2026-05-02", "--by", "village", "--json"))
                .contains("\"value\" : 2");
        ask(3, "as-of", TREE, "2026-05-01"); // nothing was recorded by then
        ask(2, "as-of", TREE, "yesterday");
        ask(2, "as-of", TREE, "2026-05-04T01:02:08.040Z", "--by", "village");
        ask(2, "as-of", TREE, "2026-05-04", "--by", "heart");
        ask(3, "as-of", "nobody", "2026-05-04");
    }

    @Test
    void what_changed_between_two_moments_is_told_with_who_changed_it() {
        var changes = ask(0, "diff", TREE, "2026-05-04T01:02:03.040Z", "2026-05-04T01:02:07.040Z");
        assertThat(changes)
                .contains("Tree " + TREE + " height: 1 → 2", "[4] tree.measured", "Care care-1 result: — → \"GROWN\"")
                .doesNotContain("kind");
        assertThat(ask(0, "diff", TREE, "2026-05-04", "2026-05-05")).contains("没有变化");
        assertThat(ask(0, "diff", TREE, "2026-05-04T01:02:03.040Z", "2026-05-04", "--json"))
                .contains("\"field\" : \"height\"");
    }

    @Test
    void events_are_replayed_in_order_and_chosen_by_place_name_and_subject() {
        assertThat(ask(0, "replay").lines()).hasSize(7);
        assertThat(terminal.aside()).contains("7 个事件 events");
        assertThat(ask(0, "replay", "--from", "2", "--to", "3", "--json").lines())
                .hasSize(2)
                .allMatch(line -> line.startsWith("{\"at\":\"2026-05-04T01:02:0"));
        assertThat(ask(0, "replay", "--name", "tree.planted").lines()).hasSize(2);
        assertThat(ask(0, "replay", "--subject", TREE, "--name", "care.opened").lines())
                .hasSize(1);
        assertThat(ask(0, "replay", "--subject", TREE).lines()).hasSize(4);
        ask(2, "replay", "--from", "x");
    }
}
