package cn.shouwang.monitoring.household.roster;

import static cn.shouwang.monitoring.identification.Case.ANNOUNCED;
import static cn.shouwang.monitoring.identification.Case.DETERMINED;
import static cn.shouwang.monitoring.identification.Case.OPENED;
import static cn.shouwang.monitoring.identification.Case.REJECTED;
import static cn.shouwang.monitoring.identification.Case.VISITED;
import static org.assertj.core.api.Assertions.assertThat;

import cn.shouwang.monitoring.Rendered;
import org.bson.BsonInt64;
import org.bson.BsonString;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class RosterProjectionTest {

    @Test
    void a_determined_household_is_monitored_with_what_it_was_measured_against() {
        assertThat(Rendered.set(RosterProjection.change(DETERMINED)))
                .containsEntry("state", new BsonString("MONITORED"))
                .containsEntry("category", new BsonString("MARGINAL"))
                .containsEntry("since", new BsonString("2025-11-12"))
                .containsEntry("incomePerHeadFen", new BsonInt64(1_161_000))
                .containsEntry("lineFen", new BsonInt64(1_161_000));
    }

    @Test
    void a_case_that_runs_or_was_rejected_puts_nobody_on_the_roster() {
        assertThat(Rendered.set(RosterProjection.change(OPENED)))
                .containsOnlyKeys("state")
                .containsEntry("state", new BsonString("IN_CASE"));
        assertThat(Rendered.set(RosterProjection.change(REJECTED))).containsEntry("state", new BsonString("REJECTED"));
        assertThat(Rendered.set(RosterProjection.change(VISITED))).isEmpty();
    }

    @Test
    void the_announcement_is_dated() {
        assertThat(Rendered.set(RosterProjection.change(ANNOUNCED)))
                .containsEntry("announcedOn", new BsonString("2025-11-13"));
    }
}
