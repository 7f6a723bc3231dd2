package cn.shouwang.monitoring.identification;

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

/// The time limits of the procedure, `shouwang.identify.*`: editions, each in force from a day on until
/// the next begins. A case keeps the dates that followed from the edition of its day.
@Validated
@ConfigurationProperties("shouwang.identify")
public record Limits(@NotEmpty List<@Valid Edition> editions) {

    /// Days of one edition: `totalDays` calendar days from opening to determination, `publicityDays` full
    /// calendar days a notice hangs (the posting day is day 0), `refusalNoticeWorkDays` working days to
    /// tell a refused household why. `source` says which document sets them.
    public record Edition(
            @NotNull LocalDate from,
            @Positive int totalDays,
            @Positive int publicityDays,
            @Positive int refusalNoticeWorkDays,
            @NotBlank String source)
            implements Editions.Dated {}

    public Limits {
        editions = Editions.inOrder(editions);
    }

    /// The edition in force on that day; the earliest one for days before it.
    public Edition on(LocalDate day) {
        return Editions.on(editions, day);
    }
}
