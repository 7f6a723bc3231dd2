package cn.shouwang.monitoring.enrolment;

import cn.shouwang.monitoring.household.BaseType;
import cn.shouwang.monitoring.household.Person;
import cn.shouwang.monitoring.person.Phone;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A household as a file tells it, the first of its rows being `row`. `number` is its own in the
/// national system, absent in what was staged before numbers were kept.
record Entered(
        int row,
        @Nullable String number,
        String village,
        BaseType baseType,
        @Nullable String address,
        @Nullable Phone phone,
        List<Member> members) {

    /// One of its rows.
    record Member(@Nullable String number, Person person) {

        /// Nothing personal.
        @Override
        public String toString() {
            return "Member";
        }
    }

    Entered {
        members = List.copyOf(members);
    }

    /// Nothing personal.
    @Override
    public String toString() {
        return "Entered[" + row + "]";
    }
}
