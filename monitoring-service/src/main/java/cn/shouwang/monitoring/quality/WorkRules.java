package cn.shouwang.monitoring.quality;

import cn.shouwang.monitoring.profile.PublicPost;
import cn.shouwang.monitoring.profile.Work;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;

/// Labour and work: Q07, Q08, Q09, Q10, Q22.
final class WorkRules {

    private WorkRules() {}

    /// Q07.
    static Stream<Spot> healthyWithoutLabour(HouseholdFacts facts) {
        var figures = facts.figures();
        return facts.each(
                member -> member.isHealthy()
                        && !member.isAtSchool()
                        && member.isAged(figures.workingFrom(), figures.workingTo())
                        && switch (member.person().labour()) {
                            case NONE, WEAK_OR_HALF -> true;
                            case ORDINARY, SKILLED, LOST -> false;
                        },
                "labour");
    }

    /// Q08.
    static Stream<Spot> awayWithoutLabour(HouseholdFacts facts) {
        return facts.each(works(work -> work.hasPlace()).and(member -> !member.hasFullLabour()), "labour");
    }

    /// Q09.
    static Stream<Spot> placeAndMonths(HouseholdFacts facts) {
        return Stream.concat(
                facts.each(works(work -> work.hasPlace() && !work.hasMonths()), "months"),
                facts.each(works(work -> work.hasMonths() && !work.hasPlace()), "place"));
    }

    /// Q10, one finding for each thing that is missing.
    static Stream<Spot> currentWork(HouseholdFacts facts) {
        var missing = new LinkedHashMap<String, Predicate<Work>>();
        missing.put("wage", work -> work.monthlyWageFen() == null || work.monthlyWageFen() == 0);
        missing.put(
                "employer", work -> work.employer() == null || work.employer().isBlank());
        missing.put("sector", work -> work.sector() == null);
        missing.put("channel", work -> work.channel() == null);
        missing.put("point-to-point", work -> work.pointToPoint() == null);
        return missing.entrySet().stream().flatMap(one -> current(facts, one));
    }

    private static Stream<Spot> current(HouseholdFacts facts, Map.Entry<String, Predicate<Work>> missing) {
        return facts.each(works(work -> work.current() && missing.getValue().test(work)), missing.getKey());
    }

    /// Q22.
    static Stream<Spot> publicPost(HouseholdFacts facts) {
        return Stream.concat(
                facts.each(holds(post -> post.payer() != null && !hasMonths(post)), "months"),
                facts.each(holds(post -> post.payer() == null && hasMonths(post)), "post"));
    }

    private static boolean hasMonths(PublicPost post) {
        return post.months() != null && post.months() > 0;
    }

    private static Predicate<MemberFacts> works(Predicate<Work> so) {
        return member -> {
            var work = member.profile().work();
            return work != null && so.test(work);
        };
    }

    private static Predicate<MemberFacts> holds(Predicate<PublicPost> so) {
        return member -> {
            var post = member.profile().post();
            return post != null && so.test(post);
        };
    }
}
