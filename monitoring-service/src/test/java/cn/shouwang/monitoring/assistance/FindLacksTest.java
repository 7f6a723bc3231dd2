package cn.shouwang.monitoring.assistance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import cn.shouwang.monitoring.assistance.AssistanceCommand.FindLack;
import cn.shouwang.monitoring.household.HouseholdId;
import cn.shouwang.platform.command.Commands;
import cn.shouwang.platform.projection.Lookup;
import cn.shouwang.platform.rule.RuleBroken;
import cn.shouwang.platform.security.Actor;
import cn.shouwang.platform.store.Accepted;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.bson.Document;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class FindLacksTest {

    private static final LocalDate SINCE = LocalDate.of(2025, 11, 12);
    private static final LocalDate MONTH_LATER = LocalDate.of(2025, 12, 13);
    private static final String VILLAGE = "440233101203";
    private static final HouseholdId FIRST = HouseholdId.of("00000000-0000-4000-8000-000000000001");
    private static final HouseholdId SECOND = HouseholdId.of("00000000-0000-4000-8000-000000000002");
    private static final HouseholdId THIRD = HouseholdId.of("00000000-0000-4000-8000-000000000003");
    private static final Actor POLICY = Actor.policy("find-lacks", VILLAGE);

    private final Lookup rows = mock();
    private final Commands commands = mock();
    private final FindLacks lacks = new FindLacks(
            rows,
            commands,
            new MeasureTerms(
                    List.of(new MeasureTerms.Edition(LocalDate.of(2021, 1, 1), 30, 6, Map.of(), "a document"))));

    @Test
    void M12_every_household_past_its_month_is_looked_at_in_the_name_of_the_policy() {
        open(FIRST, SECOND);
        when(commands.sendAs(any(), any())).thenReturn(new Accepted("a", 1, false));
        assertThat(lacks.tick(MONTH_LATER)).isEqualTo(2);
        verify(commands).sendAs(new FindLack(FIRST, Lack.ANY_MEASURE, MONTH_LATER), POLICY);
        verify(commands).sendAs(new FindLack(SECOND, Lack.ANY_MEASURE, MONTH_LATER), POLICY);
    }

    @Test
    void within_its_month_no_household_is_bothered() {
        open(FIRST);
        assertThat(lacks.tick(MONTH_LATER.minusDays(1))).isZero();
        verify(commands, never()).sendAs(any(), any());
    }

    @Test
    void a_household_that_is_refused_or_fails_keeps_no_other_waiting() {
        open(FIRST, SECOND, THIRD);
        when(commands.sendAs(eq(new FindLack(FIRST, Lack.ANY_MEASURE, MONTH_LATER)), any()))
                .thenThrow(new RuleBroken("assistance.nothing-lacks", "helped meanwhile"));
        when(commands.sendAs(eq(new FindLack(SECOND, Lack.ANY_MEASURE, MONTH_LATER)), any()))
                .thenThrow(new IllegalStateException("broken stream"));
        when(commands.sendAs(eq(new FindLack(THIRD, Lack.ANY_MEASURE, MONTH_LATER)), any()))
                .thenReturn(new Accepted("a", 1, false));
        assertThat(lacks.tick(MONTH_LATER)).isEqualTo(1);
    }

    /// Rows for the first kind of lack, none for the other.
    private void open(HouseholdId... households) {
        var found = Stream.of(households)
                .map(household -> new Document("_id", household.toString())
                        .append("division", VILLAGE)
                        .append("since", SINCE.toString()))
                .toList();
        when(rows.find(any(), any(), anyInt())).thenReturn(found).thenReturn(List.of());
    }
}
