package cn.shouwang.monitoring.assistance;

import cn.shouwang.monitoring.calendar.Editions;
import cn.shouwang.monitoring.clue.RiskType;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/// What help must respect, `shouwang.measure.*`: editions, each in force from a day on until the next
/// begins.
@Validated
@ConfigurationProperties("shouwang.measure")
record MeasureTerms(@NotEmpty List<@Valid Edition> editions) {

    /// One edition: within how many days of the determination a first measure, and within how many months a
    /// developmental one, is in place; and which families meet which risk, any where a risk is not named.
    /// `source` says which documents set them.
    record Edition(
            @NotNull LocalDate from,
            @Positive int firstWithinDays,
            @Positive int developmentalWithinMonths,
            @NotNull Map<RiskType, Set<Family>> meets,
            @NotBlank String source)
            implements Editions.Dated {

        boolean suits(Family family, RiskType risk) {
            return meets.getOrDefault(risk, Set.of(Family.values())).contains(family);
        }

        /// By when a household determined on `since` should have it.
        LocalDate dueOn(Lack lack, LocalDate since) {
            return switch (lack) {
                case ANY_MEASURE -> since.plusDays(firstWithinDays);
                case DEVELOPMENTAL_MEASURE -> since.plusMonths(developmentalWithinMonths);
            };
        }
    }

    MeasureTerms {
        editions = Editions.inOrder(editions);
    }

    /// The edition in force on that day; the earliest one for days before it.
    Edition on(LocalDate day) {
        return Editions.on(editions, day);
    }
}
