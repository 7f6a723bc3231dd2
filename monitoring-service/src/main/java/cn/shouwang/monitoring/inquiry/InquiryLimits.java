package cn.shouwang.monitoring.inquiry;

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

/// Until when the departments answer: an inquiry keeps the day that followed from the edition of its own.
@Validated
@ConfigurationProperties("shouwang.inquiry")
public record InquiryLimits(@NotEmpty List<@Valid Edition> editions) {

    /// `compareDays` calendar days from the request. `source` says which document sets them.
    public record Edition(
            @NotNull LocalDate from,
            @Positive int compareDays,
            @NotBlank String source) implements Editions.Dated {}

    public InquiryLimits {
        editions = Editions.inOrder(editions);
    }

    LocalDate until(LocalDate on) {
        return on.plusDays(Editions.on(editions, on).compareDays());
    }
}
