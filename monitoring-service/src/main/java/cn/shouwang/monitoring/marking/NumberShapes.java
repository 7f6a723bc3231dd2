package cn.shouwang.monitoring.marking;

import cn.shouwang.monitoring.calendar.Editions;
import cn.shouwang.platform.rule.RuleBroken;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import java.util.List;
import java.util.regex.Pattern;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/// What a household's number in the national system looks like.
@Validated
@ConfigurationProperties("shouwang.marking")
public record NumberShapes(@NotEmpty List<@Valid Edition> editions) {

    /// `number` is matched whole. `source` says which document sets it.
    public record Edition(
            @NotNull LocalDate from,
            @NotNull Pattern number,
            @NotBlank String source) implements Editions.Dated {}

    public NumberShapes {
        editions = Editions.inOrder(editions);
    }

    /// Refuses with `marking.number-misshapen` what is no number of that day.
    void mustBeNumber(String text, LocalDate on) {
        if (!Editions.on(editions, on).number().matcher(text).matches()) {
            throw new RuleBroken("marking.number-misshapen", "this is no number of a household");
        }
    }
}
