package cn.shouwang.monitoring.household;

import static cn.shouwang.platform.test.Rules.broken;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.shouwang.monitoring.household.HouseholdCommand.AddMember;
import cn.shouwang.monitoring.household.HouseholdCommand.AdmitMember;
import cn.shouwang.monitoring.household.HouseholdCommand.DecreaseMember;
import cn.shouwang.monitoring.household.HouseholdCommand.MoveMember;
import cn.shouwang.monitoring.household.HouseholdEvent.HeadNamed;
import cn.shouwang.monitoring.household.HouseholdEvent.HouseholdRegistered;
import cn.shouwang.monitoring.household.HouseholdEvent.MemberAdded;
import cn.shouwang.monitoring.household.HouseholdEvent.MemberDecreased;
import cn.shouwang.monitoring.household.HouseholdEvent.MemberDecreased.Destination;
import cn.shouwang.monitoring.household.HouseholdEvent.MemberDescribed;
import cn.shouwang.monitoring.profile.MemberProfile;
import cn.shouwang.platform.policy.Reaction;
import cn.shouwang.platform.rule.RuleBroken;
import cn.shouwang.platform.security.Actor;
import cn.shouwang.platform.security.OutOfDivision;
import cn.shouwang.platform.security.Role;
import cn.shouwang.platform.store.Accepted;
import cn.shouwang.platform.store.Recorded;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.axonframework.messaging.MetaData;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.axonframework.test.aggregate.ResultValidator;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/// A member moves from one household to another (rule M13).
@DisplayNameGeneration(ReplaceUnderscores.class)
class MoveTest {

    private static final HouseholdId HERE = HouseholdId.of("00000000-0000-4000-8000-0000000000a1");
    private static final HouseholdId THERE = HouseholdId.of("00000000-0000-4000-8000-0000000000a2");
    private static final HouseholdId NOWHERE = HouseholdId.of("00000000-0000-4000-8000-0000000000a3");
    private static final MemberId HEAD = MemberId.of("00000000-0000-4000-8000-000000000001");
    private static final MemberId SON = MemberId.of("00000000-0000-4000-8000-000000000003");
    private static final MemberId THEIR_HEAD = MemberId.of("00000000-0000-4000-8000-000000000004");
    private static final MemberId THEIR_WIFE = MemberId.of("00000000-0000-4000-8000-000000000005");
    private static final String VILLAGE = "440233999999";
    private static final String OTHER_VILLAGE = "440233999998";
    private static final Actor VILLAGER = new Actor("cun01", Role.VILLAGE_COMMITTEE, VILLAGE, Actor.Channel.WEB);
    private static final Actor TOWN = new Actor("zhen01", Role.TOWN_OFFICE, "440233999", Actor.Channel.WEB);
    private static final Actor POLICY = Actor.policy("p", "440233");
    private static final LocalDate TODAY = LocalDate.of(2025, 11, 20);
    private static final LocalDate SINCE = TODAY.minusDays(30);

    private static final Person SON_PERSON = Persons.of(Persons.SON, Relation.SON);
    private static final Destination SON_THERE = new Destination(THERE, Relation.OTHER);
    private static final MemberDecreased LEFT =
            new MemberDecreased(HERE, VILLAGE, SON, DecreaseReason.OTHER_HOUSEHOLD, SON_THERE, TODAY);
    private static final MemberAdded CAME = new MemberAdded(
            THERE,
            OTHER_VILLAGE,
            SON,
            Persons.of(Persons.SON, Relation.OTHER),
            IncreaseReason.OTHER_HOUSEHOLD,
            null,
            HERE,
            TODAY);

    private final List<HouseholdEvent> here = new ArrayList<>(List.of(
            new HouseholdRegistered(HERE, VILLAGE, BaseType.ORDINARY, null, null, SINCE),
            new MemberAdded(HERE, VILLAGE, HEAD, Persons.of(Persons.MAN, Relation.HEAD), SINCE),
            new MemberAdded(HERE, VILLAGE, SON, SON_PERSON, SINCE)));
    private final List<HouseholdEvent> there = new ArrayList<>(List.of(
            new HouseholdRegistered(THERE, OTHER_VILLAGE, BaseType.LIFTED, null, null, SINCE),
            new MemberAdded(THERE, OTHER_VILLAGE, THEIR_HEAD, Persons.of("999999194001060007", Relation.HEAD), SINCE)));
    private Set<MemberId> merged = Set.of();
    private final Register register = new Register(
            household -> (household.equals(HERE) ? here : household.equals(THERE) ? there : List.<HouseholdEvent>of())
                    .stream(),
            _ -> merged);

    private final FixtureConfiguration<Household> household = new AggregateTestFixture<>(Household.class)
            .registerInjectableResource(register)
            .registerInjectableResource(Clock.fixed(TODAY.atStartOfDay().toInstant(ZoneOffset.UTC), ZoneOffset.UTC));

    @Test
    void M13_who_moves_leaves_one_household_for_the_other() {
        move(SON, THERE, Relation.OTHER).expectEvents(LEFT);
    }

    @Test
    void a_head_who_moves_names_a_successor() {
        move(HEAD, THERE, Relation.OTHER).expectException(broken("household.head-needs-successor"));
        household
                .given(here)
                .when(new MoveMember(HERE, HEAD, THERE, Relation.OTHER, SON, TODAY), TOWN.toMeta())
                .expectEvents(
                        new MemberDecreased(
                                HERE,
                                VILLAGE,
                                HEAD,
                                DecreaseReason.OTHER_HOUSEHOLD,
                                new Destination(THERE, Relation.OTHER),
                                TODAY),
                        new HeadNamed(HERE, VILLAGE, SON, TODAY));
    }

    @Test
    void nobody_leaves_before_the_other_household_can_take_the_person_in() {
        move(SON, HERE, Relation.OTHER).expectException(broken("household.moves-nowhere"));
        move(SON, NOWHERE, Relation.OTHER).expectException(AggregateNotFoundException.class);
        move(SON, THERE, Relation.HEAD).expectException(broken("household.second-head"));
        there.add(new MemberAdded(
                THERE, OTHER_VILLAGE, THEIR_WIFE, Persons.of("999999194203040028", Relation.SPOUSE), SINCE));
        move(SON, THERE, Relation.SPOUSE).expectException(broken("household.second-spouse"));
        there.add(new MemberAdded(THERE, OTHER_VILLAGE, MemberId.fresh(), SON_PERSON, SINCE));
        move(SON, THERE, Relation.OTHER).expectException(broken("household.person-twice"));
    }

    @Test
    void nobody_moves_into_a_household_that_is_empty_or_did_not_exist_yet() {
        there.set(0, new HouseholdRegistered(THERE, OTHER_VILLAGE, BaseType.LIFTED, null, null, TODAY.minusDays(1)));
        household
                .given(here)
                .when(new MoveMember(HERE, SON, THERE, Relation.OTHER, null, TODAY.minusDays(2)), TOWN.toMeta())
                .expectException(broken("household.date-before"));
        there.add(new MemberDecreased(THERE, OTHER_VILLAGE, THEIR_HEAD, DecreaseReason.DEATH, TODAY));
        move(SON, THERE, Relation.OTHER).expectException(broken("household.closed"));
    }

    @Test
    void an_entry_that_is_merged_into_another_does_not_move() {
        merged = Set.of(SON);
        move(SON, THERE, Relation.OTHER).expectException(broken("household.member-merged"));
    }

    @Test
    void whoever_moves_somebody_reaches_both_households() {
        household
                .given(here)
                .when(new MoveMember(HERE, SON, THERE, Relation.OTHER, null, TODAY), VILLAGER.toMeta())
                .expectException(OutOfDivision.class);
    }

    @Test
    void a_move_is_not_entered_as_two_halves() {
        household
                .given(here)
                .when(new DecreaseMember(HERE, SON, DecreaseReason.OTHER_HOUSEHOLD, null, TODAY), TOWN.toMeta())
                .expectException(broken("household.move-names-both"));
    }

    @Test
    void nor_as_the_other_half_alone() {
        household
                .given(there)
                .when(new AddMember(THERE, SON, SON_PERSON, IncreaseReason.OTHER_HOUSEHOLD, TODAY), TOWN.toMeta())
                .expectException(broken("household.move-names-both"));
    }

    @Test
    void M13_the_other_household_admits_the_same_person_with_all_that_was_told() {
        here.add(new MemberDescribed(HERE, VILLAGE, SON, Profiles.MEMBER, SINCE));
        here.add(LEFT);
        var sent = new ArrayList<Object>();
        react(sent, true);
        var admit = new AdmitMember(THERE, SON, CAME.person(), Profiles.MEMBER, HERE, TODAY);
        assertThat(sent).containsExactly("admission", admit, OTHER_VILLAGE);
        household
                .given(there)
                .when(admit, POLICY.toMeta())
                .expectEvents(CAME, new MemberDescribed(THERE, OTHER_VILLAGE, SON, Profiles.MEMBER, TODAY));
        household
                .given(there)
                .when(new AdmitMember(THERE, SON, CAME.person(), MemberProfile.EMPTY, HERE, TODAY), POLICY.toMeta())
                .expectEvents(CAME);
    }

    @Test
    void a_person_whom_the_other_household_refuses_after_all_comes_back() {
        here.add(LEFT);
        var sent = new ArrayList<Object>();
        react(sent, false);
        var back =
                new AdmitMember(HERE, SON, Persons.of(Persons.SON, Relation.OTHER), MemberProfile.EMPTY, THERE, TODAY);
        assertThat(sent).endsWith("return", back, VILLAGE);
        household
                .given(here)
                .when(back, POLICY.toMeta())
                .expectEvents(new MemberAdded(
                        HERE, VILLAGE, SON, back.person(), IncreaseReason.OTHER_HOUSEHOLD, null, THERE, TODAY));
        here.add(new MemberDecreased(HERE, VILLAGE, HEAD, DecreaseReason.DEATH, TODAY));
        sent.clear();
        react(sent, false);
        assertThat(sent.get(4)).isInstanceOfSatisfying(AdmitMember.class, alone -> assertThat(
                        alone.person().relation())
                .isEqualTo(Relation.HEAD));
    }

    @Test
    void any_other_decrease_asks_for_nothing() {
        var sent = new ArrayList<Object>();
        policy().react(
                        recorded(new MemberDecreased(HERE, VILLAGE, SON, DecreaseReason.MOVED_OUT, TODAY)),
                        sending(sent, true));
        assertThat(sent).isEmpty();
    }

    @Test
    void who_came_back_counts_once_and_who_died_does_not_come_back() {
        here.add(LEFT);
        assertThat(register.of(HERE).members()).containsExactly(HEAD);
        here.add(new MemberAdded(HERE, VILLAGE, SON, SON_PERSON, IncreaseReason.OTHER_HOUSEHOLD, null, THERE, TODAY));
        assertThat(register.of(HERE).members()).containsExactlyInAnyOrder(HEAD, SON);
        assertThat(register.of(HERE).left()).isEmpty();
        here.add(new MemberDecreased(HERE, VILLAGE, SON, DecreaseReason.DEATH, TODAY));
        assertThatThrownBy(() -> register.mustAdmit(HERE, SON, SON_PERSON, TODAY))
                .isInstanceOfSatisfying(
                        RuleBroken.class, refusal -> assertThat(refusal.rule()).isEqualTo("household.member-known"));
    }

    private ResultValidator<Household> move(MemberId member, HouseholdId to, Relation relation) {
        return household.given(here).when(new MoveMember(HERE, member, to, relation, null, TODAY), TOWN.toMeta());
    }

    private WhenMemberMovedThenAdmitMember policy() {
        return new WhenMemberMovedThenAdmitMember(register);
    }

    private void react(List<Object> sent, boolean taken) {
        policy().react(recorded(LEFT), sending(sent, taken));
    }

    private static Recorded recorded(HouseholdEvent event) {
        return new Recorded(7, "s", 0, "id", Instant.EPOCH, event, MetaData.emptyInstance());
    }

    /// Remembers part, command and place; refuses an admission that is not `taken`.
    private static Reaction sending(List<Object> sent, boolean taken) {
        return (part, command, division) -> {
            sent.addAll(List.of(part, command, division));
            if (part.equals("admission") && !taken) {
                throw new RuleBroken("household.second-head", "refused");
            }
            return new Accepted(part, 8, false);
        };
    }
}
