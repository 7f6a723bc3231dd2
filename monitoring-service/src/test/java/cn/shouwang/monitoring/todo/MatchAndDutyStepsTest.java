package cn.shouwang.monitoring.todo;

import static cn.shouwang.monitoring.duty.DutySamples.ASSIGNED;
import static cn.shouwang.monitoring.duty.DutySamples.CONFIRMED;
import static cn.shouwang.monitoring.duty.DutySamples.DUE;
import static cn.shouwang.monitoring.duty.DutySamples.DUTY;
import static cn.shouwang.monitoring.duty.DutySamples.POSTPONED;
import static cn.shouwang.monitoring.duty.DutySamples.REPORTED;
import static cn.shouwang.monitoring.duty.DutySamples.RETURNED;
import static org.assertj.core.api.Assertions.assertThat;

import cn.shouwang.monitoring.duty.Bearer;
import cn.shouwang.monitoring.duty.DutyEvent;
import cn.shouwang.monitoring.duty.DutyEvent.DutyAssigned;
import cn.shouwang.monitoring.duty.DutyId;
import cn.shouwang.monitoring.match.MatchEvent;
import cn.shouwang.monitoring.match.Proposed;
import cn.shouwang.platform.test.TestViews;
import java.util.List;
import org.bson.Document;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class MatchAndDutyStepsTest {

    @Test
    void a_proposal_waits_for_a_persons_word() {
        var entry = Todo.entry(proposal(Proposed.FIRST), DUE);

        assertThat(entry.kind()).isEqualTo("MATCH");
        assertThat(entry.step()).isEqualTo(Step.CONFIRM_MATCH);
        assertThat(entry.subject()).isEqualTo(Proposed.FIRST.household().toString());
        assertThat(entry.proposal()).isEqualTo(1);
        assertThat(entry.dueOn()).isNull();
    }

    @Test
    void a_proposal_that_is_decided_or_lapsed_waits_for_nothing() {
        for (var end : List.<MatchEvent>of(Proposed.CONFIRMED, Proposed.DECLINED, Proposed.LAPSED)) {
            assertThat(proposal(Proposed.FIRST, end)).doesNotContainKeys("step", "roles", "since");
        }
    }

    @Test
    void a_duty_waits_for_whom_it_binds_then_for_the_county() {
        assertThat(Todo.entry(duty(ASSIGNED), DUE).step()).isEqualTo(Step.REPORT_DUTY_AS_TOWN);
        assertThat(Todo.entry(duty(ASSIGNED, REPORTED), DUE).step()).isEqualTo(Step.CONFIRM_DUTY);
        assertThat(Todo.entry(duty(ASSIGNED, REPORTED, RETURNED), DUE).step()).isEqualTo(Step.REPORT_DUTY_AS_TOWN);
        assertThat(duty(ASSIGNED, REPORTED, CONFIRMED)).doesNotContainKeys("step", "roles", "since");
    }

    @Test
    void a_duty_keeps_its_day_through_every_step_until_it_is_postponed() {
        assertThat(Todo.entry(duty(ASSIGNED, REPORTED, RETURNED), DUE.plusDays(1)))
                .satisfies(entry -> assertThat(entry.dueOn()).isEqualTo(DUE))
                .satisfies(entry -> assertThat(entry.overdue()).isTrue());
        assertThat(Todo.entry(duty(ASSIGNED, POSTPONED), DUE.plusDays(1)).overdue())
                .isFalse();
    }

    @ParameterizedTest
    @EnumSource(Bearer.class)
    void every_bearer_has_a_step(Bearer bearer) {
        var duty = new DutyId(2025, "440233", bearer, "close-gaps");
        var assigned = new DutyAssigned(duty, "440233", "补齐短板", "C3", DUE, DUE, DUE);
        var row = new TestViews(new TodoProjection()).given(assigned).row(duty);

        assertThat(Todo.entry(row, DUE).step().name()).startsWith("REPORT_DUTY_AS_");
    }

    private static Document proposal(MatchEvent... history) {
        return new TestViews(new TodoProjection())
                .given(history)
                .again()
                .rebuilt()
                .row(Proposed.MATCHES + ":1");
    }

    private static Document duty(DutyEvent... history) {
        return new TestViews(new TodoProjection())
                .given(history)
                .again()
                .rebuilt()
                .row(DUTY);
    }
}
