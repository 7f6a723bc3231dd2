package cn.shouwang.monitoring.quality;

import cn.shouwang.monitoring.household.Health;
import cn.shouwang.monitoring.household.LabourAbility;
import cn.shouwang.monitoring.household.MemberId;
import cn.shouwang.monitoring.household.Person;
import cn.shouwang.monitoring.profile.MemberProfile;
import cn.shouwang.monitoring.profile.SchoolStatus;
import java.time.LocalDate;
import java.time.Period;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What is known of one member on one day. `told` counts the facts that told of this member.
record MemberFacts(MemberId id, Person person, MemberProfile profile, long told, LocalDate today) {

    private static final Set<LabourAbility> FULL = EnumSet.of(LabourAbility.ORDINARY, LabourAbility.SKILLED);
    private static final Set<LabourAbility> UNABLE = EnumSet.of(LabourAbility.LOST, LabourAbility.NONE);

    Spot spot(String key) {
        return new Spot(id, key, told);
    }

    /// Whether the age is known and lies between these, both included.
    boolean isAged(int from, int to) {
        var age = age();
        return age != null && from <= age && age <= to;
    }

    /// Whether the age is known and lies outside these.
    boolean isAgedOutside(int from, int to) {
        return age() != null && !isAged(from, to);
    }

    boolean isHealthy() {
        return person.health().equals(Set.of(Health.HEALTHY));
    }

    boolean isIll() {
        return person.health().contains(Health.CHRONIC) || person.health().contains(Health.SERIOUS);
    }

    /// At school by the status that is told, or else by what was said when the member was entered.
    boolean isAtSchool() {
        var status = status();
        return status == null ? person.student() : status.isAtSchool();
    }

    @Nullable
    SchoolStatus status() {
        return profile.schooling() == null ? null : profile.schooling().status();
    }

    boolean hasFullLabour() {
        return FULL.contains(person.labour());
    }

    /// Whether the member can work at all, be it half.
    boolean canWork() {
        return !UNABLE.contains(person.labour());
    }

    /// Whether work for a wage is on record.
    boolean hasWorked() {
        return profile.work() != null
                && (profile.work().hasPlace() || profile.work().hasMonths());
    }

    private @Nullable Integer age() {
        return person.born() == null
                ? null
                : Period.between(person.born(), today).getYears();
    }
}
