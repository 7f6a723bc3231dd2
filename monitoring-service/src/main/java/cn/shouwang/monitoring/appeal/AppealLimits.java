package cn.shouwang.monitoring.appeal;

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

/// Until when a household may appeal, and the town answers.
@Validated
@ConfigurationProperties("shouwang.appeal")
public record AppealLimits(@NotEmpty List<@Valid Edition> editions) {

    /// Working days: `appeal` after the day until which the household is told of its rejection, `answer` after
    /// the day of the appeal. `source` says which document sets them.
    public record Edition(
            @NotNull LocalDate from,
            @Positive int appeal,
            @Positive int answer,
            @NotBlank String source) implements Editions.Dated {}

    public AppealLimits {
        editions = Editions.inOrder(editions);
    }

    /// The edition in force on that day; the earliest one for days before it.
    public Edition on(LocalDate day) {
        return Editions.on(editions, day);
    }
}
