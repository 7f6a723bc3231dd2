package cn.shouwang.monitoring.household;

import static cn.shouwang.platform.test.Rules.broken;
import static org.assertj.core.api.Assertions.assertThat;

import cn.shouwang.monitoring.household.HouseholdCommand.DescribeHousehold;
import cn.shouwang.monitoring.household.HouseholdCommand.DescribeMember;
import cn.shouwang.monitoring.household.HouseholdEvent.HeadNamed;
import cn.shouwang.monitoring.household.HouseholdEvent.HouseholdDescribed;
import cn.shouwang.monitoring.household.HouseholdEvent.HouseholdRegistered;
import cn.shouwang.monitoring.household.HouseholdEvent.MemberAdded;
import cn.shouwang.monitoring.household.HouseholdEvent.MemberCorrected;
import cn.shouwang.monitoring.household.HouseholdEvent.MemberDecreased;
import cn.shouwang.monitoring.household.HouseholdEvent.MemberDescribed;
import cn.shouwang.monitoring.profile.HouseholdProfile;
import cn.shouwang.monitoring.profile.HouseholdProfile.Water;
import cn.shouwang.monitoring.profile.MemberProfile;
import cn.shouwang.monitoring.profile.Support;
import cn.shouwang.platform.security.Actor;
import cn.shouwang.platform.security.OutOfDivision;
import cn.shouwang.platform.security.Role;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.axonframework.test.aggregate.ResultValidator;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class DescriptionTest {

    private static final HouseholdId ID = HouseholdId.of("7b0d6f1e-2a7c-4a57-9a0b-0d0c7c1f4e11");
    private static final MemberId HEAD = MemberId.of("00000000-0000-4000-8000-000000000001");
    private static final MemberId WIFE = MemberId.of("00000000-0000-4000-8000-000000000002");
    private static final String VILLAGE = "440233999999";
    private static final Actor VILLAGER = new Actor("cun01", Role.VILLAGE_COMMITTEE, VILLAGE, Actor.Channel.WEB);
    private static final LocalDate TODAY = LocalDate.of(2025, 11, 20);
    private static final LocalDate SINCE = TODAY.minusDays(30);
    private static final String TAKEN = "440233000099";
    private static final HouseholdId OTHER = HouseholdId.of("7b0d6f1e-2a7c-4a57-9a0b-0d0c7c1f4e99");
    private static final Support DIBAO = new Support(true, false, false, false, false);

    private static final HouseholdEvent REGISTERED =
            new HouseholdRegistered(ID, VILLAGE, BaseType.LIFTED, null, null, SINCE);
    private static final HouseholdEvent WITH_HEAD =
            new MemberAdded(ID, VILLAGE, HEAD, Persons.of(Persons.MAN, Relation.HEAD), SINCE);
    private static final HouseholdEvent WITH_WIFE =
            new MemberAdded(ID, VILLAGE, WIFE, Persons.of(Persons.WOMAN, Relation.SPOUSE), SINCE);
    private static final HouseholdEvent WITHOUT_WIFE =
            new MemberDecreased(ID, VILLAGE, WIFE, DecreaseReason.OTHER, SINCE);

    private final FixtureConfiguration<Household> household = new AggregateTestFixture<>(Household.class)
            .registerInjectableResource(new Numbers(
                    number -> Optional.of(number).filter(TAKEN::equals).map(_ -> OTHER), () -> {}))
            .registerInjectableResource(Clock.fixed(TODAY.atStartOfDay().toInstant(ZoneOffset.UTC), ZoneOffset.UTC));

    @Test
    void a_national_number_that_another_household_has_is_refused() {
        given(new DescribeHousehold(ID, HouseholdProfile.numbered(TAKEN), TODAY))
                .expectNoEvents()
                .expectException(broken("household.number-taken"));
        given(new DescribeHousehold(ID, HouseholdProfile.numbered("440233000098"), TODAY))
                .expectEvents(new HouseholdDescribed(ID, VILLAGE, HouseholdProfile.numbered("440233000098"), TODAY));
    }

    @Test
    void a_member_is_described() {
        given(new DescribeMember(ID, HEAD, Profiles.MEMBER, TODAY))
                .expectEvents(new MemberDescribed(ID, VILLAGE, HEAD, Profiles.MEMBER, TODAY));
    }

    @Test
    void a_household_is_described() {
        given(new DescribeHousehold(ID, Profiles.HOUSEHOLD, TODAY))
                .expectEvents(new HouseholdDescribed(ID, VILLAGE, Profiles.HOUSEHOLD, TODAY));
    }

    @Test
    void a_description_says_something() {
        given(new DescribeMember(ID, HEAD, MemberProfile.EMPTY, TODAY))
                .expectException(broken("household.nothing-said"));
        given(new DescribeHousehold(ID, HouseholdProfile.EMPTY, TODAY))
                .expectException(broken("household.nothing-said"));
    }

    @Test
    void who_is_gone_or_was_never_there_is_not_described() {
        given(new DescribeMember(ID, WIFE, Profiles.MEMBER, TODAY)).expectException(broken("household.member-gone"));
        given(new DescribeMember(ID, MemberId.fresh(), Profiles.MEMBER, TODAY))
                .expectException(broken("household.unknown-member"));
    }

    @Test
    void a_description_is_neither_of_tomorrow_nor_of_before_the_registration() {
        given(new DescribeMember(ID, HEAD, Profiles.MEMBER, TODAY.plusDays(1)))
                .expectException(broken("household.date-ahead"));
        given(new DescribeHousehold(ID, Profiles.HOUSEHOLD, SINCE.minusDays(1)))
                .expectException(broken("household.date-before"));
    }

    @Test
    void a_household_elsewhere_is_not_described() {
        var elsewhere = new Actor("cun02", Role.VILLAGE_COMMITTEE, "440233001001", Actor.Channel.WEB);
        household
                .given(REGISTERED, WITH_HEAD)
                .when(new DescribeHousehold(ID, Profiles.HOUSEHOLD, TODAY), elsewhere.toMeta())
                .expectException(OutOfDivision.class);
    }

    @Test
    void parts_told_later_replace_those_told_before_and_leave_the_others() {
        var dossier = dossier(
                new MemberDescribed(ID, VILLAGE, HEAD, Profiles.MEMBER, TODAY),
                new MemberDescribed(
                        ID, VILLAGE, HEAD, new MemberProfile(null, null, null, null, null, null, DIBAO, null), TODAY),
                new HouseholdDescribed(ID, VILLAGE, Profiles.HOUSEHOLD, TODAY),
                new HouseholdDescribed(ID, VILLAGE, water(), TODAY));

        assertThat(dossier.members().getFirst().profile().support()).isEqualTo(DIBAO);
        assertThat(dossier.members().getFirst().profile().work()).isEqualTo(Profiles.MEMBER.work());
        assertThat(dossier.members().getFirst().told()).isEqualTo(3);
        assertThat(dossier.profile().water()).isEqualTo(water().water());
        assertThat(dossier.profile().land()).isEqualTo(Profiles.HOUSEHOLD.land());
        assertThat(dossier.told()).isEqualTo(7);
    }

    @Test
    void M13_a_dossier_holds_those_who_count_as_they_are_now() {
        var corrected = Persons.of(Persons.SON, Relation.SON);
        var dossier = dossier(
                new MemberCorrected(ID, VILLAGE, WIFE, corrected, TODAY),
                new MemberDecreased(ID, VILLAGE, HEAD, DecreaseReason.DEATH, TODAY),
                new HeadNamed(ID, VILLAGE, WIFE, TODAY));

        assertThat(dossier.members()).singleElement().satisfies(member -> {
            assertThat(member.member()).isEqualTo(WIFE);
            assertThat(member.person().relation()).isEqualTo(Relation.HEAD);
            assertThat(member.person().document()).isEqualTo(corrected.document());
        });
        assertThat(dossier().without(Set.of(WIFE)).members())
                .extracting(Dossier.Described::member)
                .containsExactly(HEAD);
        assertThat(new Register(_ -> Stream.empty(), _ -> Set.of()).dossier(ID)).isEmpty();
    }

    @Test
    void M7_no_public_text_may_tell_a_phone_certificate_or_account_of_a_description() {
        var hidden = new Register(
                        _ -> Stream.of(
                                REGISTERED,
                                WITH_HEAD,
                                new MemberDescribed(ID, VILLAGE, HEAD, Profiles.MEMBER, TODAY),
                                new HouseholdDescribed(ID, VILLAGE, Profiles.HOUSEHOLD, TODAY)),
                        _ -> Set.of())
                .hidden(ID);

        assertThat(hidden.phones()).contains("13800000009");
        assertThat(hidden.documents()).contains("99999919700101001444", "6228480000000000000");
    }

    private static HouseholdProfile water() {
        return new HouseholdProfile(
                null, null, new Water(false, false, false, false), null, null, null, null, null, null);
    }

    private static Dossier dossier(HouseholdEvent... more) {
        return new Register(
                        _ -> Stream.concat(Stream.of(REGISTERED, WITH_HEAD, WITH_WIFE), Stream.of(more)), _ -> Set.of())
                .dossier(ID)
                .orElseThrow();
    }

    private ResultValidator<Household> given(HouseholdCommand command) {
        return household.given(REGISTERED, WITH_HEAD, WITH_WIFE, WITHOUT_WIFE).when(command, VILLAGER.toMeta());
    }
}
