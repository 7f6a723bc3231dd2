package cn.shouwang.monitoring.awareness;

import static cn.shouwang.monitoring.awareness.AwarenessSamples.DISTRIBUTED;
import static cn.shouwang.monitoring.awareness.AwarenessSamples.HELD;
import static cn.shouwang.monitoring.awareness.AwarenessSamples.MAY;
import static cn.shouwang.monitoring.awareness.AwarenessSamples.PLACE;
import static cn.shouwang.platform.test.Rules.broken;
import static java.time.ZoneOffset.UTC;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.shouwang.monitoring.awareness.AwarenessCommand.RecordSheets;
import cn.shouwang.monitoring.awareness.AwarenessCommand.RecordTraining;
import cn.shouwang.monitoring.awareness.AwarenessEvent.SheetsDistributed;
import cn.shouwang.monitoring.division.Divisions;
import cn.shouwang.platform.security.Actor;
import cn.shouwang.platform.security.OutOfDivision;
import cn.shouwang.platform.security.Role;
import java.time.Clock;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class AwarenessTest {

    private static final Actor CLERK = new Actor("cun01", Role.VILLAGE_COMMITTEE, PLACE.division(), Actor.Channel.WEB);
    private static final Actor ELSEWHERE =
            new Actor("cun02", Role.VILLAGE_COMMITTEE, "440233101204", Actor.Channel.WEB);

    private final FixtureConfiguration<Awareness> awareness = new AggregateTestFixture<>(Awareness.class)
            .registerInjectableResource(
                    Clock.fixed(MAY.plusDays(9).atStartOfDay().toInstant(UTC), UTC))
            .registerInjectableResource(Divisions.real());

    @Test
    void a_training_is_recorded_with_its_paper() {
        awareness.givenNoPriorActivity().when(train("签到01", 30), CLERK.toMeta()).expectEvents(HELD);
    }

    @Test
    void the_same_paper_is_recorded_once() {
        refused(train("签到01", 30), "awareness.evidence-known", HELD);
    }

    @Test
    void a_training_has_somebody_present() {
        refused(train("签到02", 0), "awareness.nobody", HELD);
    }

    @Test
    void sheets_are_counted_per_village() {
        awareness
                .given(HELD)
                .when(new RecordSheets(PLACE, SheetKind.APPLICATION_SHEET, 2, MAY), CLERK.toMeta())
                .expectEvents(DISTRIBUTED);
    }

    @Test
    void a_town_as_a_whole_counts_no_sheets() {
        var town = new Actor("zhen01", Role.TOWN_OFFICE, "440233101", Actor.Channel.WEB);
        awareness
                .givenNoPriorActivity()
                .when(new RecordSheets(new AwarenessId("440233101"), SheetKind.POLICY_SHEET, 2, MAY), town.toMeta())
                .expectException(broken("division.unknown-village"));
    }

    @Test
    void a_count_is_newer_than_the_one_of_the_same_sheet_before() {
        refused(new RecordSheets(PLACE, SheetKind.APPLICATION_SHEET, 3, MAY), "awareness.count-older", DISTRIBUTED);
        awareness
                .given(DISTRIBUTED)
                .when(new RecordSheets(PLACE, SheetKind.POLICY_SHEET, 1, MAY), CLERK.toMeta())
                .expectEvents(new SheetsDistributed(PLACE, PLACE.division(), SheetKind.POLICY_SHEET, 1, MAY));
        refused(new RecordSheets(PLACE, SheetKind.POLICY_SHEET, -1, MAY), "awareness.nobody");
    }

    @Test
    void nothing_is_recorded_ahead_or_elsewhere() {
        refused(new RecordSheets(PLACE, SheetKind.APPLICATION_SHEET, 3, MAY.plusDays(10)), "awareness.date-ahead");
        awareness
                .givenNoPriorActivity()
                .when(train("签到01", 30), ELSEWHERE.toMeta())
                .expectException(OutOfDivision.class);
        awareness
                .givenNoPriorActivity()
                .when(new RecordSheets(PLACE, SheetKind.POLICY_SHEET, 1, MAY), ELSEWHERE.toMeta())
                .expectException(OutOfDivision.class);
    }

    @Test
    void an_id_is_read_back_and_nothing_else_is_an_id() {
        assertThat(AwarenessId.of(PLACE.toString())).isEqualTo(PLACE);
        assertThatThrownBy(() -> AwarenessId.of("awareness-1")).isInstanceOf(IllegalArgumentException.class);
    }

    private static RecordTraining train(String evidence, int attendees) {
        return new RecordTraining(PLACE, TrainingKind.POLICY_AWARENESS, "政策宣传", attendees, evidence, MAY);
    }

    private void refused(Object command, String rule, Object... history) {
        awareness.given(history).when(command, CLERK.toMeta()).expectNoEvents().expectException(broken(rule));
    }
}
