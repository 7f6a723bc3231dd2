package cn.shouwang.monitoring.comparison;

import cn.shouwang.monitoring.clue.RiskType;
import cn.shouwang.monitoring.dataset.Dataset;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// One rule of an edition. `from` holds the threshold for each standing, in the unit of the measure;
/// households of a standing that is not there are not compared. `codes` and `numbers` narrow the rows, all
/// count when they are empty; `ages` (both included) are for [Measure#ABSENT]. `weight` ranks hits of
/// different rules. `source` says who names the threshold, or that nobody does.
public record AlertRule(
        @NotNull @Pattern(regexp = "[a-z][a-z-]{2,40}") String id,
        @NotBlank String title,
        @NotNull Dataset dataset,
        @NotNull Measure measure,
        @NotNull Effect effect,
        @NotNull Span span,
        @DefaultValue @Size(max = 20) List<@NotBlank String> codes,
        @DefaultValue @Size(max = 20) List<@NotNull Integer> numbers,
        @Nullable Ages ages,
        @NotEmpty Map<Standing, @Positive Long> from,
        @DefaultValue @Size(max = 5) List<RiskType> risks,
        @Min(1) @Max(100) int weight,
        @NotBlank String source) {

    /// Ages in full years, both included.
    public record Ages(@Min(0) int from, @Max(150) int until) {}

    public AlertRule {
        codes = List.copyOf(codes);
        numbers = List.copyOf(numbers);
        risks = List.copyOf(risks);
    }

    @AssertTrue(message = "ages for ABSENT and for nothing else")
    boolean isAgedWhereDue() {
        return (ages != null) == (measure == Measure.ABSENT);
    }

    @AssertTrue(message = "an alert names the risks its clue will have")
    boolean isAtRisk() {
        return effect == Effect.CAREFUL || !risks.isEmpty();
    }
}
