package cn.shouwang.monitoring.assistance;

import cn.shouwang.monitoring.clue.RiskType;
import cn.shouwang.monitoring.household.MemberId;
import cn.shouwang.platform.event.Personal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What is to be done, for whom, against which of the household's risks, by whom and when.
///
/// `members` may be empty when it is for all. `subItem` says what it is in words, `ground` why a family is
/// chosen that does not usually meet the risk; both may name anyone. `policy` is the policy it rests on,
/// `provider` the department that gives it, `amountFen` what is planned in all, 0 where it is no money;
/// `unit` what is counted, e.g. 元 or 次.
public record Plan(
        List<MemberId> members,
        Family family,
        @Personal String subItem,
        RiskType risk,
        @Nullable @Personal String ground,
        @Nullable String policy,
        String provider,
        LocalDate start,
        @Nullable LocalDate plannedEnd,
        long amountFen,
        String unit,
        String fundingSource) {

    public Plan {
        members = List.copyOf(members);
    }
}
