package cn.shouwang.monitoring.helper;

import cn.shouwang.monitoring.calendar.Editions;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import java.time.LocalDate;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/// How many households one helper has and how often they are visited, `shouwang.helper.*`:
/// editions, each in force from a day on until the next begins.
@Validated
@ConfigurationProperties("shouwang.helper")
record HelperTerms(@NotEmpty List<@Valid Edition> editions) {

    /// Most households of one helper; months from one visit to the next, by kind of household.
    /// `source` says which document sets them.
    record Edition(
            @NotNull LocalDate from,
            @Positive int maxHouseholds,
            @Positive int activeMonths,
            @Positive int removedMonths,
            @Positive int liftedMonths,
            @NotBlank String source)
            implements Editions.Dated {

        NextVisit after(LocalDate day, VisitKind kind) {
            var months =
                    switch (kind) {
                        case ACTIVE -> activeMonths;
                        case REMOVED -> removedMonths;
                        case LIFTED -> liftedMonths;
                    };
            return new NextVisit(day.plusMonths(months), kind, from);
        }
    }

    HelperTerms {
        editions = Editions.inOrder(editions);
    }

    /// The edition in force on that day; the earliest one for days before it.
    Edition on(LocalDate day) {
        return Editions.on(editions, day);
    }
}
