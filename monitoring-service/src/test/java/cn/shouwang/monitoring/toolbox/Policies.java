package cn.shouwang.monitoring.toolbox;

import cn.shouwang.monitoring.assistance.Family;
import cn.shouwang.monitoring.clue.RiskType;
import cn.shouwang.monitoring.toolbox.PolicyEvent.PolicyPublished;
import cn.shouwang.monitoring.toolbox.PolicyEvent.PolicyRevised;
import cn.shouwang.monitoring.toolbox.PolicyEvent.PolicyWithdrawn;
import cn.shouwang.monitoring.toolbox.PolicyTerms.Handling;
import cn.shouwang.monitoring.toolbox.PolicyTerms.Standard;
import cn.shouwang.monitoring.toolbox.PolicyTerms.Validity;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A policy made up for tests: a town's wage subsidy for households with labour.
public final class Policies {

    public static final PolicyId WORK = PolicyId.of("policy-00000000-0000-4000-8000-000000000031");
    public static final PolicyId SCHOOL = PolicyId.of("policy-00000000-0000-4000-8000-000000000032");
    public static final String TOWN = "440233101";
    public static final LocalDate SPRING = LocalDate.of(2025, 3, 1);
    public static final LocalDate SUMMER = LocalDate.of(2025, 6, 1);
    public static final PolicyTerms TERMS = terms("labour > 0", SPRING, null);
    public static final PolicyTerms STRICTER = terms("labour > 1", SUMMER, LocalDate.of(2025, 12, 31));

    public static final PolicyPublished PUBLISHED = new PolicyPublished(WORK, TOWN, 1, TERMS, SPRING);
    public static final PolicyRevised REVISED = new PolicyRevised(WORK, TOWN, 2, STRICTER, "资金减少", SUMMER);
    public static final PolicyWithdrawn WITHDRAWN =
            new PolicyWithdrawn(WORK, TOWN, 2, LocalDate.of(2025, 9, 1), "并入县级政策", LocalDate.of(2025, 8, 20));

    private Policies() {}

    public static PolicyTerms terms(String eligibility, LocalDate from, @Nullable LocalDate until) {
        return new PolicyTerms(
                "务工交通补助",
                Family.EMPLOYMENT,
                List.of(RiskType.UNSTABLE_WORK),
                eligibility,
                new Standard(30_000L, "人", "每人每年一次性300元"),
                new Handling(List.of("身份证", "务工证明"), "镇便民服务中心"),
                new Validity(from, until),
                "镇政〔2025〕3号");
    }

    public static Toolbox.InForce inForce(PolicyId policy, int version, String eligibility) {
        return new Toolbox.InForce(policy, version, TOWN, terms(eligibility, SPRING, null));
    }
}
