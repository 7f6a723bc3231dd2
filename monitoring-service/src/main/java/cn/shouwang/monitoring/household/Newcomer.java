package cn.shouwang.monitoring.household;

import cn.shouwang.monitoring.person.Phone;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A household that is to be put on the register, whole, under a number chosen for it.
/// `nationalNumber` is the national system's, of the household and of each member.
public record Newcomer(
        HouseholdId household,
        String village,
        BaseType baseType,
        @Nullable String address,
        @Nullable Phone phone,
        @Nullable String nationalNumber,
        List<Joining> members) {

    /// Someone who belongs to it from its first day on the register.
    public record Joining(
            MemberId member, Person person, @Nullable String nationalNumber) {}

    public Newcomer {
        members = List.copyOf(members);
    }

    /// Under whose keys its events will be sealed.
    List<String> subjects() {
        var subjects = new ArrayList<String>();
        if (address != null || phone != null || nationalNumber != null) {
            subjects.add(household.toString());
        }
        members.forEach(joining -> subjects.add(joining.member().toString()));
        return subjects;
    }

    /// Nothing personal.
    @Override
    public String toString() {
        return "Newcomer[" + household + "]";
    }
}
