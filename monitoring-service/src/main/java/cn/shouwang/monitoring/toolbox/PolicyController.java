package cn.shouwang.monitoring.toolbox;

import cn.shouwang.monitoring.assistance.Family;
import cn.shouwang.monitoring.clue.RiskType;
import cn.shouwang.monitoring.toolbox.PolicyCommand.PublishPolicy;
import cn.shouwang.monitoring.toolbox.PolicyCommand.RevisePolicy;
import cn.shouwang.monitoring.toolbox.PolicyCommand.WithdrawPolicy;
import cn.shouwang.monitoring.toolbox.PolicyTerms.Handling;
import cn.shouwang.monitoring.toolbox.PolicyTerms.Standard;
import cn.shouwang.monitoring.toolbox.PolicyTerms.Validity;
import cn.shouwang.platform.command.Commands;
import cn.shouwang.platform.store.Accepted;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// Publishes, revises and withdraws policies, and tells an office what is wrong with an eligibility
/// expression before it is published. Amounts are yuan with at most two decimals.
@RestController
@RequestMapping("/policies")
class PolicyController {

    record TermsRequest(
            @NotBlank @Size(max = 100) String title,
            @NotNull Family family,
            @NotNull @Size(max = 11) List<@NotNull RiskType> risks,
            @NotBlank @Size(max = Eligibility.LONGEST) String eligibility,

            @Nullable @Positive @Digits(integer = 8, fraction = 2)
            BigDecimal amountYuan,

            @NotBlank @Size(max = 20) String unit,
            @NotBlank @Size(max = 500) String standard,
            @NotNull @Size(max = 20) List<@NotBlank @Size(max = 100) String> documents,
            @NotBlank @Size(max = 100) String window,
            @NotNull LocalDate from,
            @Nullable LocalDate until,
            @NotBlank @Size(max = 100) String source) {

        PolicyTerms terms() {
            return new PolicyTerms(
                    title.strip(),
                    family,
                    risks.stream().distinct().toList(),
                    eligibility,
                    new Standard(
                            amountYuan == null
                                    ? null
                                    : amountYuan.movePointRight(2).longValueExact(),
                            unit,
                            standard),
                    new Handling(documents, window),
                    new Validity(from, until),
                    source);
        }
    }

    record PublishPolicyRequest(
            @NotNull @Pattern(regexp = "[0-9]{6}|[0-9]{9}") String division,
            @NotNull @Valid TermsRequest terms,
            @NotNull LocalDate on) {}

    record RevisePolicyRequest(
            @NotNull @Valid TermsRequest terms,
            @NotBlank @Size(max = 200) String reason,
            @NotNull LocalDate on) {}

    record WithdrawPolicyRequest(
            @NotNull LocalDate from,
            @NotBlank @Size(max = 200) String reason,
            @NotNull LocalDate on) {}

    record CheckRequest(
            @NotNull @Size(max = Eligibility.LONGEST) String eligibility) {}

    /// No faults: the expression may be published.
    record CheckAnswer(List<Eligibility.Fault> faults) {}

    private final Commands commands;

    PolicyController(Commands commands) {
        this.commands = commands;
    }

    @PostMapping
    Accepted publish(@Valid @RequestBody PublishPolicyRequest request) {
        return commands.send(new PublishPolicy(
                PolicyId.fresh(), request.division(), request.terms().terms(), request.on()));
    }

    @PostMapping("/{policy}/revisions")
    Accepted revise(@PathVariable PolicyId policy, @Valid @RequestBody RevisePolicyRequest request) {
        return commands.send(new RevisePolicy(
                policy, request.terms().terms(), request.reason().strip(), request.on()));
    }

    @PostMapping("/{policy}/withdrawal")
    Accepted withdraw(@PathVariable PolicyId policy, @Valid @RequestBody WithdrawPolicyRequest request) {
        return commands.send(
                new WithdrawPolicy(policy, request.from(), request.reason().strip(), request.on()));
    }

    @PostMapping("/checks")
    CheckAnswer check(@Valid @RequestBody CheckRequest request) {
        return new CheckAnswer(Eligibility.faults(request.eligibility()));
    }
}
