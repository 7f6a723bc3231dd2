package cn.shouwang.monitoring.quality;

import cn.shouwang.monitoring.profile.SchoolStatus.Stage;
import cn.shouwang.monitoring.profile.Schooling.Absence;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// School and education: Q04, Q05, Q23, Q25.
final class SchoolRules {

    private SchoolRules() {}

    /// Q04. Both is a contradiction; neither is a gap.
    static Stream<Spot> educationOrStatus(HouseholdFacts facts) {
        return Stream.concat(
                facts.each(member -> hasEducation(member) && member.status() != null, "both"),
                facts.each(member -> facts.isKept() && !hasEducation(member) && member.status() == null, "neither"));
    }

    private static boolean hasEducation(MemberFacts member) {
        var schooling = member.profile().schooling();
        return schooling != null && schooling.education() != null;
    }

    /// Q05.
    static Stream<Spot> ages(HouseholdFacts facts) {
        var figures = facts.figures();
        return facts.each(
                member -> switch (stage(member)) {
                    case PRIMARY -> member.isAgedOutside(figures.primaryFrom(), figures.primaryTo());
                    case SENIOR, VOCATIONAL -> member.isAgedOutside(figures.seniorFrom(), figures.seniorTo());
                    case NONE, PRESCHOOL, JUNIOR, COLLEGE, BACHELOR, POSTGRADUATE -> false;
                },
                "age");
    }

    /// Q23. A student of a vocational school or college.
    static Stream<Spot> yulu(HouseholdFacts facts) {
        return facts.each(
                member -> member.profile().support() != null
                        && member.profile().support().yulu()
                        && stage(member) != Stage.VOCATIONAL
                        && stage(member) != Stage.COLLEGE,
                "yulu");
    }

    /// Q25.
    static Stream<Spot> absence(HouseholdFacts facts) {
        return facts.each(member -> member.isHealthy() && isForHealth(reason(member)), "absence");
    }

    private static boolean isForHealth(@Nullable Absence reason) {
        return reason == Absence.ILLNESS || reason == Absence.DISABILITY;
    }

    private static @Nullable Absence reason(MemberFacts member) {
        var schooling = member.profile().schooling();
        return schooling == null ? null : schooling.notAtSchool();
    }

    private static Stage stage(MemberFacts member) {
        var status = member.status();
        return status == null ? Stage.NONE : status.stage();
    }
}
