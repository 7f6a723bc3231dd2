package cn.shouwang.monitoring.household;

import static cn.shouwang.platform.test.Rules.broken;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.shouwang.monitoring.division.Divisions;
import cn.shouwang.monitoring.household.HouseholdCommand.AddMember;
import cn.shouwang.monitoring.household.HouseholdCommand.CorrectMember;
import cn.shouwang.monitoring.household.HouseholdCommand.DecreaseMember;
import cn.shouwang.monitoring.household.HouseholdCommand.RegisterHousehold;
import cn.shouwang.monitoring.household.HouseholdCommand.RegisterHousehold.Joining;
import cn.shouwang.monitoring.household.HouseholdEvent.HeadNamed;
import cn.shouwang.monitoring.household.HouseholdEvent.HouseholdRegistered;
import cn.shouwang.monitoring.household.HouseholdEvent.MemberAdded;
import cn.shouwang.monitoring.household.HouseholdEvent.MemberCorrected;
import cn.shouwang.monitoring.household.HouseholdEvent.MemberDecreased;
import cn.shouwang.monitoring.person.PersonDocument;
import cn.shouwang.monitoring.person.PersonName;
import cn.shouwang.platform.security.Actor;
import cn.shouwang.platform.security.OutOfDivision;
import cn.shouwang.platform.security.Role;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.axonframework.test.aggregate.ResultValidator;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class HouseholdTest {

    private static final HouseholdId ID = HouseholdId.of("7b0d6f1e-2a7c-4a57-9a0b-0d0c7c1f4e11");
    private static final MemberId HEAD = MemberId.of("00000000-0000-4000-8000-000000000001");
    private static final MemberId WIFE = MemberId.of("00000000-0000-4000-8000-000000000002");
    private static final MemberId SON = MemberId.of("00000000-0000-4000-8000-000000000003");
    private static final String VILLAGE = "440233999999";
    private static final Actor VILLAGER = new Actor("cun01", Role.VILLAGE_COMMITTEE, VILLAGE, Actor.Channel.WEB);
    private static final LocalDate TODAY = LocalDate.of(2025, 11, 20);
    private static final LocalDate SINCE = TODAY.minusDays(30);

    private static final Person HEAD_PERSON = Persons.of(Persons.MAN, Relation.HEAD);
    private static final Person WIFE_PERSON = Persons.of(Persons.WOMAN, Relation.SPOUSE);
    private static final Person SON_PERSON = Persons.of(Persons.SON, Relation.SON);

    private static final HouseholdEvent REGISTERED =
            new HouseholdRegistered(ID, VILLAGE, BaseType.ORDINARY, null, null, SINCE);
    private static final HouseholdEvent WITH_HEAD = new MemberAdded(ID, VILLAGE, HEAD, HEAD_PERSON, SINCE);
    private static final HouseholdEvent WITH_WIFE = new MemberAdded(ID, VILLAGE, WIFE, WIFE_PERSON, SINCE);

    private final FixtureConfiguration<Household> household = new AggregateTestFixture<>(Household.class)
            .registerInjectableResource(Divisions.withTrialTown())
            .registerInjectableResource(Clock.fixed(TODAY.atStartOfDay().toInstant(ZoneOffset.UTC), ZoneOffset.UTC));

    @Test
    void a_household_is_registered_with_its_members_the_head_first() {
        household
                .givenNoPriorActivity()
                .when(
                        register(VILLAGE, TODAY, new Joining(WIFE, WIFE_PERSON), new Joining(HEAD, HEAD_PERSON)),
                        VILLAGER.toMeta())
                .expectEvents(
                        new HouseholdRegistered(ID, VILLAGE, BaseType.ORDINARY, null, null, TODAY),
                        new MemberAdded(ID, VILLAGE, HEAD, HEAD_PERSON, TODAY),
                        new MemberAdded(ID, VILLAGE, WIFE, WIFE_PERSON, TODAY));
    }

    @Test
    void a_household_without_a_head_is_not_registered_Q02() {
        refusedAtRegistration("household.no-head", VILLAGE, TODAY, new Joining(WIFE, WIFE_PERSON));
        refusedAtRegistration("household.no-head", VILLAGE, TODAY);
    }

    @Test
    void a_household_with_two_heads_is_not_registered_Q02() {
        refusedAtRegistration(
                "household.second-head",
                VILLAGE,
                TODAY,
                new Joining(HEAD, HEAD_PERSON),
                new Joining(SON, Persons.of(Persons.SON, Relation.HEAD)));
    }

    @Test
    void a_household_is_not_registered_in_a_village_that_is_not_on_the_map() {
        refusedAtRegistration("division.unknown-village", "440233999996", TODAY, new Joining(HEAD, HEAD_PERSON));
    }

    @Test
    void a_household_is_not_registered_tomorrow() {
        refusedAtRegistration("household.date-ahead", VILLAGE, TODAY.plusDays(1), new Joining(HEAD, HEAD_PERSON));
    }

    @Test
    void a_household_of_another_village_is_out_of_reach() {
        household
                .givenNoPriorActivity()
                .when(register("440233001001", TODAY, new Joining(HEAD, HEAD_PERSON)), VILLAGER.toMeta())
                .expectException(OutOfDivision.class);
        var elsewhere = new Actor("cun02", Role.VILLAGE_COMMITTEE, "440233001001", Actor.Channel.WEB);
        given(new AddMember(ID, SON, SON_PERSON, null, TODAY), elsewhere).expectException(OutOfDivision.class);
    }

    @Test
    void a_member_joins() {
        given(new AddMember(ID, SON, SON_PERSON, null, TODAY))
                .expectEvents(new MemberAdded(ID, VILLAGE, SON, SON_PERSON, TODAY));
    }

    @Test
    void a_member_joins_for_a_reason() {
        given(new AddMember(ID, SON, SON_PERSON, IncreaseReason.RETURNED, TODAY))
                .expectEvents(new MemberAdded(ID, VILLAGE, SON, SON_PERSON, IncreaseReason.RETURNED, TODAY));
    }

    @Test
    void a_second_head_or_spouse_does_not_join_Q02() {
        given(new AddMember(ID, SON, Persons.of(Persons.SON, Relation.HEAD), null, TODAY))
                .expectException(broken("household.second-head"));
        given(new AddMember(ID, SON, Persons.of(Persons.SON, Relation.SPOUSE), null, TODAY))
                .expectException(broken("household.second-spouse"));
    }

    @Test
    void nobody_joins_twice_Q01() {
        given(new AddMember(ID, SON, Persons.of(Persons.WOMAN, Relation.OTHER), null, TODAY))
                .expectException(broken("household.person-twice"));
        given(new AddMember(ID, WIFE, SON_PERSON, null, TODAY)).expectException(broken("household.member-known"));
    }

    @Test
    void nobody_joins_before_the_registration_before_birth_or_tomorrow() {
        given(new AddMember(ID, SON, SON_PERSON, null, SINCE.minusDays(1)))
                .expectException(broken("household.date-before"));
        given(new AddMember(ID, SON, SON_PERSON, null, TODAY.plusDays(1)))
                .expectException(broken("household.date-ahead"));
        var unborn = Person.entered(
                PersonName.of("林新"),
                PersonDocument.of("T-440233999999-1"),
                Sex.FEMALE,
                TODAY.plusDays(1),
                Relation.SONS_DAUGHTER,
                LabourAbility.NONE,
                Set.of(Health.HEALTHY),
                false);
        given(new AddMember(ID, SON, unborn, null, TODAY)).expectException(broken("household.not-born-yet"));
    }

    @Test
    void nobody_is_both_healthy_and_ill() {
        var both = Persons.of(Persons.SON, Relation.SON, Set.of(Health.HEALTHY, Health.CHRONIC));
        given(new AddMember(ID, SON, both, null, TODAY)).expectException(broken("household.health-unclear"));
        var neither = Persons.of(Persons.SON, Relation.SON, Set.of());
        given(new AddMember(ID, SON, neither, null, TODAY)).expectException(broken("household.health-unclear"));
    }

    @Test
    void a_member_is_corrected() {
        var ill = Persons.of(Persons.WOMAN, Relation.SPOUSE, Set.of(Health.SERIOUS));
        given(new CorrectMember(ID, WIFE, ill, TODAY)).expectEvents(new MemberCorrected(ID, VILLAGE, WIFE, ill, TODAY));
    }

    @Test
    void a_correction_leaves_exactly_one_head_Q02() {
        given(new CorrectMember(ID, HEAD, Persons.of(Persons.MAN, Relation.OTHER), TODAY))
                .expectException(broken("household.no-head"));
        given(new CorrectMember(ID, WIFE, Persons.of(Persons.WOMAN, Relation.HEAD), TODAY))
                .expectException(broken("household.second-head"));
    }

    @Test
    void a_stranger_is_not_corrected() {
        given(new CorrectMember(ID, SON, SON_PERSON, TODAY)).expectException(broken("household.unknown-member"));
    }

    @Test
    void a_member_leaves() {
        given(new DecreaseMember(ID, WIFE, DecreaseReason.MOVED_OUT, null, TODAY))
                .expectEvents(new MemberDecreased(ID, VILLAGE, WIFE, DecreaseReason.MOVED_OUT, TODAY));
    }

    @Test
    void a_head_leaves_others_only_to_a_new_head() {
        given(new DecreaseMember(ID, HEAD, DecreaseReason.DEATH, null, TODAY))
                .expectException(broken("household.head-needs-successor"));
        given(new DecreaseMember(ID, HEAD, DecreaseReason.DEATH, SON, TODAY))
                .expectException(broken("household.unknown-member"));
        given(new DecreaseMember(ID, WIFE, DecreaseReason.DEATH, HEAD, TODAY))
                .expectException(broken("household.no-successor-needed"));
        given(new DecreaseMember(ID, HEAD, DecreaseReason.DEATH, WIFE, TODAY))
                .expectEvents(
                        new MemberDecreased(ID, VILLAGE, HEAD, DecreaseReason.DEATH, TODAY),
                        new HeadNamed(ID, VILLAGE, WIFE, TODAY));
    }

    @Test
    void the_last_member_leaves_without_a_successor() {
        household
                .given(REGISTERED, WITH_HEAD)
                .when(new DecreaseMember(ID, HEAD, DecreaseReason.DEATH, null, TODAY), VILLAGER.toMeta())
                .expectEvents(new MemberDecreased(ID, VILLAGE, HEAD, DecreaseReason.DEATH, TODAY));
    }

    @Test
    void the_dead_are_not_corrected_back_nor_registered_again() {
        var gone = new MemberDecreased(ID, VILLAGE, WIFE, DecreaseReason.DEATH, SINCE);
        household
                .given(REGISTERED, WITH_HEAD, WITH_WIFE, gone)
                .when(new CorrectMember(ID, WIFE, WIFE_PERSON, TODAY), VILLAGER.toMeta())
                .expectException(broken("household.member-deceased"));
        household
                .given(REGISTERED, WITH_HEAD, WITH_WIFE, gone)
                .when(new AddMember(ID, SON, WIFE_PERSON, null, TODAY), VILLAGER.toMeta())
                .expectException(broken("household.member-deceased"));
    }

    @Test
    void whoever_moved_out_is_not_corrected_but_may_come_back_under_a_new_number() {
        var gone = new MemberDecreased(ID, VILLAGE, WIFE, DecreaseReason.MOVED_OUT, SINCE);
        household
                .given(REGISTERED, WITH_HEAD, WITH_WIFE, gone)
                .when(new CorrectMember(ID, WIFE, WIFE_PERSON, TODAY), VILLAGER.toMeta())
                .expectException(broken("household.member-gone"));
        household
                .given(REGISTERED, WITH_HEAD, WITH_WIFE, gone)
                .when(new AddMember(ID, SON, WIFE_PERSON, null, TODAY), VILLAGER.toMeta())
                .expectEvents(new MemberAdded(ID, VILLAGE, SON, WIFE_PERSON, TODAY));
    }

    @Test
    void sex_and_birth_are_read_from_the_id() {
        assertThat(HEAD_PERSON.sex()).isEqualTo(Sex.MALE);
        assertThat(HEAD_PERSON.born()).isEqualTo(LocalDate.of(1970, 1, 1));
        assertThat(WIFE_PERSON.sex()).isEqualTo(Sex.FEMALE);
    }

    @Test
    void the_register_knows_who_is_present() {
        var gone = new MemberDecreased(ID, VILLAGE, WIFE, DecreaseReason.MOVED_OUT, SINCE);
        var register = new Register(_ -> Stream.of(REGISTERED, WITH_HEAD, WITH_WIFE, gone), _ -> Set.of());
        assertThat(register.of(ID))
                .isEqualTo(new Register.Entry(
                        ID,
                        VILLAGE,
                        BaseType.ORDINARY,
                        Map.of(HEAD, LabourAbility.ORDINARY),
                        Map.of(WIFE, DecreaseReason.MOVED_OUT)));
        assertThatThrownBy(() -> new Register(_ -> Stream.empty(), _ -> Set.of()).of(ID))
                .isInstanceOf(AggregateNotFoundException.class);
    }

    private ResultValidator<Household> given(HouseholdCommand command) {
        return given(command, VILLAGER);
    }

    private ResultValidator<Household> given(HouseholdCommand command, Actor actor) {
        return household.given(REGISTERED, WITH_HEAD, WITH_WIFE).when(command, actor.toMeta());
    }

    private void refusedAtRegistration(String rule, String village, LocalDate on, Joining... members) {
        household
                .givenNoPriorActivity()
                .when(
                        register(village, on, members),
                        new Actor("c", Role.COUNTY_OFFICER, "440233", Actor.Channel.WEB).toMeta())
                .expectNoEvents()
                .expectException(broken(rule));
    }

    private static RegisterHousehold register(String village, LocalDate on, Joining... members) {
        return new RegisterHousehold(ID, village, BaseType.ORDINARY, null, null, List.of(members), on);
    }
}
