package cn.shouwang.monitoring.incentive;

import static cn.shouwang.monitoring.incentive.IncentiveSamples.JULY;
import static cn.shouwang.monitoring.incentive.IncentiveSamples.LOWER;
import static cn.shouwang.monitoring.incentive.IncentiveSamples.NEW_YEAR;
import static cn.shouwang.monitoring.incentive.IncentiveSamples.PUBLISHED;
import static cn.shouwang.monitoring.incentive.IncentiveSamples.REVISED;
import static cn.shouwang.monitoring.incentive.IncentiveSamples.TERMS;
import static cn.shouwang.monitoring.incentive.IncentiveSamples.TIERS;
import static cn.shouwang.monitoring.incentive.IncentiveSamples.TOWN;
import static cn.shouwang.monitoring.incentive.IncentiveSamples.WITHDRAWN;
import static cn.shouwang.monitoring.incentive.IncentiveSamples.WORK;
import static cn.shouwang.monitoring.incentive.IncentiveSamples.terms;
import static cn.shouwang.platform.test.Rules.broken;
import static java.time.ZoneOffset.UTC;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.shouwang.monitoring.division.Divisions;
import cn.shouwang.monitoring.incentive.IncentiveRuleCommand.PublishIncentiveRule;
import cn.shouwang.monitoring.incentive.IncentiveRuleCommand.ReviseIncentiveRule;
import cn.shouwang.monitoring.incentive.IncentiveRuleCommand.WithdrawIncentiveRule;
import cn.shouwang.platform.security.Actor;
import cn.shouwang.platform.security.OutOfDivision;
import cn.shouwang.platform.security.Role;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class IncentiveRuleTest {

    private static final LocalDate TODAY = JULY;
    private static final Actor CLERK = new Actor("zhen01", Role.TOWN_OFFICE, TOWN, Actor.Channel.WEB);
    private static final Actor ELSEWHERE = new Actor("zhen02", Role.TOWN_OFFICE, "440233102", Actor.Channel.WEB);

    private final FixtureConfiguration<IncentiveRule> rule = new AggregateTestFixture<>(IncentiveRule.class)
            .registerInjectableResource(Clock.fixed(TODAY.atStartOfDay().toInstant(UTC), UTC))
            .registerInjectableResource(Divisions.real());

    @Test
    void a_town_publishes_a_rule_as_its_first_version() {
        rule.givenNoPriorActivity().when(publish(TERMS), CLERK.toMeta()).expectEvents(PUBLISHED);
    }

    @Test
    void M15_a_revision_is_a_further_version_with_days_of_its_own() {
        rule.given(PUBLISHED)
                .when(new ReviseIncentiveRule(WORK, LOWER, "资金减少", REVISED.on()), CLERK.toMeta())
                .expectEvents(REVISED);
    }

    @Test
    void a_withdrawal_names_the_day_from_which_nothing_is_paid() {
        rule.given(PUBLISHED, REVISED)
                .when(new WithdrawIncentiveRule(WORK, WITHDRAWN.from(), "并入县级办法", JULY), CLERK.toMeta())
                .expectEvents(WITHDRAWN);
        refused(new ReviseIncentiveRule(WORK, TERMS, "恢复", JULY), "incentive.withdrawn", PUBLISHED, REVISED, WITHDRAWN);
        refused(new WithdrawIncentiveRule(WORK, JULY, "再停", JULY), "incentive.withdrawn", PUBLISHED, WITHDRAWN);
    }

    @Test
    void a_revision_changes_something_but_not_what_is_counted() {
        refused(new ReviseIncentiveRule(WORK, TERMS, "无", JULY), "incentive.nothing-revised", PUBLISHED);
        refused(
                new ReviseIncentiveRule(WORK, IncentiveSamples.FIVE_PER_CENT, "改", JULY),
                "incentive.unit-changed",
                PUBLISHED);
    }

    @Test
    void no_version_begins_or_ends_before_the_one_before_it_begins() {
        refused(new ReviseIncentiveRule(WORK, TERMS, "补记", JULY), "incentive.before-version", PUBLISHED, REVISED);
        refused(new WithdrawIncentiveRule(WORK, NEW_YEAR, "补记", JULY), "incentive.before-version", PUBLISHED, REVISED);
    }

    @Test
    void tiers_rise_from_zero_or_more() {
        for (var tiers : List.of(
                List.<Tier>of(),
                List.of(new Tier(-1, 5)),
                List.of(new Tier(0, 5), new Tier(0, 6)),
                List.of(new Tier(3, 5), new Tier(2, 6)))) {
            refused(publish(terms(Unit.WORK_MONTHS, 1, tiers, 5, NEW_YEAR, null)), "incentive.tiers-unordered");
        }
    }

    @Test
    void amounts_are_more_than_nothing_and_within_reason() {
        for (var terms : List.of(
                terms(Unit.WORK_MONTHS, 0, TIERS, 5, NEW_YEAR, null),
                terms(Unit.WORK_MONTHS, 1, TIERS, 0, NEW_YEAR, null),
                terms(Unit.WORK_MONTHS, 1, List.of(new Tier(0, 0)), 5, NEW_YEAR, null))) {
            refused(publish(terms), "incentive.amount-not-positive");
        }
        for (var terms : List.of(
                terms(Unit.WORK_MONTHS, Long.MAX_VALUE, TIERS, 5, NEW_YEAR, null),
                terms(Unit.WORK_MONTHS, 1, TIERS, Long.MAX_VALUE, NEW_YEAR, null),
                terms(Unit.WORK_MONTHS, 1, List.of(new Tier(0, Long.MAX_VALUE)), 5, NEW_YEAR, null),
                terms(Unit.WORK_MONTHS, 1, List.of(new Tier(Long.MAX_VALUE, 1)), 5, NEW_YEAR, null))) {
            refused(publish(terms), "incentive.beyond-reason");
        }
    }

    @Test
    void a_rule_ends_no_earlier_than_it_begins() {
        refused(publish(terms(Unit.WORK_MONTHS, 1, TIERS, 5, JULY, NEW_YEAR)), "incentive.ends-before-begin");
    }

    @Test
    void nothing_is_published_tomorrow() {
        var tomorrow = TODAY.plusDays(1);
        refused(new PublishIncentiveRule(WORK, TOWN, TERMS, tomorrow), "incentive.date-ahead");
        refused(new ReviseIncentiveRule(WORK, LOWER, "改", tomorrow), "incentive.date-ahead", PUBLISHED);
    }

    @Test
    void a_rule_is_for_a_town_or_the_county_and_the_business_of_its_own_town() {
        var county = new Actor("xian01", Role.COUNTY_OFFICER, "440233", Actor.Channel.WEB);
        rule.givenNoPriorActivity()
                .when(new PublishIncentiveRule(WORK, "440233101203", TERMS, NEW_YEAR), county.toMeta())
                .expectException(broken("incentive.not-for-a-village"));
        rule.givenNoPriorActivity()
                .when(new PublishIncentiveRule(WORK, "440233999", TERMS, NEW_YEAR), county.toMeta())
                .expectException(broken("division.unknown"));
        rule.givenNoPriorActivity().when(publish(TERMS), ELSEWHERE.toMeta()).expectException(OutOfDivision.class);
        rule.given(PUBLISHED)
                .when(new ReviseIncentiveRule(WORK, LOWER, "改", JULY), ELSEWHERE.toMeta())
                .expectException(OutOfDivision.class);
    }

    @Test
    void M15_each_day_has_the_latest_version_begun_by_then() {
        var published = new IncentiveRules.Published(WORK, TOWN, List.of(TERMS, LOWER), LocalDate.of(2025, 12, 1));
        assertThat(published.version(NEW_YEAR.minusDays(1))).isEmpty();
        assertThat(published.version(NEW_YEAR)).contains(1);
        assertThat(published.version(JULY.minusDays(1))).contains(1);
        assertThat(published.version(JULY)).contains(2);
        assertThat(published.version(LocalDate.of(2025, 11, 30))).contains(2);
        assertThat(published.version(LocalDate.of(2025, 12, 1))).isEmpty();
        assertThat(IncentiveSamples.rule(WORK, TERMS, LOWER).version(LocalDate.of(2026, 1, 1)))
                .isEmpty();
    }

    @Test
    void an_id_is_read_back_and_nothing_else_is_an_id() {
        assertThat(IncentiveRuleId.of(WORK.toString())).isEqualTo(WORK);
        assertThatThrownBy(() -> IncentiveRuleId.of("rule-1")).isInstanceOf(IllegalArgumentException.class);
    }

    private static PublishIncentiveRule publish(IncentiveTerms terms) {
        return new PublishIncentiveRule(WORK, TOWN, terms, NEW_YEAR);
    }

    private void refused(Object command, String code, Object... history) {
        rule.given(history).when(command, CLERK.toMeta()).expectNoEvents().expectException(broken(code));
    }
}
