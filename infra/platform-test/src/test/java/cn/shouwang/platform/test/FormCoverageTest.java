package cn.shouwang.platform.test;

import static org.assertj.core.api.Assertions.assertThat;

import cn.shouwang.platform.store.Service;
import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// On the pear service, which has no gap until something is taken away.
@DisplayNameGeneration(ReplaceUnderscores.class)
class FormCoverageTest {

    private static final JavaClasses PEAR = new ClassFileImporter().importPackages("cn.shouwang.pear");
    private static final JavaClasses NOTHING = new ClassFileImporter().importClasses();

    @TempDir
    private Path events;

    @Test
    void a_service_that_forgot_nothing_has_no_gap() throws IOException {
        Files.createDirectories(events.resolve("pear"));
        assertThat(new FormCoverage(PEAR, PEAR, events).gaps()).isEmpty();
    }

    @Test
    void a_history_that_no_test_holds_to_its_forms_is_a_gap() {
        assertThat(new FormCoverage(PEAR, without("PearEventFormsTest"), events).gaps())
                .containsExactly("cn.shouwang.pear.PearEvent is held to its stored forms by no test");
        assertThat(new FormCoverage(PEAR, NOTHING, events).gaps()).hasSize(1);
    }

    @Test
    void a_history_in_no_catalogue_is_a_gap() {
        assertThat(new FormCoverage(without("PearService"), PEAR, events).gaps())
                .containsExactly("cn.shouwang.pear.PearEvent is in no Catalogue");
    }

    @Test
    void approved_forms_of_a_concept_that_is_gone_are_a_gap() throws IOException {
        Files.createDirectories(events.resolve("plum"));
        assertThat(new FormCoverage(PEAR, PEAR, events).gaps())
                .containsExactly("the approved forms of plum belong to no history");
    }

    @Test
    void an_upcaster_that_the_service_would_not_use_is_a_gap() {
        var loose = new ClassFileImporter().importClasses(Service.class);
        assertThat(new FormCoverage(loose, NOTHING, events).gaps())
                .containsExactly("cn.shouwang.platform.store.Service reads earlier forms and is no component");
    }

    @Test
    void every_history_of_a_service_is_looked_at() {
        var seeded = new ClassFileImporter().importPackages("cn.shouwang.seeded");
        assertThat(new FormCoverage(seeded, seeded, events).gaps())
                .anyMatch(gap -> gap.startsWith("cn.shouwang.seeded.tree.TreeEvent is in no"))
                .anyMatch(gap -> gap.startsWith("cn.shouwang.seeded.tree.VagueEvent is held"));
    }

    private static JavaClasses without(String name) {
        return PEAR.that(DescribedPredicate.describe(
                "not " + name, (JavaClass type) -> !type.getSimpleName().equals(name)));
    }
}
