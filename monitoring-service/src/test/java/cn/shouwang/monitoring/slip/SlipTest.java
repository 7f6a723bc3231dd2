package cn.shouwang.monitoring.slip;

import static cn.shouwang.monitoring.identification.Case.HOUSEHOLD;
import static cn.shouwang.monitoring.identification.Case.VILLAGE;
import static cn.shouwang.monitoring.slip.SlipSamples.AGAIN;
import static cn.shouwang.monitoring.slip.SlipSamples.COMPUTED;
import static cn.shouwang.monitoring.slip.SlipSamples.FROM_EVENT;
import static cn.shouwang.monitoring.slip.SlipSamples.FROM_PAPER;
import static cn.shouwang.monitoring.slip.SlipSamples.JUNE;
import static cn.shouwang.monitoring.slip.SlipSamples.REVOKED;
import static cn.shouwang.monitoring.slip.SlipSamples.SLIP;
import static cn.shouwang.monitoring.slip.SlipSamples.TODAY;
import static cn.shouwang.platform.test.Rules.broken;
import static java.time.ZoneOffset.UTC;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.shouwang.monitoring.household.BaseType;
import cn.shouwang.monitoring.household.HouseholdEvent.HouseholdRegistered;
import cn.shouwang.monitoring.household.Register;
import cn.shouwang.monitoring.incentive.IncentiveRules;
import cn.shouwang.monitoring.incentive.IncentiveSamples;
import cn.shouwang.monitoring.incentive.IncentiveTerms;
import cn.shouwang.monitoring.incentive.Unit;
import cn.shouwang.monitoring.slip.SlipCommand.ComputeIncentive;
import cn.shouwang.monitoring.slip.SlipCommand.RevokeQuantity;
import cn.shouwang.monitoring.slip.SlipCommand.TakeQuantity;
import cn.shouwang.monitoring.slip.SlipCommand.VerifyQuantity;
import cn.shouwang.monitoring.slip.SlipEvent.QuantityVerified;
import cn.shouwang.platform.security.Actor;
import cn.shouwang.platform.security.OutOfDivision;
import cn.shouwang.platform.security.Role;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class SlipTest {

    private static final Actor CLERK = new Actor("zhen01", Role.TOWN_OFFICE, "440233999", Actor.Channel.WEB);
    private static final Actor ELSEWHERE = new Actor("zhen02", Role.TOWN_OFFICE, "440233102", Actor.Channel.WEB);
    private static final VerifyQuantity VERIFY =
            new VerifyQuantity(SLIP, Unit.WORK_MONTHS, 5, FROM_PAPER.evidence(), JUNE);
    private static final TakeQuantity TAKE =
            new TakeQuantity(SLIP, Unit.WORK_MONTHS, 2, "employment-4711", FROM_EVENT.on());
    private static final ComputeIncentive COMPUTE = new ComputeIncentive(SLIP);

    private final List<IncentiveRules.Published> rules =
            new ArrayList<>(List.of(IncentiveSamples.rule(IncentiveSamples.WORK, IncentiveSamples.TERMS)));
    private final FixtureConfiguration<Slip> slip = new AggregateTestFixture<>(Slip.class)
            .registerInjectableResource(Clock.fixed(TODAY.atStartOfDay().toInstant(UTC), UTC))
            .registerInjectableResource((IncentiveRules) _ -> List.copyOf(rules))
            .registerInjectableResource(new Register(
                    _ -> Stream.of(new HouseholdRegistered(
                            HOUSEHOLD, VILLAGE, BaseType.ORDINARY, null, null, LocalDate.of(2024, 1, 1))),
                    _ -> Set.of()));

    @Test
    void what_an_officer_verified_from_paper_is_a_source_itself() {
        slip.givenNoPriorActivity().when(VERIFY, CLERK.toMeta()).expectEvents(FROM_PAPER);
        slip.given(FROM_PAPER, COMPUTED)
                .when(new VerifyQuantity(SLIP, Unit.WORK_MONTHS, 1, "务工证明2025-08", JUNE), CLERK.toMeta())
                .expectEvents(new QuantityVerified(
                        SLIP, HOUSEHOLD, VILLAGE, 2, Unit.WORK_MONTHS, 1, SLIP + "@2", "务工证明2025-08", JUNE));
    }

    @Test
    void what_another_service_says_names_its_event() {
        slip.given(FROM_PAPER)
                .when(TAKE, Actor.policy("take", VILLAGE).toMeta())
                .expectEvents(FROM_EVENT);
    }

    @Test
    void the_same_source_counts_once_even_after_it_was_revoked() {
        refused(TAKE, "slip.source-known", FROM_PAPER, FROM_EVENT);
        refused(
                TAKE,
                "slip.source-known",
                FROM_PAPER,
                FROM_EVENT,
                new SlipEvent.QuantityRevoked(SLIP, HOUSEHOLD, VILLAGE, 2, "误报", TODAY));
    }

    @Test
    void the_same_paper_counts_once_for_a_unit() {
        refused(VERIFY, "slip.evidence-known", FROM_PAPER);
        slip.given(FROM_PAPER)
                .when(new VerifyQuantity(SLIP, Unit.SCALE_UNITS, 5, FROM_PAPER.evidence(), JUNE), CLERK.toMeta())
                .expectSuccessfulHandlerExecution();
    }

    @Test
    void a_quantity_is_of_the_slips_year_and_not_ahead() {
        refused(verify(5, LocalDate.of(2024, 12, 31)), "slip.another-year");
        refused(verify(5, TODAY.plusDays(1)), "slip.date-ahead");
    }

    @Test
    void a_quantity_is_more_than_nothing_and_within_reason() {
        refused(verify(0, JUNE), "slip.beyond-reason");
        refused(verify(-1, JUNE), "slip.beyond-reason");
        refused(verify(Long.MAX_VALUE, JUNE), "slip.beyond-reason");
        refused(
                new VerifyQuantity(SLIP, Unit.WORK_MONTHS, IncentiveTerms.MOST_UNITS, "另一份", JUNE),
                "slip.beyond-reason",
                FROM_PAPER);
    }

    @Test
    void a_rule_gives_what_follows_from_the_verified_quantities() {
        slip.given(FROM_PAPER).when(COMPUTE, CLERK.toMeta()).expectEvents(COMPUTED);
    }

    @Test
    void a_correction_is_a_further_computation_that_names_the_one_it_replaces() {
        slip.given(FROM_PAPER, COMPUTED, REVOKED).when(COMPUTE, CLERK.toMeta()).expectEvents(AGAIN);
    }

    @Test
    void every_rule_counts_its_own_unit() {
        rules.add(IncentiveSamples.rule(IncentiveSamples.SALES, IncentiveSamples.FIVE_PER_CENT));

        slip.given(FROM_PAPER).when(COMPUTE, CLERK.toMeta()).expectEvents(COMPUTED);
    }

    @Test
    void what_was_computed_is_not_computed_again_to_the_same() {
        refused(COMPUTE, "slip.nothing-new", FROM_PAPER, COMPUTED);
        rules.clear();
        refused(COMPUTE, "slip.nothing-new", FROM_PAPER);
    }

    @Test
    void what_is_wrong_is_revoked_once() {
        slip.given(FROM_PAPER)
                .when(new RevokeQuantity(SLIP, 1, REVOKED.reason()), CLERK.toMeta())
                .expectEvents(REVOKED);
        refused(new RevokeQuantity(SLIP, 1, "再撤"), "slip.unknown-quantity", FROM_PAPER, REVOKED);
        refused(new RevokeQuantity(SLIP, 2, "没有"), "slip.unknown-quantity", FROM_PAPER);
    }

    @Test
    void another_town_has_no_part_in_it() {
        slip.givenNoPriorActivity().when(VERIFY, ELSEWHERE.toMeta()).expectException(OutOfDivision.class);
        slip.given(FROM_PAPER).when(COMPUTE, ELSEWHERE.toMeta()).expectException(OutOfDivision.class);
        slip.given(FROM_PAPER)
                .when(new RevokeQuantity(SLIP, 1, "撤"), ELSEWHERE.toMeta())
                .expectException(OutOfDivision.class);
    }

    @Test
    void an_id_is_read_back_and_nothing_else_is_an_id() {
        assertThat(SlipId.of(SLIP.toString())).isEqualTo(SLIP);
        for (var text : new String[] {"", "incentive-1-2025", SLIP.household().toString(), SLIP + "0"}) {
            assertThatThrownBy(() -> SlipId.of(text)).isInstanceOf(IllegalArgumentException.class);
        }
    }

    private static VerifyQuantity verify(long amount, LocalDate on) {
        return new VerifyQuantity(SLIP, Unit.WORK_MONTHS, amount, "另一份", on);
    }

    private void refused(Object command, String rule, Object... history) {
        slip.given(history).when(command, CLERK.toMeta()).expectNoEvents().expectException(broken(rule));
    }
}
