package cn.shouwang.platform.test;

import static com.mongodb.client.model.Updates.set;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.shouwang.platform.audit.Meta;
import cn.shouwang.platform.event.Placed;
import cn.shouwang.platform.event.Stored;
import cn.shouwang.platform.projection.Projection;
import cn.shouwang.platform.projection.Rows;
import cn.shouwang.platform.security.Actor;
import cn.shouwang.platform.security.Role;
import cn.shouwang.platform.store.Recorded;
import java.time.Instant;
import java.util.List;
import java.util.function.BiConsumer;
import org.axonframework.messaging.MetaData;
import org.axonframework.serialization.Revision;
import org.junit.jupiter.api.Test;

/// A helper that never complains helps no one: each of its complaints is provoked here.
class TestViewsTest {

    @Stored("bell.rung")
    @Revision("1")
    private record Rang(String division, String bell) implements Placed {}

    private static final Rang HERE = new Rang("440233101203", "bell-1");
    private static final Rang THERE = new Rang("440233101204", "bell-2");

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
    void a_row_that_is_made_of_more_than_what_mentions_its_id_is_caught() {
        var views = views(
                (recorded, rows) -> {
                    rows.advance("bell-1", set("last", recorded.position()));
                    rows.advance("bell-1", set("division", division(recorded)));
                },
                List.of("bell-1"),
                List.of());
        views.given(HERE).rebuilt();
        views.given(THERE);
        assertThatThrownBy(views::rebuilt)
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("what mentions [bell-1]");
    }

    @Test
    void a_field_whose_value_not_every_event_mentions_is_caught() {
        var views = views(
                (recorded, rows) -> rows.advance(division(recorded), set("bell", "bell-1")),
                List.of(),
                List.of("bell"));
        views.given(HERE).rebuilt();
        views.given(THERE);
        assertThatThrownBy(views::rebuilt)
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("what mentions bell-1");
    }

    @Test
    void a_projection_sees_no_event_of_a_history_it_does_not_read() {
        var views = new TestViews(new Projection() {
            @Override
            public String name() {
                return "rings";
            }

            @Override
            public int version() {
                return 1;
            }

            @Override
            public List<Class<?>> reads() {
                return List.of(String.class);
            }

            @Override
            public void on(Recorded recorded, Rows rows) {
                rows.advance("seen", set("seen", true));
            }
        });
        assertThat(views.given(HERE).rebuilt().rows()).isEmpty();
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
        return views(on, List.of(), List.of());
    }

    private static TestViews views(BiConsumer<Recorded, Rows> on, List<String> foundBy, List<String> fields) {
        return new TestViews(new Projection() {
            @Override
            public List<String> foundBy(String row) {
                return foundBy;
            }

            @Override
            public List<String> foundByFields() {
                return fields;
            }

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
