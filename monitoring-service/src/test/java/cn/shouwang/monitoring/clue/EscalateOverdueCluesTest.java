package cn.shouwang.monitoring.clue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import cn.shouwang.monitoring.clue.ClueCommand.EscalateClue;
import cn.shouwang.platform.command.Commands;
import cn.shouwang.platform.projection.Lookup;
import cn.shouwang.platform.rule.RuleBroken;
import cn.shouwang.platform.security.Actor;
import cn.shouwang.platform.store.Accepted;
import java.time.LocalDate;
import java.util.List;
import org.bson.Document;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class EscalateOverdueCluesTest {

    private static final LocalDate TODAY = LocalDate.of(2025, 3, 12);
    private static final String VILLAGE = "440233101203";
    private static final ClueId FIRST = ClueId.of("00000000-0000-4000-8000-000000000001");
    private static final ClueId SECOND = ClueId.of("00000000-0000-4000-8000-000000000002");
    private static final ClueId THIRD = ClueId.of("00000000-0000-4000-8000-000000000003");
    private static final Actor POLICY = Actor.policy("escalate-overdue-clues", VILLAGE);

    private final Lookup clues = mock();
    private final Commands commands = mock();
    private final EscalateOverdueClues escalation = new EscalateOverdueClues(clues, commands);

    @Test
    void M14_every_overdue_clue_rises_in_the_name_of_the_policy_at_its_village() {
        rows(FIRST, SECOND);
        when(commands.sendAs(any(), any())).thenReturn(new Accepted("c", 1, false));
        assertThat(escalation.tick(TODAY)).isEqualTo(2);
        verify(commands).sendAs(new EscalateClue(FIRST, TODAY), POLICY);
        verify(commands).sendAs(new EscalateClue(SECOND, TODAY), POLICY);
    }

    @Test
    void a_clue_that_is_refused_or_fails_keeps_no_other_waiting() {
        rows(FIRST, SECOND, THIRD);
        when(commands.sendAs(eq(new EscalateClue(FIRST, TODAY)), any()))
                .thenThrow(new RuleBroken("clue.not-overdue", "closed meanwhile"));
        when(commands.sendAs(eq(new EscalateClue(SECOND, TODAY)), any()))
                .thenThrow(new IllegalStateException("broken stream"));
        when(commands.sendAs(eq(new EscalateClue(THIRD, TODAY)), any())).thenReturn(new Accepted("c", 1, false));
        assertThat(escalation.tick(TODAY)).isEqualTo(1);
    }

    @Test
    void without_overdue_clues_nothing_happens() {
        rows();
        assertThat(escalation.tick(TODAY)).isZero();
    }

    private void rows(ClueId... overdue) {
        var found = List.of(overdue).stream()
                .map(clue -> new Document("_id", clue.toString()).append("division", VILLAGE))
                .toList();
        when(clues.find(any(), any(), anyInt())).thenReturn(found).thenReturn(List.of());
    }
}
