package cn.shouwang.monitoring.comparison;

import cn.shouwang.monitoring.calendar.Editions;
import cn.shouwang.monitoring.dataset.Dataset;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/// The rules of comparison, `shouwang.alert.editions`: each in force from a day on until the next begins. A
/// hit names the edition it was found by.
@Validated
@ConfigurationProperties("shouwang.alert")
public record AlertRules(@NotEmpty List<@Valid Edition> editions) {

    /// The rules in force from a day on.
    public record Edition(@NotNull LocalDate from, @NotEmpty List<@Valid AlertRule> rules) implements Editions.Dated {

        /// Those about a dataset.
        public List<AlertRule> about(Dataset dataset) {
            return rules.stream().filter(rule -> rule.dataset() == dataset).toList();
        }
    }

    public AlertRules {
        editions = Editions.inOrder(editions);
        editions.forEach(AlertRules::mustNameEachOnce);
    }

    /// The edition in force on that day; the earliest one for days before it.
    public Edition on(LocalDate day) {
        return Editions.on(editions, day);
    }

    /// The latest rule of that name, for whoever shows what it found.
    public Optional<AlertRule> named(String id) {
        return editions.reversed().stream()
                .flatMap(edition -> edition.rules().stream())
                .filter(rule -> rule.id().equals(id))
                .findFirst();
    }

    private static void mustNameEachOnce(Edition edition) {
        var names = edition.rules().stream().map(AlertRule::id).distinct().count();
        if (names < edition.rules().size()) {
            throw new IllegalArgumentException("two rules of the edition of " + edition.from() + " have one name");
        }
    }
}
