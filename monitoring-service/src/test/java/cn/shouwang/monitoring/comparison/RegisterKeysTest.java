package cn.shouwang.monitoring.comparison;

import static org.assertj.core.api.Assertions.assertThat;

import cn.shouwang.monitoring.dataset.PersonKey;
import cn.shouwang.monitoring.household.BaseType;
import cn.shouwang.monitoring.household.DecreaseReason;
import cn.shouwang.monitoring.household.HouseholdEvent.BaseTypeCorrected;
import cn.shouwang.monitoring.household.HouseholdEvent.BaseTypeDisputed;
import cn.shouwang.monitoring.household.HouseholdEvent.HouseholdRegistered;
import cn.shouwang.monitoring.household.HouseholdEvent.MemberAdded;
import cn.shouwang.monitoring.household.HouseholdEvent.MemberCorrected;
import cn.shouwang.monitoring.household.HouseholdEvent.MemberDecreased;
import cn.shouwang.monitoring.household.HouseholdId;
import cn.shouwang.monitoring.household.MemberId;
import cn.shouwang.monitoring.household.Persons;
import cn.shouwang.monitoring.household.Relation;
import cn.shouwang.monitoring.identification.Case;
import cn.shouwang.monitoring.identification.IdentificationEvent.AuthorizationSigned;
import cn.shouwang.monitoring.identification.IdentificationEvent.IdentificationOpened;
import cn.shouwang.monitoring.identification.IdentificationEvent.IdentificationRejected;
import cn.shouwang.monitoring.identification.RejectionReason;
import cn.shouwang.monitoring.identification.Signature;
import cn.shouwang.monitoring.inquiry.InquiryEvent.AuthorizationWithdrawn;
import cn.shouwang.monitoring.removal.Way;
import cn.shouwang.platform.erasure.ErasureEvent.ErasureApproved;
import cn.shouwang.platform.erasure.ErasureId;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class RegisterKeysTest {

    private static final String VILLAGE = "440233999999";
    private static final LocalDate DAY = LocalDate.of(2025, 11, 1);
    private static final HouseholdId HOUSEHOLD = HouseholdId.of("00000000-0000-4000-8000-0000000000aa");
    private static final MemberId HEAD = MemberId.of("00000000-0000-4000-8000-000000000001");
    private static final MemberId SPOUSE = MemberId.of("00000000-0000-4000-8000-000000000002");

    private final RegisterKeys register =
            new RegisterKeys(id -> new PersonKey(1, id.value().hashCode()));

    @Test
    void everyone_with_a_resident_id_has_a_key_in_the_village_of_the_household() {
        given(registered(), added(HEAD, Persons.MAN), added(SPOUSE, "PASSPORT:E12345678"));
        assertThat(people()).singleElement().satisfies(person -> {
            assertThat(person.member()).isEqualTo(HEAD);
            assertThat(person.division()).isEqualTo(VILLAGE);
            assertThat(person.standing()).isEqualTo(Standing.LIFTED);
            assertThat(person.born()).isEqualTo(LocalDate.of(1970, 1, 1));
            assertThat(person.signedOn()).isNull();
            assertThat(person.inCase()).isFalse();
        });
    }

    @Test
    void a_corrected_base_type_is_the_standing_from_then_on() {
        given(registered(), added(HEAD, Persons.MAN));
        given(new BaseTypeDisputed(HOUSEHOLD, VILLAGE, BaseType.ORDINARY, "录错", "名册", DAY));
        assertThat(people()).extracting(Person::standing).containsExactly(Standing.LIFTED);
        given(new BaseTypeCorrected(HOUSEHOLD, VILLAGE, BaseType.ORDINARY, DAY, DAY));
        assertThat(people()).extracting(Person::standing).containsExactly(Standing.ORDINARY);
    }

    @Test
    void a_corrected_id_has_another_key_and_who_left_or_is_forgotten_has_none() {
        given(registered(), added(HEAD, Persons.MAN), added(SPOUSE, Persons.SON));
        var before = people();
        given(new MemberCorrected(HOUSEHOLD, VILLAGE, HEAD, Persons.of(Persons.WOMAN, Relation.HEAD), DAY));
        assertThat(people())
                .extracting(Person::key)
                .isNotEqualTo(before.stream().map(Person::key).toList());
        given(new MemberDecreased(HOUSEHOLD, VILLAGE, HEAD, DecreaseReason.DEATH, DAY));
        assertThat(people()).extracting(Person::member).containsExactly(SPOUSE);
        var erasure = ErasureId.of(UUID.randomUUID().toString());
        given(new ErasureApproved(erasure, VILLAGE, SPOUSE.toString(), List.of(SPOUSE.toString()), DAY));
        assertThat(people()).isEmpty();
    }

    @Test
    void M5_a_signature_counts_for_the_case_it_was_given_in() {
        given(registered(), added(HEAD, Persons.MAN));
        given(new IdentificationOpened(HOUSEHOLD, VILLAGE, 1, BaseType.LIFTED, null, DAY.plusDays(15), DAY));
        given(new AuthorizationSigned(HOUSEHOLD, VILLAGE, 1, HEAD, Signature.FINGERPRINT, true, DAY));
        assertThat(people()).extracting(Person::signedOn).containsExactly(DAY);
        assertThat(people()).extracting(Person::inCase).containsExactly(true);
        given(new AuthorizationWithdrawn(HOUSEHOLD, VILLAGE, 1, DAY));
        assertThat(people()).extracting(Person::signedOn).containsOnlyNulls();
        given(new AuthorizationSigned(HOUSEHOLD, VILLAGE, 1, HEAD, Signature.FINGERPRINT, true, DAY));
        given(new IdentificationRejected(HOUSEHOLD, VILLAGE, 1, null, RejectionReason.NO_RISK, "无", DAY, DAY));
        assertThat(people()).extracting(Person::signedOn).containsOnlyNulls();
        assertThat(people()).extracting(Person::inCase).containsExactly(false);
    }

    @Test
    void a_household_counts_as_monitored_until_it_is_let_go_and_again_after_a_reversion() {
        given(new HouseholdRegistered(Case.HOUSEHOLD, VILLAGE, BaseType.ORDINARY, null, null, DAY));
        given(new MemberAdded(Case.HOUSEHOLD, VILLAGE, HEAD, Persons.of(Persons.MAN, Relation.HEAD), DAY));
        given(Case.OPENED, Case.AUTHORIZED, Case.DETERMINED);
        assertThat(people()).extracting(Person::standing).containsExactly(Standing.MONITORED);
        given(Way.REMOVED);
        assertThat(people()).extracting(Person::standing).containsExactly(Standing.ORDINARY);
        assertThat(people()).extracting(Person::signedOn).containsOnlyNulls();
        assertThat(people()).extracting(Person::inCase).containsExactly(false);
        given(Way.REVERTED);
        assertThat(people()).extracting(Person::standing).containsExactly(Standing.MONITORED);
        given(Way.CLOSED);
        assertThat(people()).extracting(Person::standing).containsExactly(Standing.ORDINARY);
    }

    @Test
    void the_same_event_twice_changes_nothing() {
        given(registered(), added(HEAD, Persons.MAN));
        var once = people();
        given(registered(), added(HEAD, Persons.MAN));
        assertThat(people()).isEqualTo(once);
    }

    private void given(Object... events) {
        List.of(events).forEach(register::on);
    }

    private List<Person> people() {
        var people = new ArrayList<Person>();
        register.each(people::add);
        return people;
    }

    private static HouseholdRegistered registered() {
        return new HouseholdRegistered(HOUSEHOLD, VILLAGE, BaseType.LIFTED, null, null, DAY);
    }

    private static MemberAdded added(MemberId member, String document) {
        return new MemberAdded(HOUSEHOLD, VILLAGE, member, Persons.of(document, Relation.HEAD), DAY);
    }
}
