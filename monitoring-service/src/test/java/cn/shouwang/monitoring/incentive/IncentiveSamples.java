package cn.shouwang.monitoring.incentive;

import cn.shouwang.monitoring.incentive.IncentiveRuleEvent.IncentiveRulePublished;
import cn.shouwang.monitoring.incentive.IncentiveRuleEvent.IncentiveRuleRevised;
import cn.shouwang.monitoring.incentive.IncentiveRuleEvent.IncentiveRuleWithdrawn;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Rules made up for tests: 100 yuan a month from the 4th month on, 150 from the 7th, at most 800 yuan; and
/// 5 per cent of sales.
public final class IncentiveSamples {

    public static final IncentiveRuleId WORK =
            IncentiveRuleId.of("incentive-rule-00000000-0000-4000-8000-000000000041");
    public static final IncentiveRuleId SALES =
            IncentiveRuleId.of("incentive-rule-00000000-0000-4000-8000-000000000042");
    public static final String TOWN = "440233101";
    public static final LocalDate NEW_YEAR = LocalDate.of(2025, 1, 1);
    public static final LocalDate JULY = LocalDate.of(2025, 7, 1);
    public static final List<Tier> TIERS = List.of(new Tier(3, 10_000), new Tier(6, 15_000));
    public static final IncentiveTerms TERMS = terms(Unit.WORK_MONTHS, 1, TIERS, 80_000, NEW_YEAR, null);
    public static final IncentiveTerms LOWER =
            terms(Unit.WORK_MONTHS, 1, List.of(new Tier(0, 5_000)), 60_000, JULY, LocalDate.of(2025, 12, 31));
    public static final IncentiveTerms FIVE_PER_CENT =
            terms(Unit.OUTPUT_SOLD_FEN, 10_000, List.of(new Tier(0, 500)), 300_000, NEW_YEAR, null);

    public static final IncentiveRulePublished PUBLISHED = new IncentiveRulePublished(WORK, TOWN, 1, TERMS, NEW_YEAR);
    public static final IncentiveRuleRevised REVISED =
            new IncentiveRuleRevised(WORK, TOWN, 2, LOWER, "资金减少", LocalDate.of(2025, 6, 20));
    public static final IncentiveRuleWithdrawn WITHDRAWN =
            new IncentiveRuleWithdrawn(WORK, TOWN, 2, LocalDate.of(2025, 11, 1), "并入县级办法", JULY);

    private IncentiveSamples() {}

    public static IncentiveTerms terms(
            Unit unit, long per, List<Tier> tiers, long capFen, LocalDate from, @Nullable LocalDate until) {
        return new IncentiveTerms("多干多补", unit, per, tiers, capFen, from, until, "镇政〔2025〕5号");
    }

    public static IncentiveRules.Published rule(IncentiveRuleId id, IncentiveTerms... versions) {
        return new IncentiveRules.Published(id, TOWN, Arrays.asList(versions), null);
    }
}
