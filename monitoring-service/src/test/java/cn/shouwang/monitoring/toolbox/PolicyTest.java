package cn.shouwang.monitoring.toolbox;

import static cn.shouwang.monitoring.toolbox.Policies.PUBLISHED;
import static cn.shouwang.monitoring.toolbox.Policies.REVISED;
import static cn.shouwang.monitoring.toolbox.Policies.SPRING;
import static cn.shouwang.monitoring.toolbox.Policies.STRICTER;
import static cn.shouwang.monitoring.toolbox.Policies.SUMMER;
import static cn.shouwang.monitoring.toolbox.Policies.TERMS;
import static cn.shouwang.monitoring.toolbox.Policies.TOWN;
import static cn.shouwang.monitoring.toolbox.Policies.WITHDRAWN;
import static cn.shouwang.monitoring.toolbox.Policies.WORK;
import static cn.shouwang.monitoring.toolbox.Policies.terms;
import static cn.shouwang.platform.test.Rules.broken;
import static java.time.ZoneOffset.UTC;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.shouwang.monitoring.division.Divisions;
import cn.shouwang.monitoring.toolbox.PolicyCommand.PublishPolicy;
import cn.shouwang.monitoring.toolbox.PolicyCommand.RevisePolicy;
import cn.shouwang.monitoring.toolbox.PolicyCommand.WithdrawPolicy;
import cn.shouwang.monitoring.toolbox.PolicyTerms.Standard;
import cn.shouwang.platform.security.Actor;
import cn.shouwang.platform.security.OutOfDivision;
import cn.shouwang.platform.security.Role;
import java.time.Clock;
import java.time.LocalDate;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class PolicyTest {

    private static final LocalDate TODAY = LocalDate.of(2025, 8, 20);
    private static final Actor CLERK = new Actor("zhen01", Role.TOWN_OFFICE, TOWN, Actor.Channel.WEB);
    private static final Actor ELSEWHERE = new Actor("zhen02", Role.TOWN_OFFICE, "440233102", Actor.Channel.WEB);

    private final FixtureConfiguration<Policy> policy = new AggregateTestFixture<>(Policy.class)
            .registerInjectableResource(Clock.fixed(TODAY.atStartOfDay().toInstant(UTC), UTC))
            .registerInjectableResource(Divisions.real());

    @Test
    void a_town_publishes_a_policy_as_its_first_version() {
        policy.givenNoPriorActivity()
                .when(new PublishPolicy(WORK, TOWN, TERMS, SPRING), CLERK.toMeta())
                .expectEvents(PUBLISHED);
    }

    @Test
    void M15_a_revision_is_a_further_version_with_days_of_its_own() {
        policy.given(PUBLISHED)
                .when(new RevisePolicy(WORK, STRICTER, "资金减少", SUMMER), CLERK.toMeta())
                .expectEvents(REVISED);
    }

    @Test
    void a_withdrawal_names_the_day_from_which_no_version_is_in_force() {
        policy.given(PUBLISHED, REVISED)
                .when(new WithdrawPolicy(WORK, WITHDRAWN.from(), "并入县级政策", TODAY), CLERK.toMeta())
                .expectEvents(WITHDRAWN);
    }

    @Test
    void nothing_is_changed_of_a_withdrawn_policy() {
        refused(new RevisePolicy(WORK, TERMS, "恢复", TODAY), "toolbox.withdrawn", PUBLISHED, REVISED, WITHDRAWN);
        refused(new WithdrawPolicy(WORK, TODAY, "再停", TODAY), "toolbox.withdrawn", PUBLISHED, REVISED, WITHDRAWN);
    }

    @Test
    void a_revision_changes_something() {
        refused(new RevisePolicy(WORK, TERMS, "无", TODAY), "toolbox.nothing-revised", PUBLISHED);
    }

    @Test
    void no_version_begins_or_ends_before_the_one_before_it_begins() {
        var earlier = terms("labour > 2", SUMMER.minusDays(1), null);
        refused(new RevisePolicy(WORK, earlier, "补记", TODAY), "toolbox.before-version", PUBLISHED, REVISED);
        refused(
                new WithdrawPolicy(WORK, SUMMER.minusDays(1), "补记", TODAY),
                "toolbox.before-version",
                PUBLISHED,
                REVISED);
    }

    @Test
    void a_faulty_expression_is_not_published_nor_revised_to() {
        var faulty = terms("labour > 'two'", SUMMER, null);
        refused(new PublishPolicy(WORK, TOWN, faulty, SPRING), "toolbox.eligibility-faulty");
        refused(new RevisePolicy(WORK, faulty, "改", TODAY), "toolbox.eligibility-faulty", PUBLISHED);
    }

    @Test
    void a_policy_ends_no_earlier_than_it_begins() {
        refused(new PublishPolicy(WORK, TOWN, terms("true", SUMMER, SPRING), SPRING), "toolbox.ends-before-begin");
        policy.givenNoPriorActivity()
                .when(new PublishPolicy(WORK, TOWN, terms("true", SUMMER, SUMMER), SPRING), CLERK.toMeta())
                .expectSuccessfulHandlerExecution();
    }

    @Test
    void a_policy_gives_more_than_nothing() {
        var nothing = new PolicyTerms(
                TERMS.title(),
                TERMS.family(),
                TERMS.risks(),
                TERMS.eligibility(),
                new Standard(0L, "人", "零"),
                TERMS.handling(),
                TERMS.validity(),
                TERMS.source());
        refused(new PublishPolicy(WORK, TOWN, nothing, SPRING), "toolbox.amount-not-positive");
    }

    @Test
    void nothing_is_published_tomorrow() {
        var tomorrow = TODAY.plusDays(1);
        refused(new PublishPolicy(WORK, TOWN, TERMS, tomorrow), "toolbox.date-ahead");
        refused(new RevisePolicy(WORK, STRICTER, "改", tomorrow), "toolbox.date-ahead", PUBLISHED);
        refused(new WithdrawPolicy(WORK, tomorrow, "停", tomorrow), "toolbox.date-ahead", PUBLISHED);
    }

    @Test
    void a_policy_is_for_a_town_or_the_county_on_the_map() {
        var county = new Actor("xian01", Role.COUNTY_OFFICER, "440233", Actor.Channel.WEB);
        policy.givenNoPriorActivity()
                .when(new PublishPolicy(WORK, "440233101203", TERMS, SPRING), county.toMeta())
                .expectException(broken("toolbox.not-for-a-village"));
        policy.givenNoPriorActivity()
                .when(new PublishPolicy(WORK, "440233999", TERMS, SPRING), county.toMeta())
                .expectException(broken("division.unknown"));
    }

    @Test
    void a_policy_is_the_business_of_its_own_town() {
        policy.givenNoPriorActivity()
                .when(new PublishPolicy(WORK, TOWN, TERMS, SPRING), ELSEWHERE.toMeta())
                .expectException(OutOfDivision.class);
        policy.given(PUBLISHED)
                .when(new RevisePolicy(WORK, STRICTER, "改", SUMMER), ELSEWHERE.toMeta())
                .expectException(OutOfDivision.class);
        policy.given(PUBLISHED)
                .when(new WithdrawPolicy(WORK, TODAY, "停", TODAY), ELSEWHERE.toMeta())
                .expectException(OutOfDivision.class);
    }

    @Test
    void an_id_is_read_back_and_nothing_else_is_an_id() {
        assertThat(PolicyId.of(WORK.toString())).isEqualTo(WORK);
        for (var text : new String[] {"", "policy-1", "00000000-0000-4000-8000-000000000031", WORK + "-"}) {
            assertThatThrownBy(() -> PolicyId.of(text)).isInstanceOf(IllegalArgumentException.class);
        }
    }

    private void refused(Object command, String rule, Object... history) {
        policy.given(history).when(command, CLERK.toMeta()).expectNoEvents().expectException(broken(rule));
    }
}
