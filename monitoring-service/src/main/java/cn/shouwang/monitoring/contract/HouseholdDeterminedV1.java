package cn.shouwang.monitoring.contract;

import java.time.LocalDate;
import java.util.List;

/// `monitoring.household-determined.v1`: the county determined that a household is monitored.
///
/// `risks` are ranked, the most serious first; amounts are fen per head per year, the income counted
/// as within the line when equal. `members` are those met on the last visit and the work they can do.
public record HouseholdDeterminedV1(
        String household,
        String village,
        int cycle,
        String category,
        List<String> risks,
        LocalDate determinedOn,
        long incomePerHeadFen,
        long lineFen,
        List<MemberV1> members) {

    public record MemberV1(String member, String ability) {}
}
