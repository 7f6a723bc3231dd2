package cn.shouwang.monitoring.identification;

import cn.shouwang.monitoring.household.HouseholdId;
import cn.shouwang.monitoring.inquiry.Inquiries;
import cn.shouwang.monitoring.inquiry.Inquiries.State;
import cn.shouwang.monitoring.inquiry.InquiryLimits;
import cn.shouwang.platform.rule.RuleBroken;
import java.time.LocalDate;

/// Whether the departments had to be asked before a decision, and the first day of the edition that said so
/// (rule M15). Whether they must is the county's choice.
public record ComparisonRule(LocalDate edition, boolean mandatory) {

    static ComparisonRule of(InquiryLimits limits, String village, LocalDate on) {
        var edition = limits.on(on);
        return new ComparisonRule(edition.from(), edition.isMandatory(village));
    }

    /// What the departments were asked they have answered, and what speaks against the household was weighed;
    /// by the day of the decision where they must be asked.
    void mustBeMet(Inquiries inquiries, HouseholdId household, int cycle, LocalDate on) {
        switch (inquiries.of(household, cycle)) {
            case ASKED -> throw new RuleBroken("identification.comparison-open", "the departments have not answered");
            case UNWEIGHED ->
                throw new RuleBroken("identification.hits-unweighed", "a negative check was found and not weighed");
            case NONE, SETTLED -> {}
        }
        if (mandatory && inquiries.on(household, cycle, on) != State.SETTLED) {
            throw new RuleBroken(
                    "identification.comparison-missing",
                    "by %s the departments had neither answered nor been spared".formatted(on));
        }
    }
}
