package cn.shouwang.monitoring.comparison;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.shouwang.monitoring.alert.AlertPoliciesTest;
import cn.shouwang.monitoring.comparison.AlertRules.Edition;
import cn.shouwang.monitoring.dataset.Dataset;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption.Predefined;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.io.ClassPathResource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class AlertRulesTest {

    @Test
    void M15_every_dataset_has_a_rule_in_the_settings_and_each_names_its_source() throws IOException {
        var edition = settings().on(LocalDate.of(2025, 4, 2));
        assertThat(Dataset.values())
                .allSatisfy(dataset ->
                        assertThat(edition.about(dataset)).as(dataset.name()).isNotEmpty());
        assertThat(edition.rules()).allSatisfy(rule -> assertThat(rule.source()).isNotBlank());
        assertThat(edition.rules())
                .filteredOn(rule -> rule.effect() == Effect.ALERT)
                .allSatisfy(rule -> assertThat(rule.risks()).isNotEmpty());
    }

    @Test
    void M15_a_batch_is_compared_by_the_edition_of_its_day() {
        var rule = AlertPoliciesTest.rules().editions().getFirst().rules();
        var rules = new AlertRules(
                List.of(new Edition(LocalDate.of(2026, 1, 1), rule), new Edition(LocalDate.of(2021, 1, 1), rule)));
        assertThat(rules.on(LocalDate.of(2025, 12, 31)).from()).isEqualTo(LocalDate.of(2021, 1, 1));
        assertThat(rules.on(LocalDate.of(2026, 1, 1)).from()).isEqualTo(LocalDate.of(2026, 1, 1));
        assertThat(rules.on(LocalDate.of(2020, 1, 1)).from()).isEqualTo(LocalDate.of(2021, 1, 1));
    }

    @Test
    void two_rules_of_one_name_are_a_mistake() {
        var rule = AlertPoliciesTest.rules().editions().getFirst().rules().getFirst();
        var edition = new Edition(LocalDate.of(2021, 1, 1), List.of(rule, rule));
        assertThatThrownBy(() -> new AlertRules(List.of(edition))).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void no_decision_about_a_case_knows_what_a_comparison_found() {
        var identification = new ClassFileImporter()
                .withImportOption(Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages("cn.shouwang.monitoring.identification");
        assertThat(identification).isNotEmpty();
        assertThat(identification)
                .flatExtracting(type -> List.copyOf(type.getDirectDependenciesFromSelf()))
                .extracting(dependency -> dependency.getTargetClass().getPackageName())
                .doesNotContain(
                        "cn.shouwang.monitoring.alert",
                        "cn.shouwang.monitoring.comparison",
                        "cn.shouwang.monitoring.batch");
    }

    private static AlertRules settings() throws IOException {
        var sources = new YamlPropertySourceLoader().load("rules", new ClassPathResource("application.yml"));
        return new Binder(ConfigurationPropertySources.from(sources.getFirst()))
                .bind("shouwang.alert", AlertRules.class)
                .get();
    }
}
