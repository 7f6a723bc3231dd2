package cn.shouwang.platform.test;

import static cn.shouwang.platform.test.Convention.every;
import static cn.shouwang.platform.test.Convention.when;
import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static org.assertj.core.api.Assertions.assertThat;

import cn.shouwang.platform.PlatformConfiguration;
import cn.shouwang.platform.security.Role;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMember;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

/// The conventions of the platform itself.
class PlatformConventionsTest {

    private static final String ROOT = "cn.shouwang.platform";

    /// Each package may know those before it, so there is no cycle; the root wires them all.
    private static final List<String> ORDER = List.of(
            "audit",
            "rule",
            "sealing",
            "attachment",
            "event",
            "security",
            "store",
            "command",
            "history",
            "projection",
            "reading",
            "parking",
            "policy",
            "erasure",
            "flag",
            "console",
            "messaging",
            "web",
            "browser",
            "evidence");

    /// Some words of the domain; not one of them belongs to plumbing.
    private static final Set<String> GLOSSARY = Set.of(
            "household",
            "village",
            "clue",
            "subsidy",
            "poverty",
            "income",
            "asset",
            "placement",
            "workshop",
            "appraisal");

    private static final JavaClasses PLATFORM = platform();

    /// The tree is a library of its own, which knows nobody.
    @Test
    void the_platform_knows_no_service() {
        every(Kinds::isNamed, "the platform knows no service", type -> Kinds.targets(type)
                        .filter(Kinds.within("cn.shouwang"))
                        .filter(Kinds.within(ROOT)
                                .or(Kinds.within("cn.shouwang.evidence"))
                                .negate())
                        .map(target -> "knows " + target.getName()))
                .rule()
                .check(PLATFORM);
    }

    @Test
    void packages_know_only_those_before_them() {
        every(Kinds::isNamed, "packages know only those before them", type -> Kinds.targets(type)
                        .filter(Kinds.within(ROOT))
                        .filter(target -> rank(target) > rank(type))
                        .map(target -> "knows " + target.getName()))
                .rule()
                .check(PLATFORM);
    }

    @Test
    void every_package_has_its_place_in_the_order() {
        assertThat(PLATFORM.stream().map(PlatformConventionsTest::below).distinct())
                .containsOnly(Stream.concat(Stream.of(""), ORDER.stream()).toArray(String[]::new));
    }

    @Test
    void public_types_are_used_by_calling_not_by_extending() {
        closed().rule().check(PLATFORM);
    }

    @Test
    void a_public_type_that_could_be_extended_is_found() {
        assertThat(faults(closed(), Openly.class)).containsExactly("is public and may be extended");
    }

    @Test
    void the_platform_speaks_no_word_of_the_domain() {
        plain().rule().check(PLATFORM);
    }

    @Test
    void a_word_of_the_domain_is_found_in_types_methods_and_fields() {
        assertThat(faults(plain(), PovertyGauge.class))
                .containsExactlyInAnyOrder("says poverty", "says household", "says clue");
    }

    @Test
    void every_package_says_what_is_decided_in_it_and_is_null_marked() {
        every(
                        Kinds::isNamed,
                        "every package is null-marked",
                        type -> when(
                                !type.getPackage().isAnnotatedWith(NullMarked.class), "lies in an unmarked package"))
                .rule()
                .check(PLATFORM);
    }

    private static int rank(JavaClass type) {
        var below = below(type);
        return below.isEmpty() ? ORDER.size() : ORDER.indexOf(below);
    }

    private static String below(JavaClass type) {
        return type.getPackageName().equals(ROOT) ? "" : type.getPackageName().substring(ROOT.length() + 1);
    }

    private static Convention closed() {
        return every(
                Kinds::isNamed,
                "public types are final, sealed, or made to be implemented",
                type -> when(
                        type.getModifiers().contains(JavaModifier.PUBLIC)
                                && !type.getModifiers().contains(JavaModifier.FINAL)
                                && !type.isInterface()
                                && !type.isEnum()
                                && !type.isSealed(),
                        "is public and may be extended"));
    }

    /// The offices of [Role] are what tokens say, hence data.
    private static Convention plain() {
        return every(
                type -> Kinds.isNamed(type) && !type.isEquivalentTo(Role.class),
                "the platform speaks no word of the domain",
                type -> Stream.of(
                                Stream.of(type.getSimpleName()),
                                type.getMembers().stream().map(JavaMember::getName))
                        .flatMap(names -> names)
                        .flatMap(PlatformConventionsTest::words)
                        .filter(GLOSSARY::contains)
                        .map(word -> "says " + word));
    }

    private static Stream<String> words(String name) {
        return Arrays.stream(name.split("(?<=[a-z0-9])(?=[A-Z])|_")).map(word -> word.toLowerCase(Locale.ROOT));
    }

    private static List<String> faults(Convention convention, Class<?> seed) {
        var name = seed.getName() + " ";
        return convention
                .rule()
                .evaluate(new ClassFileImporter().importClasses(seed))
                .getFailureReport()
                .getDetails()
                .stream()
                .map(detail -> detail.substring(name.length()))
                .toList();
    }

    /// Main classes only: tests of the platform share its packages. From the folder or the jar they
    /// were built into.
    private static JavaClasses platform() {
        var source = Path.of(URI.create(PlatformConfiguration.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toString()));
        if (Files.isDirectory(source)) {
            return new ClassFileImporter().importPath(source);
        }
        try (var jar = new JarFile(source.toFile())) {
            return new ClassFileImporter().importJar(jar);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Seeds.
    @SuppressWarnings("unused")
    public static class Openly {}

    @SuppressWarnings("unused")
    private static final class PovertyGauge {
        private int clueCount;

        void weighHousehold() {}
    }

    /// The pear service stands in the same tests, and its forms beside those of the platform.
    @Test
    void every_history_of_the_platform_is_held_to_its_stored_forms() {
        var all = new ClassFileImporter().importPackages(ROOT, "cn.shouwang.pear");
        var pear = describe("of the pear service", Kinds.within("cn.shouwang.pear"));
        var main = all.that(describe("main", (JavaClass type) -> PLATFORM.contain(type.getName()))
                .or(pear));
        assertThat(new FormCoverage(main, all, Path.of("src", "test", "resources", "events")).gaps())
                .isEmpty();
    }
}
