package cn.shouwang.employment.profile;

import static cn.shouwang.employment.profile.LabourAbility.ORDINARY;
import static cn.shouwang.employment.profile.LabourAbility.WEAK_OR_HALF;
import static cn.shouwang.platform.test.Rules.broken;
import static org.assertj.core.api.Assertions.assertThat;

import cn.shouwang.employment.profile.LabourProfileCommand.OpenLabourProfile;
import cn.shouwang.employment.profile.LabourProfileEvent.LabourProfileConfirmed;
import cn.shouwang.employment.profile.LabourProfileEvent.LabourProfileOpened;
import cn.shouwang.platform.security.Actor;
import cn.shouwang.platform.security.OutOfDivision;
import cn.shouwang.platform.security.Role;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.UUID;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class LabourProfileTest {

    private static final ZoneId VILLAGE_TIME = ZoneId.of("Asia/Shanghai");
    private static final LocalDate TODAY = LocalDate.of(2025, 3, 2);
    private static final LocalDate YESTERDAY = TODAY.minusDays(1);
    private static final String VILLAGE = "440233101203";
    private static final String OTHER_VILLAGE = "440233102204";
    private static final UUID HOUSEHOLD = UUID.fromString("7b0d6f1e-2a7c-4a57-9a0b-0d0c7c1f4e11");
    private static final UUID MEMBER = UUID.fromString("0c8f4a5e-6c0b-4b7e-8f0a-5a3f0f6f9b01");
    private static final LabourProfileId ID = LabourProfileId.of(HOUSEHOLD, MEMBER);
    private static final Actor POLICY = Actor.policy("test", "440233");
    private static final Actor TOWN = new Actor("town", Role.TOWN_OFFICE, "440233101", Actor.Channel.WEB);
    private static final LabourProfileOpened OPENED =
            new LabourProfileOpened(ID, VILLAGE, HOUSEHOLD, MEMBER, ORDINARY, 1, YESTERDAY);

    private final FixtureConfiguration<LabourProfile> profile = new AggregateTestFixture<>(LabourProfile.class)
            .registerInjectableResource(
                    Clock.fixed(TODAY.atStartOfDay(VILLAGE_TIME).toInstant(), VILLAGE_TIME));

    @ParameterizedTest
    @EnumSource(names = {"ORDINARY", "SKILLED", "WEAK_OR_HALF"})
    void a_member_able_to_work_gets_a_profile(LabourAbility ability) {
        profile.givenNoPriorActivity()
                .when(new OpenLabourProfile(HOUSEHOLD, MEMBER, VILLAGE, ability, 1, TODAY), POLICY.toMeta())
                .expectEvents(new LabourProfileOpened(ID, VILLAGE, HOUSEHOLD, MEMBER, ability, 1, TODAY));
    }

    @ParameterizedTest
    @EnumSource(names = {"LOST", "NONE"})
    void a_member_not_able_to_work_gets_none(LabourAbility ability) {
        profile.givenNoPriorActivity()
                .when(new OpenLabourProfile(HOUSEHOLD, MEMBER, VILLAGE, ability, 1, TODAY), POLICY.toMeta())
                .expectNoEvents()
                .expectException(broken("profile.not-able"));
    }

    @Test
    void a_profile_is_not_opened_ahead_of_time() {
        profile.givenNoPriorActivity()
                .when(
                        new OpenLabourProfile(HOUSEHOLD, MEMBER, VILLAGE, ORDINARY, 1, TODAY.plusDays(1)),
                        POLICY.toMeta())
                .expectNoEvents()
                .expectException(broken("profile.date-ahead"));
    }

    @Test
    void a_household_that_comes_back_has_its_profiles_confirmed() {
        profile.given(OPENED)
                .when(new OpenLabourProfile(HOUSEHOLD, MEMBER, VILLAGE, WEAK_OR_HALF, 2, TODAY), POLICY.toMeta())
                .expectEvents(new LabourProfileConfirmed(ID, VILLAGE, WEAK_OR_HALF, 2, TODAY));
    }

    @Test
    void a_household_that_moved_takes_its_profiles_along() {
        profile.given(OPENED)
                .when(new OpenLabourProfile(HOUSEHOLD, MEMBER, OTHER_VILLAGE, ORDINARY, 2, TODAY), POLICY.toMeta())
                .expectEvents(new LabourProfileConfirmed(ID, OTHER_VILLAGE, ORDINARY, 2, TODAY));
    }

    @Test
    void a_town_opens_profiles_in_its_villages_only() {
        profile.givenNoPriorActivity()
                .when(new OpenLabourProfile(HOUSEHOLD, MEMBER, OTHER_VILLAGE, ORDINARY, 1, TODAY), TOWN.toMeta())
                .expectNoEvents()
                .expectException(OutOfDivision.class);
    }

    @Test
    void a_town_does_not_take_a_profile_from_another() {
        profile.given(new LabourProfileOpened(ID, OTHER_VILLAGE, HOUSEHOLD, MEMBER, ORDINARY, 1, YESTERDAY))
                .when(new OpenLabourProfile(HOUSEHOLD, MEMBER, VILLAGE, ORDINARY, 2, TODAY), TOWN.toMeta())
                .expectNoEvents()
                .expectException(OutOfDivision.class);
    }

    @Test
    void a_member_has_one_profile_however_often_it_is_asked_for() {
        assertThat(LabourProfileId.of(HOUSEHOLD, MEMBER)).isEqualTo(ID);
        assertThat(LabourProfileId.of(MEMBER, HOUSEHOLD)).isNotEqualTo(ID);
        assertThat(LabourProfileId.of(ID.toString())).isEqualTo(ID);
    }
}
