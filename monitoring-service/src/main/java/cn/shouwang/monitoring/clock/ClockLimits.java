package cn.shouwang.monitoring.clock;

import cn.shouwang.monitoring.calendar.Editions;
import jakarta.validation.Valid;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.PositiveOrZero;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/// By when each step of a case is due. A step is measured by the edition of the day it began; the
/// limit of the whole case is that of [cn.shouwang.monitoring.identification.Limits].
@Validated
@ConfigurationProperties("shouwang.clock")
public record ClockLimits(@NotEmpty List<@Valid Edition> editions) {

    /// Working days of one edition: `steps` for each step from the day it is waited for, `orange`
    /// before the limit as a warning, `rise` until a case that rose a level rises to the next.
    /// `source` says which document sets them.
    public record Edition(
            @NotNull LocalDate from,
            @NotNull Map<CaseStep, @PositiveOrZero Integer> steps,
            @PositiveOrZero int orange,
            @Positive int rise,
            @NotBlank String source)
            implements Editions.Dated {

        @AssertTrue(message = "every step has a limit")
        boolean isWhole() {
            return steps == null || steps.keySet().containsAll(List.of(CaseStep.values()));
        }

        int limit(CaseStep step) {
            return Objects.requireNonNull(steps.get(step));
        }
    }

    public ClockLimits {
        editions = Editions.inOrder(editions);
    }

    /// The edition in force on that day; the earliest one for days before it.
    public Edition on(LocalDate day) {
        return Editions.on(editions, day);
    }
}
