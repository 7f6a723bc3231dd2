package cn.shouwang.platform.test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.shouwang.seeded.SeededArchitecture;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Watches every convention fail once, on the class that was written to break it, and on no other.
class ServiceConventionsTest {

    private static final String ROOT = "cn.shouwang.seeded";

    private static final Map<String, Set<String>> SEEDS = Map.ofEntries(
            Map.entry("aggregates are package-private", Set.of("tree.OpenTree")),
            Map.entry("commands are package-private", Set.of("tree.OpenCommand")),
            Map.entry("controllers are package-private", Set.of("tree.OpenController")),
            Map.entry("a command names the roles that may send it", Set.of("tree.UnguardedCommand$Prune")),
            Map.entry("a decision knows who acts", Set.of("tree.UnaskedTree", "tree.UngatedTree")),
            Map.entry("commands go through Commands", Set.of("tree.Shortcut")),
            Map.entry("a history is sealed", Set.of("tree.LooseEvent")),
            Map.entry(
                    "an event is a record with a stored name, a revision and a place",
                    Set.of("tree.NamelessEvent$TreeFell")),
            Map.entry("a fact has its own verb", Set.of("tree.VagueEvent$TreeStatusChanged")),
            Map.entry("what a signed-in caller asks passes the gate", Set.of("tree.UngatedController")),
            Map.entry(
                    "what a signed-in caller asks is not looked up past the gate",
                    Set.of("tree.ring.SightController", "tree.ring.FarSightController")),
            Map.entry("services read rows, not the log", Set.of("tree.LogReader")),
            Map.entry(
                    "a controller acts for its caller, a public page for a visitor",
                    Set.of("tree.BorrowingController", "tree.PublicOfficeController")),
            Map.entry("public pages are named Public… and lie below /public", Set.of("tree.PublicElsewhereController")),
            Map.entry("services know rows, not the database", Set.of("tree.RawRows")),
            Map.entry("a service knows the platform and no other service", Set.of("tree.Neighbour")),
            Map.entry("a read model is known to no one else", Set.of("tree.Peeper")),
            Map.entry("a read model sends nothing", Set.of("tree.ring.RingSender")),
            Map.entry(
                    "contracts stay at the edge: what is published with its publication, what is read with a policy",
                    Set.of("tree.Gossip")),
            Map.entry("packages are concepts, not layers", Set.of("service.Sapling")),
            Map.entry("names say what a thing is", Set.of("tree.TreeHelper")),
            Map.entry("every package says what is decided in it and is null-marked", Set.of("bare.Bare")),
            Map.entry("time comes from the Clock", Set.of("tree.WallClock")),
            Map.entry("chance comes from SecureRandom", Set.of("tree.Dice")));

    private static final JavaClasses SERVICE = new ClassFileImporter().importPackages(ROOT);

    static List<Convention> conventions() {
        return Conventions.of(ROOT);
    }

    @Test
    void every_convention_has_its_seed() {
        assertThat(conventions()).extracting(Convention::name).containsExactlyInAnyOrderElementsOf(SEEDS.keySet());
    }

    @ParameterizedTest
    @MethodSource("conventions")
    void a_convention_finds_its_seed_and_nothing_else(Convention convention) {
        assertThat(found(convention)).isEqualTo(new TreeSet<>(SEEDS.getOrDefault(convention.name(), Set.of())));
    }

    @ParameterizedTest
    @MethodSource("conventions")
    void a_convention_that_finds_nothing_to_check_fails(Convention convention) {
        var nothing = new ClassFileImporter().importClasses();
        assertThatThrownBy(() -> convention.rule().check(nothing))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("failed to check any classes");
    }

    @Test
    void a_service_runs_one_test_per_convention() {
        assertThat(new SeededArchitecture().conventions()).hasSameSizeAs(conventions());
    }

    private static Set<String> found(Convention convention) {
        var report = convention.rule().evaluate(SERVICE).getFailureReport();
        var found = new TreeSet<String>();
        report.getDetails().stream()
                .map(detail -> detail.substring(0, detail.indexOf(" ")))
                .map(name -> name.substring(ROOT.length() + 1))
                .forEach(found::add);
        return found;
    }
}
