package cn.shouwang.platform.messaging;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import cn.shouwang.platform.audit.Meta;
import cn.shouwang.platform.parking.Unreadable;
import cn.shouwang.platform.store.Recorded;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.axonframework.messaging.MetaData;
import org.bson.types.Binary;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class EnvelopeTest {

    record Greeted(String who, LocalDate on) {}

    private static final Instant AT = Instant.parse("2025-03-02T04:05:06.789Z");
    private static final String TRACE = "0af7651916cd43dd8448eb211c80319c";
    private static final Outgoing GREETED =
            new Outgoing("village.greeted.v1", "s-1", new Greeted("all", LocalDate.of(2025, 3, 2)));

    @Test
    void a_published_event_arrives_as_it_was_sent() {
        var received = Envelope.decode(arrival(Envelope.encode("village", recorded(17, TRACE), GREETED)));

        assertThat(received.source()).isEqualTo("village");
        assertThat(received.position()).isEqualTo(17);
        assertThat(received.type()).isEqualTo("cn.shouwang.village.greeted.v1");
        assertThat(received.subject()).isEqualTo("s-1");
        assertThat(received.time()).isEqualTo(AT);
        assertThat(received.data().toString()).isEqualTo("{\"who\":\"all\",\"on\":\"2025-03-02\"}");
    }

    @Test
    void the_attributes_are_those_of_cloud_events_in_binary_mode() {
        var message = Envelope.encode("village", recorded(17, TRACE), GREETED);

        assertThat(message.topic()).isEqualTo("village");
        assertThat(message.key()).isEqualTo("s-1");
        assertThat(message.timestamp()).isEqualTo(AT.toEpochMilli());
        assertThat(headers(message))
                .isEqualTo(Map.of(
                        "ce_specversion", "1.0",
                        "ce_id", "village-17",
                        "ce_source", "village",
                        "ce_type", "cn.shouwang.village.greeted.v1",
                        "ce_subject", "s-1",
                        "ce_time", "2025-03-02T04:05:06.789Z",
                        "ce_dataschema", "urn:shouwang:contract:village:greeted.v1",
                        "content-type", "application/json",
                        "traceparent", "00-" + TRACE + "-0000000000000012-01"));
    }

    @Test
    void an_event_recorded_outside_a_trace_has_no_traceparent() {
        assertThat(headers(Envelope.encode("village", recorded(0, ""), GREETED)))
                .doesNotContainKey("traceparent");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "张三", "a b", "a/b"})
    void a_subject_that_cannot_be_a_key_is_not_published(String subject) {
        assertThatThrownBy(() -> Envelope.encode(
                        "village", recorded(1, ""), new Outgoing("village.greeted.v1", subject, Map.of())))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageNotContaining("张三");
    }

    @Test
    void an_event_of_another_service_is_not_published() {
        assertThatThrownBy(() ->
                        Envelope.encode("village", recorded(1, ""), new Outgoing("town.greeted.v1", "s-1", Map.of())))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ce_specversion", "ce_id", "ce_source", "ce_type", "ce_subject", "ce_time", "content-type"})
    void a_missing_attribute_is_named(String name) {
        var headers = new HashMap<>(good().headers());
        headers.remove(name);
        assertUnreadable(with(headers, "s-1", "{}"), name + "-missing");
    }

    static Stream<Arguments> odd() {
        return Stream.of(
                arguments("ce_specversion", "0.3"),
                arguments("ce_source", "town"),
                arguments("ce_id", "village-"),
                arguments("ce_id", "village--1"),
                arguments("ce_id", "village-017"),
                arguments("ce_id", "village-99999999999999999999"),
                arguments("ce_id", "town-17"),
                arguments("ce_type", "village.greeted.v1"),
                arguments("ce_type", "cn.shouwang.town.greeted.v1"),
                arguments("ce_subject", "s-2"),
                arguments("ce_time", "yesterday"),
                arguments("content-type", "text/plain"));
    }

    @ParameterizedTest
    @MethodSource("odd")
    void an_odd_attribute_is_named_without_its_value(String name, String value) {
        var headers = new HashMap<>(good().headers());
        headers.put(name, value);
        assertUnreadable(with(headers, "s-1", "{}"), name + "-odd");
    }

    static Stream<Arguments> bodies() {
        return Stream.of(
                arguments("", "body-not-an-object"),
                arguments("{", "body-not-json"),
                arguments("{} {}", "body-not-json"),
                arguments("[1]", "body-not-an-object"),
                arguments("null", "body-not-an-object"),
                arguments("[".repeat(100_000), "body-not-json"));
    }

    @ParameterizedTest
    @MethodSource("bodies")
    void a_body_that_is_not_one_json_object_is_refused(String body, String code) {
        assertUnreadable(with(good().headers(), "s-1", body), code);
    }

    @Test
    void a_body_in_another_encoding_is_refused() {
        var bytes = new byte[] {'{', '"', (byte) 0xff, '"', ':', '1', '}'};
        assertUnreadable(new Arrival("village", 0, 5, "s-1", good().headers(), new Binary(bytes)), "body-not-json");
    }

    @Test
    void a_message_without_a_body_is_refused() {
        assertUnreadable(new Arrival("village", 0, 5, "s-1", good().headers(), null), "body-missing");
    }

    @Test
    void a_message_without_a_key_is_refused() {
        assertUnreadable(with(good().headers(), null, "{}"), "ce_subject-odd");
    }

    @Test
    void the_second_event_of_a_position_has_an_id_and_a_span_of_its_own() {
        var trace = MetaData.with(Meta.TRACE, "0af7651916cd43dd8448eb211c80319c");
        var first = new Recorded(17, 0, "stream", 0, "id", AT, "event", trace);
        var second = new Recorded(17, 1, "stream", 0, "id.1", AT, "event", trace);
        var told = arrival(Envelope.encode("village", second, GREETED));
        assertThat(told.headers()).containsEntry("ce_id", "village-17.1");
        assertThat(Envelope.decode(told))
                .extracting(Received::position, Received::part)
                .containsExactly(17L, 1);
        assertThat(told.headers().get("traceparent"))
                .isNotEqualTo(arrival(Envelope.encode("village", first, GREETED))
                        .headers()
                        .get("traceparent"));
    }

    @Test
    void a_consumer_reads_the_fields_it_uses() {
        record Seen(LocalDate on) {}
        assertThat(Envelope.decode(good()).as(Seen.class)).isEqualTo(new Seen(LocalDate.of(2025, 3, 2)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"on\":null}", "{\"on\":\"soon\"}", "{\"on\":[]}"})
    void a_field_a_consumer_uses_is_there_and_of_its_kind(String body) {
        record Seen(LocalDate on) {}
        var received = Envelope.decode(with(good().headers(), "s-1", body));
        assertThatThrownBy(() -> received.as(Seen.class))
                .isInstanceOfSatisfying(
                        Unreadable.class, odd -> assertThat(odd.code()).isEqualTo("data-odd"));
    }

    private static void assertUnreadable(Arrival arrival, String code) {
        assertThatThrownBy(() -> Envelope.decode(arrival))
                .isInstanceOfSatisfying(
                        Unreadable.class, odd -> assertThat(odd.code()).isEqualTo(code));
    }

    private static Arrival good() {
        return arrival(Envelope.encode("village", recorded(17, ""), GREETED));
    }

    private static Arrival with(Map<String, String> headers, @Nullable String key, String body) {
        return new Arrival("village", 0, 5, key, headers, new Binary(body.getBytes(UTF_8)));
    }

    private static Recorded recorded(long position, String trace) {
        return new Recorded(
                position,
                "stream",
                0,
                "id",
                AT,
                "event",
                trace.isEmpty() ? MetaData.emptyInstance() : MetaData.with(Meta.TRACE, trace));
    }

    private static Arrival arrival(ProducerRecord<String, byte[]> message) {
        return new Arrival(message.topic(), 0, 5, message.key(), headers(message), new Binary(message.value()));
    }

    private static Map<String, String> headers(ProducerRecord<String, byte[]> message) {
        var headers = new HashMap<String, String>();
        message.headers().forEach(header -> headers.put(header.key(), new String(header.value(), UTF_8)));
        return headers;
    }
}
