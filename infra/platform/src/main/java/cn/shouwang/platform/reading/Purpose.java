package cn.shouwang.platform.reading;

import cn.shouwang.platform.reading.Field.Kind;
import cn.shouwang.platform.rule.RuleBroken;
import cn.shouwang.platform.security.NotAllowed;
import cn.shouwang.platform.security.Role;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What someone needs to see a personal field for. Stored by name: add, never rename.
///
/// Source: purpose and necessity for every handling of sensitive data (PIPL articles 6 and 28), the
/// rights of article 44 to 50, and the offices of the county's procedure. An office without a
/// purpose here sees nothing: the three administrators, bank, departments.
public enum Purpose {
    /// Checking on the spot, or against papers, what was said.
    VERIFICATION,
    /// Calling or finding somebody.
    CONTACT,
    /// Carrying out what was decided for somebody.
    AID,
    /// Comparing with a department's data.
    COMPARISON,
    /// Looking into a complaint or an objection, which the note names.
    COMPLAINT,
    /// Putting an entry right.
    CORRECTION,
    /// An audit, whose order the note names.
    INSPECTION,
    /// Answering somebody who asks for their own data; the note says how they asked.
    RIGHTS_REQUEST;

    private static final Set<Role> GROUNDS = EnumSet.of(Role.VILLAGE_COMMITTEE, Role.FIRST_SECRETARY);
    private static final Set<Role> OFFICES = EnumSet.of(Role.TOWN_OFFICE, Role.COUNTY_OFFICER, Role.COUNTY_LEADER);

    /// Whether an office ever has this purpose.
    public boolean isOf(Role role) {
        return switch (this) {
            case CONTACT -> role == Role.GROUP_LEADER || GROUNDS.contains(role) || OFFICES.contains(role);
            case VERIFICATION, AID, CORRECTION, COMPLAINT -> GROUNDS.contains(role) || OFFICES.contains(role);
            case COMPARISON -> OFFICES.contains(role);
            case INSPECTION -> role == Role.AUDITOR;
            case RIGHTS_REQUEST -> role == Role.VILLAGE_COMMITTEE || OFFICES.contains(role);
        };
    }

    /// Whether a field of that kind serves this purpose.
    public boolean needs(Kind kind) {
        return switch (this) {
            case CONTACT -> kind == Kind.CONTACT;
            case COMPARISON -> kind != Kind.SENSITIVE;
            case VERIFICATION, AID, COMPLAINT, CORRECTION, INSPECTION, RIGHTS_REQUEST -> true;
        };
    }

    /// Whether the purpose must be explained in a note.
    public boolean wantsNote() {
        return this == COMPLAINT || this == INSPECTION || this == RIGHTS_REQUEST;
    }

    /// Refuses a role that sees such a field for no purpose at all, with [NotAllowed].
    static void mustSee(Role role, Kind kind) {
        if (Arrays.stream(values()).noneMatch(purpose -> purpose.isOf(role) && purpose.needs(kind))) {
            throw new NotAllowed(role + " sees no field of kind " + kind);
        }
    }

    /// As [#mustSee]; and refuses a purpose that is not the role's or does not need the field with
    /// `reading.purpose-unsuited`, a missing note with `reading.note-missing`.
    void mustServe(Role role, Kind kind, @Nullable String note) {
        mustSee(role, kind);
        if (!isOf(role) || !needs(kind)) {
            throw new RuleBroken("reading.purpose-unsuited", "%s does not see %s for %s".formatted(role, kind, this));
        }
        if (wantsNote() && (note == null || note.isBlank())) {
            throw new RuleBroken("reading.note-missing", this + " is explained in a note");
        }
    }
}
