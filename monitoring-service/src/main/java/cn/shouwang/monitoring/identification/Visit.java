package cn.shouwang.monitoring.identification;

import cn.shouwang.monitoring.household.LabourAbility;
import cn.shouwang.monitoring.household.MemberId;
import cn.shouwang.monitoring.income.Income;
import cn.shouwang.platform.event.Compared;
import cn.shouwang.platform.rule.RuleBroken;
import java.util.List;
import java.util.Set;

/// What was seen on the spot, by whom, and which account entered it.
///
/// `selfPaidFen` is spending on treatment, schooling and the like after reimbursement, documented
/// and within the rules, over the same twelve months as the income.
public record Visit(
        List<Visitor> visitors,
        @Compared Guarantees guarantees,
        @Compared Income income,
        @Compared long selfPaidFen,
        List<MemberSeen> seen,
        String collector) {

    /// Someone who was there: account and office title, never a name.
    public record Visitor(String account, String title, boolean relativeOfHousehold) {}

    /// The four questions of the identification form on housing, schooling, water and medical
    /// insurance; true means a problem.
    public record Guarantees(
            boolean housingProblem, boolean childOutOfSchool, boolean waterProblem, boolean memberUninsured) {}

    /// A member met on the visit, and what work that member can do.
    public record MemberSeen(MemberId member, LabourAbility ability) {}

    private static final int FEWEST_VISITORS = 2;

    public Visit {
        visitors = List.copyOf(visitors);
        seen = List.copyOf(seen);
    }

    /// Rule M6: at least two visitors, not all of them relatives; and whom they saw lives there.
    public void mustBeCredible(Set<MemberId> members) {
        if (visitors.stream().map(Visitor::account).distinct().count() < FEWEST_VISITORS) {
            throw new RuleBroken("identification.too-few-visitors", "two people visit, under their own accounts");
        }
        if (visitors.stream().allMatch(Visitor::relativeOfHousehold)) {
            throw new RuleBroken("identification.only-relatives", "at least one visitor is no relative");
        }
        if (seen.stream().map(MemberSeen::member).distinct().count() < seen.size()) {
            throw new RuleBroken("identification.member-twice", "a member is seen once");
        }
        seen.forEach(member -> mustLiveThere(member.member(), members));
    }

    static void mustLiveThere(MemberId member, Set<MemberId> members) {
        if (!members.contains(member)) {
            throw new RuleBroken("identification.unknown-member", "%s is no member".formatted(member));
        }
    }
}
