package cn.shouwang.monitoring.line;

import jakarta.validation.constraints.Pattern;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// The line in force at a place: a published figure, for everyone.
@RestController
class PublicLineController {

    /// Yuan per head per year; `inclusive` when an income equal to it is under the line.
    record Answer(String version, BigDecimal amountYuan, boolean inclusive) {}

    private final Lines lines;
    private final Clock clock;

    PublicLineController(Lines lines, Clock clock) {
        this.lines = lines;
        this.clock = clock;
    }

    /// The line on day `on`, today unless told; 409 `line.not-published` when there is none.
    @GetMapping("/public/line")
    Answer line(
            @RequestParam @Pattern(regexp = "[0-9]{6}|[0-9]{9}|[0-9]{12}") String division,
            @RequestParam(required = false) @Nullable LocalDate on) {
        var line = lines.inForce(division, Objects.requireNonNullElseGet(on, () -> LocalDate.now(clock)));
        return new Answer(line.version(), BigDecimal.valueOf(line.amountFen(), 2), line.inclusive());
    }
}
