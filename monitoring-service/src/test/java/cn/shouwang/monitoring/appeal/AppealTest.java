package cn.shouwang.monitoring.appeal;

import static cn.shouwang.monitoring.appeal.Appealed.DISMISSED;
import static cn.shouwang.monitoring.appeal.Appealed.FILED;
import static cn.shouwang.monitoring.appeal.Appealed.GRANTED;
import static cn.shouwang.monitoring.identification.Case.ANNOUNCED;
import static cn.shouwang.monitoring.identification.Case.HOUSEHOLD;
import static cn.shouwang.monitoring.identification.Case.REJECTED;
import static cn.shouwang.monitoring.identification.Case.REVIEWED;
import static cn.shouwang.monitoring.identification.Case.VILLAGE;
import static cn.shouwang.monitoring.identification.Case.november;
import static cn.shouwang.monitoring.identification.Case.opened;
import static cn.shouwang.monitoring.identification.Case.until;
import static cn.shouwang.platform.test.Rules.broken;

import cn.shouwang.monitoring.appeal.AppealCommand.DismissAppeal;
import cn.shouwang.monitoring.appeal.AppealCommand.FileAppeal;
import cn.shouwang.monitoring.appeal.AppealCommand.GrantAppeal;
import cn.shouwang.monitoring.calendar.WorkingDays;
import cn.shouwang.monitoring.household.BaseType;
import cn.shouwang.monitoring.identification.IdentificationEvent;
import cn.shouwang.monitoring.identification.Identifications;
import cn.shouwang.platform.security.Actor;
import cn.shouwang.platform.security.OutOfDivision;
import cn.shouwang.platform.security.Role;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.axonframework.test.aggregate.ResultValidator;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class AppealTest {

    private static final LocalDate TODAY = LocalDate.of(2025, 12, 31);
    private static final Actor VILLAGER = new Actor("cun01", Role.VILLAGE_COMMITTEE, VILLAGE, Actor.Channel.WEB);
    private static final Actor TOWN = new Actor("zhen01", Role.TOWN_OFFICE, "440233999", Actor.Channel.WEB);
    private static final Actor STRANGER = new Actor("zhen09", Role.TOWN_OFFICE, "440233998", Actor.Channel.WEB);

    private final List<IdentificationEvent> history = new ArrayList<>(until(REVIEWED, REJECTED));
    private final FixtureConfiguration<Appeal> appeal = new AggregateTestFixture<>(Appeal.class)
            .registerInjectableResource(new Identifications(_ -> history.stream(), (_, _) -> false))
            .registerInjectableResource(
                    new AppealLimits(List.of(new AppealLimits.Edition(LocalDate.of(2021, 1, 1), 10, 5, "a document"))))
            .registerInjectableResource(WorkingDays.announced())
            .registerInjectableResource(Clock.fixed(TODAY.atStartOfDay().toInstant(ZoneOffset.UTC), ZoneOffset.UTC));

    @Test
    void a_rejected_household_appeals_and_the_town_has_its_working_days_to_answer() {
        file(november(20)).expectEvents(FILED);
    }

    @Test
    void it_may_until_ten_working_days_after_it_was_told() {
        file(LocalDate.of(2025, 12, 3)).expectSuccessfulHandlerExecution();
        file(LocalDate.of(2025, 12, 4)).expectException(broken("appeal.too-late"));
    }

    @Test
    void only_the_last_case_and_only_when_it_was_rejected() {
        history.add(opened(2, BaseType.ORDINARY, november(19)));
        file(november(20)).expectException(broken("appeal.no-rejection"));
        history.clear();
        history.addAll(until(ANNOUNCED));
        file(november(20)).expectException(broken("appeal.no-rejection"));
    }

    @Test
    void a_case_is_appealed_against_once() {
        for (var before : List.of(FILED, DISMISSED)) {
            appeal.given(before)
                    .when(new FileAppeal(HOUSEHOLD, "再申诉", november(25)), VILLAGER.toMeta())
                    .expectException(broken("appeal.filed-already"));
        }
    }

    @Test
    void the_town_upholds_the_rejection_or_has_the_household_verified_anew() {
        appeal.given(FILED)
                .when(new DismissAppeal(HOUSEHOLD, DISMISSED.explanation(), november(24)), TOWN.toMeta())
                .expectEvents(DISMISSED);
        appeal.given(FILED)
                .when(new GrantAppeal(HOUSEHOLD, "重新核实", november(27), november(24)), TOWN.toMeta())
                .expectEvents(GRANTED);
    }

    @Test
    void it_answers_once_and_a_visit_lies_not_before_the_answer() {
        for (var answered : List.of(DISMISSED, GRANTED)) {
            appeal.given(FILED, answered)
                    .when(new DismissAppeal(HOUSEHOLD, "x", november(25)), TOWN.toMeta())
                    .expectException(broken("appeal.answered"));
        }
        appeal.given(FILED)
                .when(new GrantAppeal(HOUSEHOLD, "x", november(23), november(24)), TOWN.toMeta())
                .expectException(broken("appeal.visit-overdue"));
    }

    @Test
    void days_follow_each_other_and_lie_not_ahead() {
        file(november(11)).expectException(broken("appeal.date-before"));
        file(TODAY.plusDays(1)).expectException(broken("appeal.date-ahead"));
        appeal.given(FILED)
                .when(new DismissAppeal(HOUSEHOLD, "x", november(19)), TOWN.toMeta())
                .expectException(broken("appeal.date-before"));
    }

    @Test
    void another_town_is_out_of_reach() {
        appeal.givenNoPriorActivity()
                .when(new FileAppeal(HOUSEHOLD, "x", november(20)), STRANGER.toMeta())
                .expectException(OutOfDivision.class);
        appeal.given(FILED)
                .when(new DismissAppeal(HOUSEHOLD, "x", november(24)), STRANGER.toMeta())
                .expectException(OutOfDivision.class);
    }

    private ResultValidator<Appeal> file(LocalDate on) {
        return appeal.givenNoPriorActivity().when(new FileAppeal(HOUSEHOLD, FILED.text(), on), VILLAGER.toMeta());
    }
}
