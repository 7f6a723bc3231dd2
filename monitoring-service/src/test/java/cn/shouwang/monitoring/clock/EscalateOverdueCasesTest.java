package cn.shouwang.monitoring.clock;

import static cn.shouwang.monitoring.identification.Case.ASSIGNED;
import static cn.shouwang.monitoring.identification.Case.OPENED;
import static cn.shouwang.monitoring.identification.Case.VILLAGE;
import static cn.shouwang.monitoring.identification.Case.november;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import cn.shouwang.monitoring.clock.ClockCommand.EscalateCase;
import cn.shouwang.monitoring.household.HouseholdId;
import cn.shouwang.platform.command.Commands;
import cn.shouwang.platform.projection.Lookup;
import cn.shouwang.platform.rule.RuleBroken;
import cn.shouwang.platform.security.Actor;
import cn.shouwang.platform.store.Accepted;
import java.util.List;
import java.util.stream.Stream;
import org.bson.Document;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class EscalateOverdueCasesTest {

    private static final HouseholdId BROKEN = HouseholdId.of("00000000-0000-4000-8000-000000000001");
    private static final HouseholdId REFUSED = HouseholdId.of("00000000-0000-4000-8000-000000000002");
    private static final HouseholdId OVERDUE = HouseholdId.of("00000000-0000-4000-8000-000000000003");

    private final Lookup rows = mock();
    private final Commands commands = mock();
    private final EscalateOverdueCases escalation = new EscalateOverdueCases(
            rows,
            new CaseClocks(
                    household -> {
                        if (household.equals(BROKEN)) {
                            throw new IllegalStateException("broken stream");
                        }
                        return Stream.of(OPENED, ASSIGNED);
                    },
                    Ticking.LIMITS,
                    Ticking.CALENDAR),
            commands);

    @Test
    void a_case_that_cannot_be_read_or_is_refused_keeps_no_other_waiting() {
        waiting(BROKEN, REFUSED, OVERDUE);
        when(commands.sendAs(eq(new EscalateCase(REFUSED, november(5))), any()))
                .thenThrow(new RuleBroken("clock.risen-already", "meanwhile"));
        when(commands.sendAs(eq(new EscalateCase(OVERDUE, november(5))), any()))
                .thenReturn(new Accepted("c", 1, false));
        assertThat(escalation.tick(november(5))).isEqualTo(1);
        verify(commands)
                .sendAs(new EscalateCase(OVERDUE, november(5)), Actor.policy("escalate-overdue-cases", VILLAGE));
    }

    @Test
    void a_case_in_time_is_left_alone() {
        waiting(OVERDUE);
        assertThat(escalation.tick(november(4))).isZero();
        verify(commands, never()).sendAs(any(), any());
    }

    private void waiting(HouseholdId... households) {
        var found = Stream.of(households)
                .map(household -> new Document("_id", household.toString()).append("division", VILLAGE))
                .toList();
        when(rows.find(any(), any(), anyInt())).thenReturn(found).thenReturn(List.of());
    }
}
