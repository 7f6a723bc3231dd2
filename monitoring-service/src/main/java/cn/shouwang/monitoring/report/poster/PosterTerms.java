package cn.shouwang.monitoring.report.poster;

import cn.shouwang.monitoring.calendar.Editions;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.time.LocalDate;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/// What posters say, `shouwang.poster.*`: editions, each in force from a day on until the next begins.
@Validated
@ConfigurationProperties("shouwang.poster")
record PosterTerms(@NotEmpty List<@Valid Edition> editions) {

    /// One edition: the telephone that takes reports, and the sentences in Chinese and in English. In these
    /// `{telephone}`, `{accept-days}` and `{total-days}` stand for what is in force. `source` says where
    /// the sentences come from.
    record Edition(
            @NotNull LocalDate from,
            @NotNull @Pattern(regexp = "[0-9]{3,12}") String telephone,
            @NotEmpty List<@NotBlank String> chinese,
            @NotEmpty List<@NotBlank String> english,
            @NotBlank String source)
            implements Editions.Dated {}

    PosterTerms {
        editions = Editions.inOrder(editions);
    }

    /// The edition in force on that day; the earliest one for days before it.
    Edition on(LocalDate day) {
        return Editions.on(editions, day);
    }
}
