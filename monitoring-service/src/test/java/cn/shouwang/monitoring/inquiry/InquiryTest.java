package cn.shouwang.monitoring.inquiry;

import static cn.shouwang.monitoring.identification.Case.AUTHORIZED;
import static cn.shouwang.monitoring.identification.Case.HOUSEHOLD;
import static cn.shouwang.monitoring.identification.Case.REJECTED;
import static cn.shouwang.monitoring.identification.Case.VILLAGE;
import static cn.shouwang.monitoring.identification.Case.VISITED;
import static cn.shouwang.monitoring.identification.Case.november;
import static cn.shouwang.monitoring.identification.Case.until;
import static cn.shouwang.monitoring.inquiry.Asked.CAREFUL;
import static cn.shouwang.monitoring.inquiry.Asked.DATASETS;
import static cn.shouwang.monitoring.inquiry.Asked.NOTHING;
import static cn.shouwang.monitoring.inquiry.Asked.REQUESTED;
import static cn.shouwang.monitoring.inquiry.Asked.SPARED;
import static cn.shouwang.monitoring.inquiry.Asked.WEIGHED;
import static cn.shouwang.monitoring.inquiry.Asked.WITHDRAWN;
import static cn.shouwang.platform.test.Rules.broken;
import static org.assertj.core.api.Assertions.assertThat;

import cn.shouwang.monitoring.comparison.ComparisonSettings;
import cn.shouwang.monitoring.comparison.ComparisonSettings.Ground;
import cn.shouwang.monitoring.comparison.Effect;
import cn.shouwang.monitoring.dataset.Dataset;
import cn.shouwang.monitoring.identification.IdentificationEvent;
import cn.shouwang.monitoring.identification.Identifications;
import cn.shouwang.monitoring.inquiry.Inquiries.State;
import cn.shouwang.monitoring.inquiry.InquiryCommand.RequestComparison;
import cn.shouwang.monitoring.inquiry.InquiryCommand.ReturnComparison;
import cn.shouwang.monitoring.inquiry.InquiryCommand.SpareComparison;
import cn.shouwang.monitoring.inquiry.InquiryCommand.WeighHits;
import cn.shouwang.monitoring.inquiry.InquiryCommand.WithdrawAuthorization;
import cn.shouwang.platform.security.Actor;
import cn.shouwang.platform.security.OutOfDivision;
import cn.shouwang.platform.security.Role;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.axonframework.test.aggregate.ResultValidator;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class InquiryTest {

    private static final LocalDate EVER = LocalDate.of(2021, 1, 1);
    private static final String SIGNED = "household-authorization";
    private static final String PUSHED = "minfa-2022-85";
    private static final Actor COUNTY = new Actor("xian01", Role.COUNTY_OFFICER, "440233", Actor.Channel.WEB);
    private static final Actor STRANGER = new Actor("xian09", Role.COUNTY_OFFICER, "440234", Actor.Channel.WEB);

    private final List<IdentificationEvent> history = new ArrayList<>(until(AUTHORIZED));
    private final FixtureConfiguration<Inquiry> inquiry = new AggregateTestFixture<>(Inquiry.class)
            .registerInjectableResource(new Identifications(_ -> history.stream(), (_, _) -> false))
            .registerInjectableResource(new ComparisonSettings(
                    1,
                    1,
                    "1MB",
                    1,
                    "",
                    1,
                    List.of(
                            new Ground(SIGNED, EVER, false, "农户签署的承诺授权书"),
                            new Ground(PUSHED, EVER, true, "民发〔2022〕85号"))))
            .registerInjectableResource(
                    new InquiryLimits(List.of(new InquiryLimits.Edition(EVER, 5, List.of(), "a document"))))
            .registerInjectableResource(
                    Clock.fixed(november(28).atStartOfDay().toInstant(ZoneOffset.UTC), ZoneOffset.UTC));

    @Test
    void a_household_that_has_signed_is_compared() {
        ask(SIGNED, november(3)).expectEvents(REQUESTED);
    }

    @Test
    void M5_before_the_household_has_signed_only_a_department_that_pushes_is_asked() {
        ask(SIGNED, november(1)).expectException(broken("inquiry.not-authorized"));
        history.remove(AUTHORIZED);
        assertThat(history).endsWith(VISITED);
        ask(SIGNED, november(3)).expectException(broken("inquiry.not-authorized"));
        ask(PUSHED, november(3)).expectSuccessfulHandlerExecution();
        ask("nobody-knows", november(3)).expectException(broken("inquiry.unknown-ground"));
    }

    @Test
    void M5_what_was_signed_can_be_taken_back_once_and_nobody_is_asked_on_it_any_more() {
        var villager = new Actor("cun01", Role.VILLAGE_COMMITTEE, VILLAGE, Actor.Channel.WEB);
        inquiry.givenNoPriorActivity()
                .when(new WithdrawAuthorization(HOUSEHOLD, november(4)), villager.toMeta())
                .expectEvents(WITHDRAWN);
        inquiry.given(WITHDRAWN)
                .when(new WithdrawAuthorization(HOUSEHOLD, november(5)), villager.toMeta())
                .expectException(broken("inquiry.withdrawn"));
        when(new RequestComparison(HOUSEHOLD, SIGNED, "比对", DATASETS, november(5)), WITHDRAWN)
                .expectException(broken("inquiry.withdrawn"));
        when(new RequestComparison(HOUSEHOLD, PUSHED, "比对", DATASETS, november(5)), WITHDRAWN)
                .expectSuccessfulHandlerExecution();
    }

    @Test
    void what_was_asked_before_it_was_taken_back_is_still_answered() {
        when(new ReturnComparison(HOUSEHOLD, CAREFUL.hits(), november(6)), REQUESTED, WITHDRAWN)
                .expectEvents(CAREFUL);
        assertThat(state(REQUESTED, WITHDRAWN)).isEqualTo(State.ASKED);
    }

    @Test
    void nothing_is_taken_back_that_was_not_signed() {
        history.remove(AUTHORIZED);
        inquiry.givenNoPriorActivity()
                .when(new WithdrawAuthorization(HOUSEHOLD, november(4)), COUNTY.toMeta())
                .expectException(broken("inquiry.not-authorized"));
    }

    @Test
    void only_a_household_in_a_case_is_compared() {
        history.add(REJECTED);
        ask(SIGNED, november(13)).expectException(broken("inquiry.no-case"));
    }

    @Test
    void one_inquiry_at_a_time() {
        var again = new RequestComparison(HOUSEHOLD, SIGNED, "比对", DATASETS, november(7));
        when(again, REQUESTED).expectException(broken("inquiry.asked-already"));
        when(again, REQUESTED, CAREFUL).expectException(broken("inquiry.asked-already"));
        when(again, REQUESTED, NOTHING).expectSuccessfulHandlerExecution();
    }

    @Test
    void a_household_with_an_allowance_need_not_be_compared_again() {
        inquiry.givenNoPriorActivity()
                .when(new SpareComparison(HOUSEHOLD, SPARED.paper(), november(3)), COUNTY.toMeta())
                .expectEvents(SPARED);
        when(new SpareComparison(HOUSEHOLD, "x", november(4)), REQUESTED)
                .expectException(broken("inquiry.asked-already"));
    }

    @Test
    void hits_are_returned_once_and_of_what_was_asked_for() {
        when(new ReturnComparison(HOUSEHOLD, CAREFUL.hits(), november(6)), REQUESTED)
                .expectEvents(CAREFUL);
        when(new ReturnComparison(HOUSEHOLD, List.of(), november(7)), REQUESTED, CAREFUL)
                .expectException(broken("inquiry.out-of-order"));
        when(new ReturnComparison(HOUSEHOLD, List.of(new Hit(Dataset.DEATH, Effect.ALERT)), november(6)), REQUESTED)
                .expectException(broken("inquiry.not-asked-for"));
    }

    @Test
    void a_negative_check_is_weighed_and_nothing_else_is() {
        when(new WeighHits(HOUSEHOLD, WEIGHED.ground(), november(7)), REQUESTED, CAREFUL)
                .expectEvents(WEIGHED);
        for (var harmless : List.of(NOTHING, Asked.returned(Effect.ALERT))) {
            when(new WeighHits(HOUSEHOLD, "x", november(7)), REQUESTED, harmless)
                    .expectException(broken("inquiry.out-of-order"));
        }
    }

    @Test
    void days_follow_each_other_and_lie_not_ahead() {
        ask(PUSHED, LocalDate.of(2025, 10, 31)).expectException(broken("inquiry.date-before"));
        ask(SIGNED, november(29)).expectException(broken("inquiry.date-ahead"));
        when(new ReturnComparison(HOUSEHOLD, List.of(), november(2)), REQUESTED)
                .expectException(broken("inquiry.date-before"));
    }

    @Test
    void another_county_is_out_of_reach() {
        inquiry.givenNoPriorActivity()
                .when(new RequestComparison(HOUSEHOLD, SIGNED, "比对", DATASETS, november(3)), STRANGER.toMeta())
                .expectException(OutOfDivision.class);
        inquiry.given(REQUESTED)
                .when(new ReturnComparison(HOUSEHOLD, List.of(), november(6)), STRANGER.toMeta())
                .expectException(OutOfDivision.class);
    }

    @Test
    void the_state_of_a_case_is_that_of_its_last_inquiry() {
        assertThat(state()).isEqualTo(State.NONE);
        assertThat(state(REQUESTED)).isEqualTo(State.ASKED);
        assertThat(state(REQUESTED, CAREFUL)).isEqualTo(State.UNWEIGHED);
        assertThat(state(REQUESTED, CAREFUL, WEIGHED)).isEqualTo(State.SETTLED);
        assertThat(state(SPARED)).isEqualTo(State.SETTLED);
        assertThat(new Inquiries(_ -> Stream.of(REQUESTED)).of(HOUSEHOLD, 2)).isEqualTo(State.NONE);
    }

    private static State state(InquiryEvent... events) {
        return new Inquiries(_ -> Stream.of(events)).of(HOUSEHOLD, 1);
    }

    private ResultValidator<Inquiry> ask(String ground, LocalDate on) {
        return inquiry.givenNoPriorActivity()
                .when(new RequestComparison(HOUSEHOLD, ground, "比对2025-11", DATASETS, on), COUNTY.toMeta());
    }

    private ResultValidator<Inquiry> when(InquiryCommand step, InquiryEvent... before) {
        return inquiry.given((Object[]) before).when(step, COUNTY.toMeta());
    }
}
