package cn.shouwang.platform.test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption.Predefined;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/// The conventions of the house, checked over the main classes of one service.
///
/// A service runs them with one line in its own package, below which all its code lies:
/// `class ArchitectureTest implements ServiceConventions {}`. What the compiler can guard, such as
/// that no one sends another concept's commands, is not repeated here. A convention that finds
/// nothing to check fails.
public interface ServiceConventions {

    /// One test per convention.
    @TestFactory
    default Stream<DynamicTest> conventions() {
        var root = getClass().getPackageName();
        var service = new ClassFileImporter()
                .withImportOption(Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages(root);
        return Conventions.of(root).stream()
                .map(convention ->
                        dynamicTest(convention.name(), () -> convention.rule().check(service)));
    }

    /// No history of the service can be stored or read without its approved forms.
    @Test
    default void every_history_is_held_to_its_stored_forms() {
        var root = getClass().getPackageName();
        var main = new ClassFileImporter()
                .withImportOption(Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages(root);
        var tests = new ClassFileImporter()
                .withImportOption(Predefined.ONLY_INCLUDE_TESTS)
                .importPackages(root);
        assertThat(new FormCoverage(main, tests, Path.of("src", "test", "resources", "events")).gaps())
                .isEmpty();
    }
}
