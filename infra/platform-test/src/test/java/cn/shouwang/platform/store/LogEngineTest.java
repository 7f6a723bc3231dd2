package cn.shouwang.platform.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.shouwang.platform.audit.Meta;
import cn.shouwang.platform.event.Placed;
import cn.shouwang.platform.security.Actor;
import cn.shouwang.platform.security.NotAllowed;
import cn.shouwang.platform.security.OutOfDivision;
import cn.shouwang.platform.security.Role;
import cn.shouwang.platform.store.Service.BellEvent.BellRang;
import cn.shouwang.platform.test.Servers;
import com.mongodb.client.MongoDatabase;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.serialization.SimpleSerializedType;
import org.axonframework.serialization.upcasting.event.EventUpcaster;
import org.axonframework.serialization.upcasting.event.IntermediateEventRepresentation;
import org.axonframework.serialization.upcasting.event.SingleEventUpcaster;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

class LogEngineTest {

    private static final Actor CLERK = new Actor("clerk", Role.TOWN_OFFICE, "440233101", Actor.Channel.WEB);

    private final MongoDatabase database = Servers.freshDatabase();
    private final Service service = new Service(database, "one");
    private final LogEngine engine = service.engine();

    @AfterEach
    void close() {
        service.close();
    }

    @Test
    void what_is_read_is_what_was_stored_with_who_and_where() {
        engine.appendEvents(Service.event("bell", 0, new BellRang(Service.VILLAGE, 3), CLERK));
        assertThat(all()).singleElement().satisfies(recorded -> {
            assertThat(recorded.event()).isEqualTo(new BellRang(Service.VILLAGE, 3));
            assertThat(recorded.position()).isZero();
            assertThat(recorded.stream()).isEqualTo("bell");
            assertThat(recorded.meta(Meta.ACTOR)).isEqualTo("clerk");
            assertThat(recorded.meta(Meta.DIVISION)).isEqualTo("440233101");
            assertThat(recorded.meta(Meta.TRACE)).isEmpty();
        });
    }

    @Test
    void an_event_outside_the_actors_division_is_refused_whatever_the_handler_did() {
        var elsewhere = Service.event("bell", 0, new BellRang("440233102201", 1), CLERK);
        assertThatThrownBy(() -> engine.appendEvents(elsewhere)).isInstanceOf(OutOfDivision.class);
        assertThat(service.log().head()).isZero();
    }

    @Test
    void one_event_outside_the_division_refuses_the_whole_commit() {
        var here = Service.event("bell", 0, new BellRang(Service.VILLAGE, 1), CLERK);
        var elsewhere = Service.event("bell", 1, new BellRang("440233", 1), CLERK);
        assertThatThrownBy(() -> engine.appendEvents(List.of(here, elsewhere))).isInstanceOf(OutOfDivision.class);
        assertThat(service.log().head()).isZero();
    }

    @Test
    void an_event_of_no_one_is_refused() {
        var anonymous = new GenericDomainEventMessage<>("Bell", "bell", 0, new BellRang(Service.VILLAGE, 1));
        assertThatThrownBy(() -> engine.appendEvents(anonymous)).isInstanceOf(NotAllowed.class);
    }

    @Test
    void an_event_that_tells_no_division_is_refused() {
        assertThatThrownBy(() -> engine.appendEvents(Service.event("bell", 0, "ding", CLERK)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("does not tell its division");
    }

    @Test
    void one_command_that_changes_two_aggregates_is_refused() {
        var both = List.of(Service.events("bell", 0, 1), Service.events("gong", 0, 1)).stream()
                .flatMap(List::stream)
                .toList();
        assertThatThrownBy(() -> engine.appendEvents(both))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("one command changes one aggregate");
        assertThat(service.log().head()).isZero();
    }

    @Test
    void an_event_that_no_aggregate_decided_is_refused() {
        assertThatThrownBy(
                        () -> engine.appendEvents(GenericEventMessage.asEventMessage(new BellRang(Service.VILLAGE, 1))))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("only aggregates decide events");
    }

    @Test
    void an_event_outside_the_catalogue_cannot_be_stored() {
        record Stranger(String division) implements Placed {}
        engine.appendEvents(Service.events("bell", 0, 1));
        assertThatThrownBy(() ->
                        engine.appendEvents(Service.event("bell", 1, new Stranger(Service.VILLAGE), Actor.SYSTEM)))
                .isInstanceOf(RuntimeException.class);
        assertThat(service.log().head()).isEqualTo(1);
    }

    @Test
    void a_stored_form_of_an_older_revision_passes_its_upcaster() {
        service.appender()
                .append(new Commit(
                        -1,
                        "bell",
                        "Bell",
                        0,
                        null,
                        null,
                        List.of(new Commit.Entry(
                                UUID.randomUUID().toString(),
                                "bell.rang",
                                "1",
                                Instant.EPOCH,
                                "{\"division\": \"440233101203\", \"strokes\": 5}",
                                "{}"))));
        try (var today = new Service(database, "two", strokesBecomeTimes())) {
            assertThat(today.engine().readEvents("bell").asStream().map(event -> event.getPayload()))
                    .hasSize(1)
                    .first()
                    .isEqualTo(new BellRang(Service.VILLAGE, 5));
            try (var events = today.engine().after(-1)) {
                assertThat(events.map(Recorded::event)).isEqualTo(List.of(new BellRang(Service.VILLAGE, 5)));
            }
        }
    }

    @Test
    void a_stream_is_read_from_the_middle_of_a_commit() {
        service.ring("bell", 0, 4);
        service.ring("gong", 0, 2);
        service.ring("bell", 4, 2);
        assertThat(engine.readEvents("bell", 2).asStream().map(event -> event.getSequenceNumber()))
                .containsExactly(2L, 3L, 4L, 5L);
        assertThat(engine.lastSequenceNumberFor("bell")).contains(5L);
        assertThat(engine.lastSequenceNumberFor("horn")).isEmpty();
    }

    @Test
    void a_tracking_token_is_the_position_last_read() {
        service.ring("bell", 0, 3);
        service.ring("gong", 0, 2);
        assertThat(tracked(null)).containsExactly(0L, 1L, 2L, 3L, 4L);
        assertThat(tracked(new GlobalSequenceTrackingToken(1))).containsExactly(2L, 3L, 4L);
        assertThat(tracked(engine.createHeadToken())).isEmpty();
        assertThat(tracked(engine.createTailToken())).hasSize(5);
    }

    @Test
    void the_head_of_an_empty_log_is_its_tail() {
        assertThat(engine.createHeadToken()).isNull();
        assertThat(engine.createTailToken()).isNull();
    }

    @Test
    void a_token_at_an_instant_has_seen_what_was_recorded_before() {
        service.ring("bell", 0, 2);
        var recordedAt = all().getFirst().recordedAt();
        assertThat(engine.createTokenAt(recordedAt)).isNull();
        assertThat(Objects.requireNonNull(engine.createTokenAt(recordedAt.plusSeconds(60)))
                        .position())
                .hasValue(1);
    }

    private List<Recorded> all() {
        try (var events = engine.after(-1)) {
            return events.toList();
        }
    }

    private Stream<Long> tracked(@Nullable TrackingToken token) {
        try (var events = engine.readEvents(token, false)) {
            return events.map(event -> event.trackingToken().position().orElseThrow()).toList().stream();
        }
    }

    private static EventUpcaster strokesBecomeTimes() {
        return new SingleEventUpcaster() {
            @Override
            protected boolean canUpcast(IntermediateEventRepresentation event) {
                return event.getType().equals(new SimpleSerializedType("bell.rang", "1"));
            }

            @Override
            protected IntermediateEventRepresentation doUpcast(IntermediateEventRepresentation event) {
                return event.upcastPayload(new SimpleSerializedType("bell.rang", "2"), JsonNode.class, json -> {
                    var bell = (ObjectNode) json;
                    bell.set("times", bell.remove("strokes"));
                    return bell;
                });
            }
        };
    }
}
