package cn.shouwang.monitoring.marking;

import static cn.shouwang.monitoring.identification.Case.ANNOUNCED;
import static cn.shouwang.monitoring.identification.Case.DETERMINED;
import static cn.shouwang.monitoring.identification.Case.HOUSEHOLD;
import static cn.shouwang.monitoring.identification.Case.REJECTED;
import static cn.shouwang.monitoring.identification.Case.REVIEWED;
import static cn.shouwang.monitoring.identification.Case.VILLAGE;
import static cn.shouwang.monitoring.identification.Case.november;
import static cn.shouwang.monitoring.identification.Case.until;
import static cn.shouwang.monitoring.marking.Marks.CORRECTED;
import static cn.shouwang.monitoring.marking.Marks.MARKED;
import static cn.shouwang.monitoring.marking.Marks.NUMBER;
import static cn.shouwang.platform.test.Rules.broken;

import cn.shouwang.monitoring.household.BaseType;
import cn.shouwang.monitoring.household.HouseholdEvent;
import cn.shouwang.monitoring.household.HouseholdEvent.HouseholdDescribed;
import cn.shouwang.monitoring.household.HouseholdEvent.HouseholdRegistered;
import cn.shouwang.monitoring.household.HouseholdId;
import cn.shouwang.monitoring.household.Numbers;
import cn.shouwang.monitoring.household.Register;
import cn.shouwang.monitoring.identification.IdentificationEvent;
import cn.shouwang.monitoring.identification.Identifications;
import cn.shouwang.monitoring.marking.MarkingCommand.CorrectNumber;
import cn.shouwang.monitoring.marking.MarkingCommand.MarkHousehold;
import cn.shouwang.monitoring.profile.HouseholdProfile;
import cn.shouwang.platform.security.Actor;
import cn.shouwang.platform.security.OutOfDivision;
import cn.shouwang.platform.security.Role;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.axonframework.test.aggregate.ResultValidator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class MarkingTest {

    private static final Actor VILLAGER = new Actor("cun01", Role.VILLAGE_COMMITTEE, VILLAGE, Actor.Channel.WEB);
    private static final String TAKEN = "440233000099";
    private static final HouseholdId OTHER = HouseholdId.of("00000000-0000-4000-8000-0000000000f9");
    private static final Actor STRANGER = new Actor("cun09", Role.VILLAGE_COMMITTEE, "440233999998", Actor.Channel.WEB);

    private final List<IdentificationEvent> history = new ArrayList<>(until(ANNOUNCED));
    private final List<HouseholdEvent> register = new ArrayList<>();
    private boolean over;

    private final FixtureConfiguration<Marking> marking = new AggregateTestFixture<>(Marking.class)
            .registerInjectableResource(new Identifications(_ -> history.stream(), (_, _) -> over))
            .registerInjectableResource(new Entered(
                    new Register(_ -> register.stream(), _ -> Set.of()),
                    new Numbers(
                            number -> Optional.of(number).filter(TAKEN::equals).map(_ -> OTHER), () -> {})))
            .registerInjectableResource(new NumberShapes(List.of(
                    new NumberShapes.Edition(LocalDate.of(2021, 1, 1), Pattern.compile("[0-9]{6,20}"), "a document"))))
            .registerInjectableResource(
                    Clock.fixed(november(28).atStartOfDay().toInstant(ZoneOffset.UTC), ZoneOffset.UTC));

    @Test
    void an_announced_household_is_marked_with_its_number() {
        mark(VILLAGER, NUMBER, november(14)).expectEvents(MARKED);
    }

    @Test
    void M4_a_household_whose_result_is_not_announced_is_not_marked() {
        for (var last : List.of(REVIEWED, DETERMINED)) {
            history.clear();
            history.addAll(until(last));
            mark(VILLAGER, NUMBER, november(14)).expectException(broken("marking.not-announced"));
        }
        history.clear();
        history.addAll(until(REVIEWED, REJECTED));
        mark(VILLAGER, NUMBER, november(14)).expectException(broken("marking.not-announced"));
    }

    @Test
    void a_household_that_is_monitored_no_more_is_not_marked() {
        over = true;
        mark(VILLAGER, NUMBER, november(14)).expectException(broken("marking.not-announced"));
    }

    @Test
    void a_case_is_marked_once_and_its_number_corrected() {
        marking.given(MARKED)
                .when(new MarkHousehold(HOUSEHOLD, "44023300009", november(15)), VILLAGER.toMeta())
                .expectException(broken("marking.marked-already"));
        marking.given(MARKED)
                .when(new CorrectNumber(HOUSEHOLD, CORRECTED.number(), november(15)), VILLAGER.toMeta())
                .expectEvents(CORRECTED);
    }

    @Test
    void what_does_not_look_like_a_number_is_refused() {
        for (var text : List.of("12345", "44023300001A", "林守一", "123456789012345678901")) {
            mark(VILLAGER, text, november(14)).expectException(broken("marking.number-misshapen"));
        }
        marking.given(MARKED)
                .when(new CorrectNumber(HOUSEHOLD, "无", november(15)), VILLAGER.toMeta())
                .expectException(broken("marking.number-misshapen"));
    }

    @Test
    void a_household_that_came_with_another_number_is_not_marked_with_this_one() {
        register.add(came("440233000777"));
        mark(VILLAGER, NUMBER, november(14)).expectException(broken("marking.number-differs"));
        marking.given(MARKED)
                .when(new CorrectNumber(HOUSEHOLD, CORRECTED.number(), november(15)), VILLAGER.toMeta())
                .expectException(broken("marking.number-differs"));
        register.add(new HouseholdDescribed(HOUSEHOLD, VILLAGE, HouseholdProfile.numbered(NUMBER), november(13)));
        mark(VILLAGER, NUMBER, november(14)).expectEvents(MARKED);
    }

    @Test
    void a_household_that_came_without_a_number_or_whose_number_is_forgotten_is_marked() {
        for (var number : Arrays.asList(null, "")) {
            register.clear();
            register.add(came(number));
            mark(VILLAGER, NUMBER, november(14)).expectEvents(MARKED);
        }
    }

    @Test
    void a_number_that_another_household_has_is_refused() {
        mark(VILLAGER, TAKEN, november(14)).expectException(broken("household.number-taken"));
        marking.given(MARKED)
                .when(new CorrectNumber(HOUSEHOLD, TAKEN, november(15)), VILLAGER.toMeta())
                .expectException(broken("household.number-taken"));
    }

    private static HouseholdRegistered came(@Nullable String number) {
        return new HouseholdRegistered(HOUSEHOLD, VILLAGE, BaseType.ORDINARY, null, null, number, november(1));
    }

    @Test
    void days_follow_the_decision_and_lie_not_ahead() {
        mark(VILLAGER, NUMBER, november(11)).expectException(broken("marking.date-before"));
        mark(VILLAGER, NUMBER, november(29)).expectException(broken("marking.date-ahead"));
        marking.given(MARKED)
                .when(new CorrectNumber(HOUSEHOLD, NUMBER, november(13)), VILLAGER.toMeta())
                .expectException(broken("marking.date-before"));
    }

    @Test
    void another_village_is_out_of_reach() {
        mark(STRANGER, NUMBER, november(14)).expectException(OutOfDivision.class);
        marking.given(MARKED)
                .when(new CorrectNumber(HOUSEHOLD, NUMBER, november(15)), STRANGER.toMeta())
                .expectException(OutOfDivision.class);
    }

    private ResultValidator<Marking> mark(Actor actor, String number, LocalDate on) {
        return marking.givenNoPriorActivity().when(new MarkHousehold(HOUSEHOLD, number, on), actor.toMeta());
    }
}
