package cn.shouwang.platform.reading;

import static cn.shouwang.platform.test.Rules.broken;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.MatcherAssert.assertThat;

import cn.shouwang.platform.reading.Field.Kind;
import cn.shouwang.platform.rule.RuleBroken;
import cn.shouwang.platform.security.NotAllowed;
import cn.shouwang.platform.security.Role;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class PurposeTest {

    private static final Set<Role> SEE = EnumSet.of(
            Role.GROUP_LEADER,
            Role.VILLAGE_COMMITTEE,
            Role.FIRST_SECRETARY,
            Role.TOWN_OFFICE,
            Role.COUNTY_OFFICER,
            Role.COUNTY_LEADER,
            Role.AUDITOR);

    @ParameterizedTest
    @EnumSource(Role.class)
    void only_those_who_work_on_a_case_and_the_auditor_ever_see_anything(Role role) {
        var purposes = EnumSet.allOf(Purpose.class).stream().filter(purpose -> purpose.isOf(role));
        assertThat(purposes.findAny().isPresent()).isEqualTo(SEE.contains(role));
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void a_group_leader_sees_contacts_and_nothing_else(Kind kind) {
        if (kind == Kind.CONTACT) {
            assertThatCode(() -> Purpose.CONTACT.mustServe(Role.GROUP_LEADER, kind, null))
                    .doesNotThrowAnyException();
        } else {
            assertThatThrownBy(() -> Purpose.CONTACT.mustServe(Role.GROUP_LEADER, kind, null))
                    .isInstanceOf(NotAllowed.class);
        }
    }

    @Test
    void an_auditor_has_one_purpose() {
        assertThat(EnumSet.allOf(Purpose.class).stream().filter(purpose -> purpose.isOf(Role.AUDITOR)))
                .containsExactly(Purpose.INSPECTION);
    }

    @ParameterizedTest
    @CsvSource({
        "VERIFICATION, AUDITOR, CONTACT",
        "INSPECTION, COUNTY_LEADER, CONTACT",
        "COMPARISON, VILLAGE_COMMITTEE, IDENTITY",
        "RIGHTS_REQUEST, FIRST_SECRETARY, IDENTITY",
        "COMPARISON, COUNTY_OFFICER, SENSITIVE",
        "CONTACT, COUNTY_OFFICER, IDENTITY",
        "CONTACT, TOWN_OFFICE, SENSITIVE"
    })
    void a_purpose_that_is_not_ones_own_or_needs_no_such_field_is_refused(Purpose purpose, Role role, Kind kind) {
        assertThatThrownBy(() -> purpose.mustServe(role, kind, "why"))
                .isInstanceOfSatisfying(
                        RuleBroken.class, refusal -> assertThat(refusal, broken("reading.purpose-unsuited")));
    }

    @ParameterizedTest
    @CsvSource({"COMPLAINT, TOWN_OFFICE", "INSPECTION, AUDITOR", "RIGHTS_REQUEST, VILLAGE_COMMITTEE"})
    void what_wants_a_reason_is_refused_without_one(Purpose purpose, Role role) {
        for (var note : new String[] {null, "", " \t"}) {
            assertThatThrownBy(() -> purpose.mustServe(role, Kind.IDENTITY, note))
                    .isInstanceOfSatisfying(
                            RuleBroken.class, refusal -> assertThat(refusal, broken("reading.note-missing")));
        }
        assertThatCode(() -> purpose.mustServe(role, Kind.IDENTITY, "why")).doesNotThrowAnyException();
    }
}
