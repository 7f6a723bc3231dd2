package cn.shouwang.monitoring.enrolment;

import cn.shouwang.monitoring.household.BaseType;
import cn.shouwang.monitoring.household.Person;
import cn.shouwang.monitoring.person.Phone;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A household as a file tells it, the first of its rows being `row`.
record Entered(
        int row,
        String village,
        BaseType baseType,
        @Nullable String address,
        @Nullable Phone phone,
        List<Person> members) {

    Entered {
        members = List.copyOf(members);
    }

    /// Nothing personal.
    @Override
    public String toString() {
        return "Entered[" + row + "]";
    }
}
