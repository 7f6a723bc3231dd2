package cn.shouwang.monitoring.identification;

import static cn.shouwang.monitoring.identification.Case.*;
import static org.assertj.core.api.Assertions.assertThat;

import cn.shouwang.monitoring.household.BaseType;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class IdentificationsTest {

    @Test
    void a_household_without_a_case_has_none() {
        assertThat(after(List.of(), false)).isEmpty();
    }

    @Test
    void a_case_is_undecided_until_the_county_has_determined() {
        var reviewed = after(until(REVIEWED), false).orElseThrow();

        assertThat(reviewed.isUndecided()).isTrue();
        assertThat(reviewed.isMonitored()).isFalse();
        assertThat(reviewed.visit()).isEqualTo(VISITED.visit());
        assertThat(reviewed.decision()).isNull();
    }

    @Test
    void a_determined_household_is_monitored_from_that_day_on() {
        var determined = after(until(DETERMINED), false).orElseThrow();

        assertThat(determined.isMonitored()).isTrue();
        assertThat(determined.decision())
                .isEqualTo(new Identifications.Decided(DETERMINED.decision(), DETERMINED.on(), false));
    }

    @Test
    void the_announcement_changes_nothing_else() {
        var announced = after(until(ANNOUNCED), false).orElseThrow();

        assertThat(announced.decision())
                .isEqualTo(new Identifications.Decided(DETERMINED.decision(), DETERMINED.on(), true));
    }

    @Test
    void a_household_whose_monitoring_is_over_is_not_monitored_and_has_no_open_case() {
        var over = after(until(ANNOUNCED), true).orElseThrow();

        assertThat(over.isMonitored()).isFalse();
        assertThat(over.isUndecided()).isFalse();
        assertThat(over.decision()).isNotNull();
    }

    @Test
    void a_rejected_case_is_neither_monitored_nor_undecided() {
        var rejected = after(until(REVIEWED, REJECTED), false).orElseThrow();

        assertThat(rejected.rejected()).isTrue();
        assertThat(rejected.isMonitored()).isFalse();
        assertThat(rejected.isUndecided()).isFalse();
    }

    @Test
    void the_latest_case_counts() {
        var again = after(until(REVIEWED, REJECTED, opened(2, BaseType.ORDINARY, november(20))), false)
                .orElseThrow();

        assertThat(again.cycle()).isEqualTo(2);
        assertThat(again.isUndecided()).isTrue();
        assertThat(again.visit()).isNull();
    }

    private static Optional<Identifications.Current> after(List<IdentificationEvent> history, boolean over) {
        return new Identifications(_ -> history.stream(), (_, _) -> over).current(HOUSEHOLD);
    }
}
