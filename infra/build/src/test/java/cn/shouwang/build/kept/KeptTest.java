package cn.shouwang.build.kept;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// On small repositories of pears, one with a stored form, a sample and a schema approved.
@DisplayNameGeneration(ReplaceUnderscores.class)
@SuppressWarnings("NullAway.Init") // filled before each test
class KeptTest {

    private static final String FORM = "pear-service/src/test/resources/events/pear/planted.1.json";
    private static final String NEXT = "pear-service/src/test/resources/events/pear/planted.2.json";
    private static final String CONTRACT = "infra/contracts/src/main/resources/contracts/pear/pear-ripe.v1";
    private static final String SAMPLE = CONTRACT + ".sample.json";
    private static final String SCHEMA = CONTRACT + ".schema.json";

    @TempDir
    private Path folder;

    private Repository sources;
    private String since;

    @BeforeEach
    void begin() throws IOException {
        sources = new Repository(folder.resolve("sources"))
                .write(FORM, "{\"pear\": 1}\n")
                .write(SAMPLE, "{\"pear\": 1}\n")
                .write(SCHEMA, schema("\"pear\": {\"type\": \"integer\"}"));
        since = sources.commit("Approve the first forms");
    }

    @Test
    void what_nobody_touched_is_kept_and_counted() {
        var report = Kept.check(sources.folder, approvedSince(since));
        assertThat(report.faults()).isEmpty();
        assertThat(report.files()).isEqualTo(3);
    }

    @Test
    void adding_is_fine_committed_or_not() throws IOException {
        sources.write(NEXT, "{}").commit("Approve a revision");
        sources.write(FORM.replace("planted", "felled"), "{}");
        assertThat(faults()).isEmpty();
    }

    @Test
    void an_edit_is_told_with_its_commit_and_how_to_put_it_back() throws IOException {
        var edit = sources.write(FORM, "{\"pear\": 2}\n").commit("Edit");
        assertThat(faults()).singleElement().asString().contains(FORM, "edited (in %.7s)".formatted(edit));
        sources.run("checkout", since.substring(0, 7), "--", FORM);
        assertThat(faults()).isEmpty();
    }

    @Test
    void an_edit_that_is_not_committed_yet_is_an_edit() throws IOException {
        sources.write(FORM, "{\"pear\":1}\n"); // the same JSON, other bytes
        assertThat(faults()).singleElement().asString().contains(FORM, "edited (not committed yet)");
        sources.run("add", "--all");
        assertThat(faults()).hasSize(1);
    }

    @Test
    void what_was_approved_after_the_baseline_is_kept_as_well() throws IOException {
        sources.write(NEXT, "{}").commit("Approve a revision");
        sources.write(NEXT, "{\"pear\": 2}").commit("Think again");
        assertThat(faults()).singleElement().asString().contains(NEXT, "edited");
    }

    @Test
    void a_sample_is_not_edited() throws IOException {
        sources.write(SAMPLE, "{\"pear\": 2}\n").commit("Edit");
        assertThat(faults()).singleElement().asString().contains(SAMPLE, "edited");
    }

    @Test
    void what_is_removed_is_told() throws IOException {
        for (var path : List.of(FORM, SAMPLE, SCHEMA)) {
            sources.remove(path);
            assertThat(faults()).singleElement().asString().contains(path, "is gone (not committed yet)");
            var removal = sources.commit("Remove");
            assertThat(faults()).singleElement().asString().contains(path, "is gone (in %.7s)".formatted(removal));
            sources.run("checkout", since, "--", path);
        }
        assertThat(faults()).isEmpty();
    }

    @Test
    void a_file_under_another_name_is_gone() {
        sources.run("mv", FORM, NEXT);
        assertThat(faults()).singleElement().asString().contains(FORM, "is gone");
        sources.commit("Rename");
        assertThat(faults()).singleElement().asString().contains(FORM, "is gone");
    }

    @Test
    void removing_and_adding_again_approves_nothing() throws IOException {
        sources.write(NEXT, "{}").commit("Approve a revision");
        sources.remove(FORM).remove(NEXT).commit("Remove");
        sources.write(FORM, "{\"pear\": 2}").write(NEXT, "{\"pear\": 2}").commit("Add again");
        assertThat(faults()).hasSize(2).allMatch(fault -> fault.contains("edited"));
    }

    @Test
    void an_edit_that_came_in_with_a_merge_is_told_with_the_commit_that_made_it() throws IOException {
        sources.run("checkout", "--quiet", "-b", "side");
        var edit = sources.write(FORM, "{\"pear\": 2}\n").commit("Edit");
        sources.run("checkout", "--quiet", "main");
        sources.write("README.md", "goes on").commit("Go on");
        sources.run("merge", "--quiet", "--no-ff", "-m", "Merge the side", "side");
        assertThat(faults()).singleElement().asString().contains(FORM, "edited (in %.7s)".formatted(edit));
    }

    @Test
    void an_edit_that_a_merge_made_itself_is_an_edit() throws IOException {
        sideBranch("other.txt", "side");
        sources.run("merge", "--quiet", "--no-ff", "--no-commit", "side");
        var merge = sources.write(FORM, "{\"pear\": 2}\n").commit("Merge the side and more");
        assertThat(faults()).singleElement().asString().contains(FORM, "edited (in %.7s)".formatted(merge));
    }

    @Test
    void a_merge_does_not_edit_what_the_branch_it_merges_approved() throws IOException {
        sideBranch(NEXT, "{}");
        sources.run("merge", "--quiet", "--no-ff", "--no-commit", "side");
        var merge = sources.write(NEXT, "{\"pear\": 2}").commit("Merge the side, improved");
        assertThat(faults()).singleElement().asString().contains(NEXT, "edited (in %.7s)".formatted(merge));
    }

    @Test
    void what_a_branch_approved_is_approved_once_it_is_merged_and_not_edited_after() throws IOException {
        sideBranch(NEXT, "{}");
        sources.run("merge", "--quiet", "--no-ff", "-m", "Merge the side", "side");
        assertThat(faults()).isEmpty();
        sources.write(NEXT, "{\"pear\": 2}").commit("Edit");
        assertThat(faults()).singleElement().asString().contains(NEXT, "edited");
    }

    @Test
    void what_a_branch_added_and_a_merge_dropped_is_gone() throws IOException {
        sideBranch(NEXT, "{}");
        sources.run("merge", "--quiet", "--no-ff", "-m", "Merge nothing", "--strategy=ours", "side");
        assertThat(faults()).singleElement().asString().contains(NEXT, "is gone");
    }

    @Test
    void of_what_two_branches_approved_under_one_name_either_may_stay() throws IOException {
        sideBranch(NEXT, "{\"side\": 1}");
        sources.write(NEXT, "{\"main\": 1}").commit("Approve it here as well");
        sources.run("merge", "--quiet", "--no-ff", "-m", "Take ours", "--strategy-option=ours", "side");
        assertThat(faults()).isEmpty();
        sources.write(NEXT, "{\"side\": 1}");
        assertThat(faults()).isEmpty();
        sources.write(NEXT, "{\"both\": 1}");
        assertThat(faults()).singleElement().asString().contains(NEXT, "edited");
    }

    @Test
    void edits_before_the_baseline_are_not_told() throws IOException {
        var later = sources.write(FORM, "{\"pear\": 2}\n").commit("Edit while nothing is released");
        assertThat(faults()).hasSize(1);
        assertThat(Kept.check(sources.folder, approvedSince(later)).faults()).isEmpty();
    }

    @Test
    void other_files_may_be_edited_and_removed() throws IOException {
        var others = List.of("src/test/resources/table.json", "src/main/resources/events/x.json", CONTRACT + ".md");
        for (var other : others) {
            sources.write(other, "1");
        }
        sources.commit("Add others");
        sources.write(others.getFirst(), "2").remove(others.get(1)).commit("Change others");
        assertThat(faults()).isEmpty();
    }

    @Test
    void a_schema_may_gain_an_optional_property() throws IOException {
        sources.write(SCHEMA, schema("\"pear\": {\"type\": \"integer\"}, \"kilos\": {\"type\": \"integer\"}"));
        assertThat(faults()).isEmpty();
        sources.commit("Tell the kilos too");
        assertThat(faults()).isEmpty();
    }

    @Test
    void a_schema_is_held_to_every_state_it_ever_had() throws IOException {
        sources.write(SCHEMA, schema("\"pear\": {\"type\": \"integer\"}, \"kilos\": {\"type\": \"integer\"}"))
                .commit("Tell the kilos too");
        sources.write(SCHEMA, schema("\"pear\": {\"type\": \"integer\"}")).commit("Tell them no more");
        assertThat(faults()).singleElement().asString().contains(SCHEMA, "/kilos is gone");
    }

    @Test
    void a_breaking_change_of_a_schema_is_told_before_it_is_committed() throws IOException {
        sources.write(SCHEMA, schema("\"pear\": {\"type\": \"string\"}"));
        assertThat(faults()).singleElement().asString().contains(SCHEMA, "/pear: type was \"integer\"");
    }

    @Test
    void a_further_version_beside_the_old_one_may_be_anything() throws IOException {
        sources.write(SCHEMA.replace("v1", "v2"), schema("\"tree\": {\"type\": \"string\"}"))
                .commit("Publish version 2");
        assertThat(faults()).isEmpty();
    }

    @Test
    void a_shallow_clone_is_not_judged_and_fails() throws IOException {
        sources.write(NEXT, "{}").commit("Approve a revision");
        var shallow = folder.resolve("shallow");
        sources.run("clone", "--quiet", "--depth=1", sources.folder.toUri().toString(), shallow.toString());
        assertThatThrownBy(() -> Kept.check(shallow, approvedSince(since)))
                .hasMessageContaining("cannot judge")
                .hasMessageContaining("shallow");
    }

    @Test
    void a_history_without_the_baseline_is_not_judged_and_fails() throws IOException {
        var unknown = approvedSince("0123456789012345678901234567890123456789");
        assertThatThrownBy(() -> Kept.check(sources.folder, unknown)).hasMessageContaining("cannot judge");
        sideBranch("other.txt", "side");
        var elsewhere = approvedSince(sources.run("rev-parse", "side").strip());
        assertThatThrownBy(() -> Kept.check(sources.folder, elsewhere)).hasMessageContaining("not in the history");
    }

    @Test
    void a_full_clone_and_a_further_work_tree_are_judged() throws IOException {
        var clone = folder.resolve("clone");
        sources.run("clone", "--quiet", sources.folder.toString(), clone.toString());
        var tree = folder.resolve("tree");
        sources.run("worktree", "add", "--quiet", "--detach", tree.toString());
        for (var copy : List.of(clone, tree)) {
            Files.writeString(copy.resolve(FORM), "{}");
            assertThat(Kept.check(copy, approvedSince(since)).faults()).hasSize(1);
        }
    }

    @Test
    void sources_without_a_history_are_let_through() throws IOException {
        var archive = Files.createDirectories(folder.resolve("archive")).toString();
        var file = approvedSince(since).toString();
        assertThatCode(() -> Kept.main(new String[] {archive, file})).doesNotThrowAnyException();
    }

    @Test
    void the_build_fails_and_says_what_is_not_kept() throws IOException {
        sources.remove(FORM);
        var arguments =
                new String[] {sources.folder.toString(), approvedSince(since).toString()};
        assertThatThrownBy(() -> Kept.main(arguments))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("not kept: " + FORM);
    }

    private void sideBranch(String path, String text) throws IOException {
        sources.run("checkout", "--quiet", "-b", "side");
        sources.write(path, text).commit("Go aside");
        sources.run("checkout", "--quiet", "main");
        sources.write("README.md", "goes on").commit("Go on");
    }

    private List<String> faults() {
        return Kept.check(sources.folder, approvedSince(since)).faults();
    }

    private Path approvedSince(String commit) {
        try {
            return Files.writeString(folder.resolve("approved-since.txt"), "# since\n" + commit + "\n");
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static String schema(String properties) {
        return "{\"type\": \"object\", \"required\": [\"pear\"], \"properties\": {" + properties + "}}";
    }
}
