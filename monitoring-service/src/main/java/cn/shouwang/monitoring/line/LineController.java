package cn.shouwang.monitoring.line;

import cn.shouwang.monitoring.line.LineCommand.CorrectLine;
import cn.shouwang.monitoring.line.LineCommand.PublishLine;
import cn.shouwang.platform.command.Commands;
import cn.shouwang.platform.store.Accepted;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// Publishes and corrects income lines. Amounts are yuan with at most two decimals.
@RestController
@RequestMapping("/lines")
class LineController {

    record TermsRequest(
            @NotNull @Positive @Digits(integer = 7, fraction = 2)
            BigDecimal amountYuan,

            @NotNull Boolean inclusive,
            @NotNull Basis basis,
            @NotBlank @Size(max = 50) String documentNo,
            @NotNull LocalDate effectiveFrom,
            @NotNull @Size(max = 200) String derivation) {

        LineTerms terms() {
            return new LineTerms(
                    amountYuan.movePointRight(2).longValueExact(),
                    inclusive,
                    basis,
                    documentNo,
                    effectiveFrom,
                    derivation);
        }
    }

    record PublishLineRequest(
            @NotNull @Pattern(regexp = "[0-9]{6}|[0-9]{9}|[0-9]{12}")
            String area,

            @NotNull @Min(2021) @Max(2099) Integer year,
            @NotNull @Valid TermsRequest terms,
            @NotNull LocalDate on) {}

    record CorrectLineRequest(
            @NotNull @Valid TermsRequest terms,
            @NotBlank @Size(max = 200) String reason,
            @NotNull LocalDate on) {}

    private final Commands commands;

    LineController(Commands commands) {
        this.commands = commands;
    }

    @PostMapping
    Accepted publish(@Valid @RequestBody PublishLineRequest request) {
        var line = new LineId(request.area(), request.year());
        return commands.send(new PublishLine(line, request.terms().terms(), request.on()));
    }

    @PostMapping("/{line}/corrections")
    Accepted correct(@PathVariable LineId line, @Valid @RequestBody CorrectLineRequest request) {
        return commands.send(new CorrectLine(line, request.terms().terms(), request.reason(), request.on()));
    }
}
