package cn.shouwang.monitoring.quality;

import cn.shouwang.monitoring.calendar.Editions;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.PositiveOrZero;
import java.time.LocalDate;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/// The figures of the rules, `shouwang.quality.editions`, each edition in force from a day on until
/// the next begins. A finding keeps the edition it was made with.
@Validated
@ConfigurationProperties("shouwang.quality")
record Figures(@NotEmpty List<@Valid Edition> editions) {

    /// Ages in years, both ends included: at primary school (Q05), at senior or vocational school
    /// (Q05), of work (Q07), from which on tekun is unlikely (Q24, up to the end of the age of
    /// work). Months after identification by which there is a measure (Q15) and one that develops
    /// (Q16), and in which no risk is gone yet (Q17). The wage below which it is unlikely (Q26),
    /// and from how many members on half of them are hardly too few (Q20).
    record Edition(
            @NotNull LocalDate from,
            @PositiveOrZero int primaryFrom,
            @Positive int primaryTo,
            @Positive int seniorFrom,
            @Positive int seniorTo,
            @Positive int workingFrom,
            @Positive int workingTo,
            @Positive int adultFrom,
            @Positive int firstMeasureMonths,
            @Positive int developmentalMonths,
            @Positive int removalMonths,
            @Positive long leastWageYuan,
            @Positive int shortageMembers,
            @NotBlank String source)
            implements Editions.Dated {

        private static final long FEN = 100;

        long leastWageFen() {
            return leastWageYuan * FEN;
        }
    }

    Figures {
        editions = Editions.inOrder(editions);
    }

    /// The edition in force on that day; the earliest one for days before it.
    Edition on(LocalDate day) {
        return Editions.on(editions, day);
    }
}
