package cn.shouwang.monitoring.toolbox;

import cn.shouwang.monitoring.assistance.Family;
import cn.shouwang.monitoring.clue.RiskType;
import cn.shouwang.platform.rule.RuleBroken;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What one version of a policy says.
///
/// `title` is its Chinese name, `risks` are those it helps against, none for a policy that is not about
/// risks; `eligibility` is an expression as [Eligibility] reads it; `source` names the document that
/// sets the policy.
public record PolicyTerms(
        String title,
        Family family,
        List<RiskType> risks,
        String eligibility,
        Standard standard,
        Handling handling,
        Validity validity,
        String source) {

    /// What is given: `amountFen` for each `unit` (户, 人, 学期 …), absent where the document names no
    /// amount; `text` says it in words.
    public record Standard(@Nullable Long amountFen, String unit, String text) {}

    /// What a household brings, and where to.
    public record Handling(List<String> documents, String window) {

        public Handling {
            documents = List.copyOf(documents);
        }
    }

    /// From which day on the version is in force, and until which, the day itself included; without an
    /// end until the next version begins.
    public record Validity(LocalDate from, @Nullable LocalDate until) {

        /// Whether the version is in force on that day, were there no later one.
        public boolean covers(LocalDate day) {
            return !day.isBefore(from) && (until == null || !day.isAfter(until));
        }
    }

    public PolicyTerms {
        risks = List.copyOf(risks);
    }

    void mustBeSound() {
        if (validity.until() != null && validity.until().isBefore(validity.from())) {
            throw new RuleBroken("toolbox.ends-before-begin", "a policy ends on or after the day it begins");
        }
        if (standard.amountFen() != null && standard.amountFen() <= 0) {
            throw new RuleBroken("toolbox.amount-not-positive", "a policy gives more than nothing");
        }
        Eligibility.of(eligibility);
    }
}
