package cn.shouwang.monitoring.report;

import cn.shouwang.monitoring.person.PersonDocument;
import cn.shouwang.monitoring.person.PersonName;
import cn.shouwang.monitoring.person.Phone;
import cn.shouwang.platform.event.Personal;
import org.jspecify.annotations.Nullable;

/// Who speaks for the household, and by what right: a relation or an official role, at least one of
/// them (rule M17 of the procedure).
public record Delegate(
        @Personal PersonName name,
        @Personal Phone phone,
        @Personal @Nullable PersonDocument document,
        @Nullable Relation relation,
        @Nullable Office office) {

    /// What the delegate is to the household. Stored by name: add, never rename.
    public enum Relation {
        SPOUSE,
        PARENT,
        CHILD,
        SIBLING,
        OTHER_RELATIVE,
        NEIGHBOUR
    }

    /// Official role in which the delegate helps. Stored by name: add, never rename.
    public enum Office {
        VILLAGE_COMMITTEE,
        GROUP_LEADER,
        GRID_WORKER,
        FIRST_SECRETARY,
        TEAM_MEMBER,
        TOWN_OFFICE,
        SOCIAL_WORKER
    }

    /// Whether it is said by what right the delegate speaks.
    boolean explained() {
        return relation != null || office != null;
    }
}
