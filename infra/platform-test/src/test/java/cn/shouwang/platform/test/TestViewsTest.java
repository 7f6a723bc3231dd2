package cn.shouwang.platform.test;

import static com.mongodb.client.model.Updates.set;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.shouwang.platform.audit.Meta;
import cn.shouwang.platform.event.Placed;
import cn.shouwang.platform.projection.Projection;
import cn.shouwang.platform.projection.Rows;
import cn.shouwang.platform.security.Actor;
import cn.shouwang.platform.security.Role;
import cn.shouwang.platform.store.Recorded;
import java.time.Instant;
import java.util.function.BiConsumer;
import org.axonframework.messaging.MetaData;
import org.junit.jupiter.api.Test;

/// A helper that never complains helps no one: each of its complaints is provoked here.
class TestViewsTest {

    private record Rang(String division) implements Placed {}

    private static final Rang HERE = new Rang("440233101203");
    private static final Rang THERE = new Rang("440233101204");

    @Test
    void rows_of_a_sound_projection_survive_redelivery_and_rebuild() {
        var views = views((recorded, rows) -> rows.advance(division(recorded), set("on", recorded.position())));
        views.given(HERE, THERE).given(HERE).again().rebuilt();
        assertThat(views.rows()).extracting(row -> row.get("on")).containsExactly(2L, 1L);
    }

    @Test
    void a_projection_that_counts_in_a_field_is_caught_by_the_rebuild() {
        var calls = new int[1];
        var views = views((recorded, rows) -> rows.advance(division(recorded), set("calls", ++calls[0])));
        views.given(HERE);
        assertThatThrownBy(views::rebuilt).isInstanceOf(AssertionError.class).hasMessageContaining("rebuild");
    }

    @Test
    void a_projection_that_names_rows_by_the_call_is_caught_by_redelivery() {
        var calls = new int[1];
        var views = views((_, rows) -> rows.advance("call-" + ++calls[0], set("seen", true)));
        views.given(HERE);
        assertThatThrownBy(views::again).isInstanceOf(AssertionError.class).hasMessageContaining("redelivery");
    }

    @Test
    void events_carry_the_actor_they_are_given_with() {
        var clerk = new Actor("clerk", Role.TOWN_OFFICE, "440233101", Actor.Channel.WEB);
        var views =
                views((recorded, rows) -> rows.advance(division(recorded), set("actor", recorded.meta(Meta.ACTOR))));
        assertThat(views.given(clerk, HERE).row(HERE.division())).containsEntry("actor", "clerk");
    }

    @Test
    void events_out_of_order_are_refused() {
        var views = views((_, _) -> {});
        var recorded = new Recorded(0, "s", 0, "id", Instant.EPOCH, HERE, MetaData.emptyInstance());
        views.given(recorded);
        assertThatThrownBy(() -> views.given(recorded)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_row_that_is_missing_is_named() {
        assertThatThrownBy(() -> views((_, _) -> {}).row("pear-9"))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("pear-9");
    }

    private static String division(Recorded recorded) {
        return ((Placed) recorded.event()).division();
    }

    private static TestViews views(BiConsumer<Recorded, Rows> on) {
        return new TestViews(new Projection() {
            @Override
            public String name() {
                return "rings";
            }

            @Override
            public int version() {
                return 1;
            }

            @Override
            public void on(Recorded recorded, Rows rows) {
                on.accept(recorded, rows);
            }
        });
    }
}
