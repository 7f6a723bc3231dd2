package cn.shouwang.monitoring.identification;

import cn.shouwang.platform.event.Personal;
import org.jspecify.annotations.Nullable;

/// The county's word, with what it was measured against (rule M15): the income line in force and
/// the income of the last visit on the basis of that line. `ground` tells why a household below the
/// line is in sudden hardship. `determiner` is the account that determined. `comparison` is absent in what was
/// determined before there was a setting.
public record Decision(
        String number,
        Finding finding,
        LineUsed line,
        long incomePerHeadFen,
        @Nullable @Personal String ground,
        String determiner,
        @Nullable ComparisonRule comparison) {

    /// The line a decision used: which published version, and its yearly amount per head.
    public record LineUsed(String version, long amountFen) {}
}
