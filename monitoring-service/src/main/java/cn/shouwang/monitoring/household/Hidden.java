package cn.shouwang.monitoring.household;

import java.util.Set;

/// What the register knows of a household that no public text may tell: documents and phone numbers of
/// everyone who is or was a member, and the names of all but the head. Held in memory for one decision.
public record Hidden(Set<String> documents, Set<String> phones, Set<String> names) {

    public static final Hidden NOTHING = new Hidden(Set.of(), Set.of(), Set.of());

    /// Nothing personal.
    @Override
    public String toString() {
        return "Hidden";
    }
}
