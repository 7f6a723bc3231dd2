package cn.shouwang.monitoring.toolbox;

import cn.shouwang.monitoring.assistance.Family;
import cn.shouwang.monitoring.clue.RiskType;
import jakarta.validation.constraints.Pattern;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// The policies in force at a place: published papers, for everyone.
@RestController
class PublicPolicyController {

    /// A policy as a household reads it; `amountYuan` per `unit`, absent where no amount is set.
    record Answer(
            String policy,
            int version,
            String division,
            String title,
            Family family,
            List<RiskType> risks,
            String eligibility,
            @Nullable BigDecimal amountYuan,
            String unit,
            String standard,
            List<String> documents,
            String window,
            LocalDate from,
            @Nullable LocalDate until,
            String source) {

        static Answer of(Toolbox.InForce policy) {
            var terms = policy.terms();
            var amount = terms.standard().amountFen();
            return new Answer(
                    policy.policy().toString(),
                    policy.version(),
                    policy.division(),
                    terms.title(),
                    terms.family(),
                    terms.risks(),
                    terms.eligibility(),
                    amount == null ? null : BigDecimal.valueOf(amount, 2),
                    terms.standard().unit(),
                    terms.standard().text(),
                    terms.handling().documents(),
                    terms.handling().window(),
                    terms.validity().from(),
                    terms.validity().until(),
                    terms.source());
        }
    }

    private final Toolbox toolbox;
    private final Clock clock;

    PublicPolicyController(Toolbox toolbox, Clock clock) {
        this.toolbox = toolbox;
        this.clock = clock;
    }

    /// Those of a village with its town's and the county's, on day `on`, today unless told.
    @GetMapping("/public/policies")
    List<Answer> policies(
            @RequestParam @Pattern(regexp = "[0-9]{6}|[0-9]{9}|[0-9]{12}") String division,
            @RequestParam(required = false) @Nullable LocalDate on) {
        return toolbox.inForce(division, Objects.requireNonNullElseGet(on, () -> LocalDate.now(clock))).stream()
                .map(Answer::of)
                .toList();
    }
}
