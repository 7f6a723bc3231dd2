package cn.shouwang.monitoring.incentive;

import cn.shouwang.monitoring.incentive.IncentiveRuleCommand.PublishIncentiveRule;
import cn.shouwang.monitoring.incentive.IncentiveRuleCommand.ReviseIncentiveRule;
import cn.shouwang.monitoring.incentive.IncentiveRuleCommand.WithdrawIncentiveRule;
import cn.shouwang.platform.command.Commands;
import cn.shouwang.platform.store.Accepted;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// Publishes, revises and withdraws incentive rules. Amounts are fen, since rates may be small.
@RestController
@RequestMapping("/incentive-rules")
class IncentiveRuleController {

    record TierRequest(
            @NotNull @PositiveOrZero Long from,
            @NotNull @Positive Long rateFen) {}

    record TermsRequest(
            @NotBlank @Size(max = 100) String title,
            @NotNull Unit unit,
            @NotNull @Positive Long per,
            @NotEmpty @Size(max = 10) List<@NotNull @Valid TierRequest> tiers,
            @NotNull @Positive Long capFen,
            @NotNull LocalDate from,
            @Nullable LocalDate until,
            @NotBlank @Size(max = 100) String source) {

        IncentiveTerms terms() {
            return new IncentiveTerms(
                    title.strip(),
                    unit,
                    per,
                    tiers.stream()
                            .map(tier -> new Tier(tier.from(), tier.rateFen()))
                            .toList(),
                    capFen,
                    from,
                    until,
                    source);
        }
    }

    record PublishRequest(
            @NotNull @Pattern(regexp = "[0-9]{6}|[0-9]{9}") String division,
            @NotNull @Valid TermsRequest terms,
            @NotNull LocalDate on) {}

    record ReviseRequest(
            @NotNull @Valid TermsRequest terms,
            @NotBlank @Size(max = 200) String reason,
            @NotNull LocalDate on) {}

    record WithdrawRequest(
            @NotNull LocalDate from,
            @NotBlank @Size(max = 200) String reason,
            @NotNull LocalDate on) {}

    private final Commands commands;

    IncentiveRuleController(Commands commands) {
        this.commands = commands;
    }

    @PostMapping
    Accepted publish(@Valid @RequestBody PublishRequest request) {
        return commands.send(new PublishIncentiveRule(
                IncentiveRuleId.fresh(), request.division(), request.terms().terms(), request.on()));
    }

    @PostMapping("/{rule}/revisions")
    Accepted revise(@PathVariable IncentiveRuleId rule, @Valid @RequestBody ReviseRequest request) {
        return commands.send(new ReviseIncentiveRule(
                rule, request.terms().terms(), request.reason().strip(), request.on()));
    }

    @PostMapping("/{rule}/withdrawal")
    Accepted withdraw(@PathVariable IncentiveRuleId rule, @Valid @RequestBody WithdrawRequest request) {
        return commands.send(
                new WithdrawIncentiveRule(rule, request.from(), request.reason().strip(), request.on()));
    }
}
