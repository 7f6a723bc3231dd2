package cn.shouwang.monitoring.inquiry;

import cn.shouwang.monitoring.calendar.Editions;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Positive;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/// Until when the departments answer, and where they are asked before every determination: an inquiry keeps the
/// day that followed from the edition of its own, a determination the edition itself.
@Validated
@ConfigurationProperties("shouwang.inquiry")
public record InquiryLimits(@NotEmpty List<@Valid Edition> editions) {

    /// `compareDays` calendar days from the request. `askedIn` are the codes of the divisions in which nobody is
    /// determined before the departments have answered, or were spared; nowhere when it is left out. `source` says
    /// which document sets them.
    public record Edition(
            @NotNull LocalDate from,
            @Positive int compareDays,
            List<@NotNull @Pattern(regexp = "[0-9]{6}|[0-9]{9}|[0-9]{12}") String> askedIn,
            @NotBlank String source)
            implements Editions.Dated {

        public Edition {
            askedIn = List.copyOf(Objects.requireNonNullElse(askedIn, List.of()));
        }

        /// Whether the departments are asked before anybody of that village is determined.
        public boolean isMandatory(String village) {
            return askedIn.stream().anyMatch(village::startsWith);
        }
    }

    public InquiryLimits {
        editions = Editions.inOrder(editions);
    }

    /// The edition in force on that day; the earliest one for days before it.
    public Edition on(LocalDate day) {
        return Editions.on(editions, day);
    }

    LocalDate until(LocalDate on) {
        return on.plusDays(on(on).compareDays());
    }
}
