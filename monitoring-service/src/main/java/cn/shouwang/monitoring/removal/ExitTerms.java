package cn.shouwang.monitoring.removal;

import cn.shouwang.monitoring.calendar.Editions;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/// What a removal must show, `shouwang.exit.*`: editions, each in force from a day on until the next
/// begins. A decision keeps the first day of the edition it was made by.
@Validated
@ConfigurationProperties("shouwang.exit")
record ExitTerms(@NotEmpty List<@Valid Edition> editions) {

    /// One edition: `minMonths` between determination and removal, `stableMonths` of stable income, and the
    /// criteria that a removal by itself, without assistance, need not show. `source` says which documents
    /// set them.
    record Edition(
            @NotNull LocalDate from,
            @Positive int minMonths,
            @Positive int stableMonths,
            @NotNull Set<@NotNull Criterion> naturalWaives,
            @NotBlank String source)
            implements Editions.Dated {}

    ExitTerms {
        editions = Editions.inOrder(editions);
    }

    /// The edition in force on that day; the earliest one for days before it.
    Edition on(LocalDate day) {
        return Editions.on(editions, day);
    }
}
