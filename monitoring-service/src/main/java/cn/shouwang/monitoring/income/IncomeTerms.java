package cn.shouwang.monitoring.income;

import cn.shouwang.monitoring.calendar.Editions;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.List;
import java.util.Optional;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/// How income is computed and over which months. An assessment stores the edition of its day.
@Validated
@ConfigurationProperties("shouwang.income")
public record IncomeTerms(@NotEmpty List<@Valid Edition> editions) {

    /// `months` whole months make a sheet; the yearly cycle begins on `annualFrom`. `source` says
    /// which document sets them.
    public record Edition(
            @NotNull LocalDate from,
            @NotNull Formula formula,
            @Positive int months,
            @NotNull MonthDay annualFrom,
            @NotBlank String source)
            implements Editions.Dated {}

    public IncomeTerms {
        editions = Editions.inOrder(editions);
    }

    /// The edition in force on that day; the earliest one for days before it.
    public Edition on(LocalDate day) {
        return Editions.on(editions, day);
    }

    /// Whether there is an edition that begins on that day and computes so.
    boolean has(LocalDate from, Formula formula) {
        return Optional.of(Editions.on(editions, from))
                .filter(edition -> edition.from().equals(from) && edition.formula() == formula)
                .isPresent();
    }
}
