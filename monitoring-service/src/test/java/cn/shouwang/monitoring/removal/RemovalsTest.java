package cn.shouwang.monitoring.removal;

import static cn.shouwang.monitoring.identification.Case.HOUSEHOLD;
import static cn.shouwang.monitoring.removal.Way.*;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class RemovalsTest {

    @Test
    void monitoring_is_over_from_the_countys_word_until_it_is_reverted() {
        assertThat(of(until(REVIEWED)).over(HOUSEHOLD, 1)).isEmpty();
        assertThat(of(until(REMOVED)).over(HOUSEHOLD, 1)).contains(may(25));
        assertThat(of(until(REMOVED, REVERTED)).over(HOUSEHOLD, 1)).isEmpty();
    }

    @Test
    void it_is_over_when_nobody_is_left() {
        assertThat(of(List.of(CLOSED)).over(HOUSEHOLD, 1)).contains(may(20));
    }

    @Test
    void the_end_of_one_case_says_nothing_of_another() {
        assertThat(of(until(REMOVED)).over(HOUSEHOLD, 2)).isEmpty();
    }

    @Test
    void a_notice_may_hang_between_appraisal_and_review() {
        assertThat(of(until(VISITED)).current(HOUSEHOLD).orElseThrow().agreedOn())
                .isNull();
        assertThat(of(until(APPRAISED)).current(HOUSEHOLD).orElseThrow().agreedOn())
                .isEqualTo(may(14));
        assertThat(of(until(REVIEWED)).current(HOUSEHOLD).orElseThrow().agreedOn())
                .isNull();
    }

    @Test
    void none_was_proposed_where_the_household_was_only_closed() {
        assertThat(of(List.of()).current(HOUSEHOLD)).isEmpty();
        assertThat(of(List.of(CLOSED)).current(HOUSEHOLD)).isEmpty();
    }

    private static Removals of(List<RemovalEvent> history) {
        return new Removals(_ -> history.stream());
    }
}
