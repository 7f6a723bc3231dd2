package cn.shouwang.platform.messaging;

import static java.nio.charset.StandardCharsets.UTF_8;

import cn.shouwang.platform.audit.Meta;
import cn.shouwang.platform.parking.Unreadable;
import cn.shouwang.platform.store.Place;
import cn.shouwang.platform.store.Recorded;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeader;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// CloudEvents 1.0 in Kafka's binary mode: attributes in `ce_` headers, the JSON object as value,
/// the subject as key.
///
/// `ce_source` is the name of the service and of its topic; `ce_id` is `<source>-<place>`, so it
/// says which event of whose log this is: `monitoring-7`, and `monitoring-7.1` for the second of those
/// that one stored event is read as; `ce_type` is `cn.shouwang.<source>.<kebab-fact>.v<n>`;
/// `ce_dataschema` names the schema in `infra/contracts`. `traceparent` is there when the event was
/// recorded within a trace; its span is made up from the place, because a log keeps no spans.
final class Envelope {

    static final String TYPE = "ce_type";

    private static final String PREFIX = "cn.shouwang.";
    private static final String JSON = "application/json";
    private static final Pattern SUBJECT = Pattern.compile("[A-Za-z0-9._:-]{1,100}");
    private static final Pattern TRACE = Pattern.compile("[0-9a-f]{32}");

    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private Envelope() {}

    /// The record that tells `outgoing`, decided in `recorded`, to the subscribers of `topic`.
    static ProducerRecord<String, byte[]> encode(String topic, Recorded recorded, Outgoing outgoing) {
        if (!outgoing.type().startsWith(topic + ".") || !isSubject(outgoing.subject())) {
            throw new IllegalArgumentException("not publishable on " + topic + ": " + outgoing.type());
        }
        var message = new ProducerRecord<String, byte[]>(
                topic,
                null,
                recorded.recordedAt().toEpochMilli(),
                outgoing.subject(),
                MAPPER.writeValueAsBytes(outgoing.data()));
        attributes(topic, recorded, outgoing).forEach(message.headers()::add);
        traceparent(recorded).ifPresent(message.headers()::add);
        return message;
    }

    private static List<Header> attributes(String topic, Recorded recorded, Outgoing outgoing) {
        var contract = outgoing.type().substring(topic.length() + 1);
        return List.of(
                header("ce_specversion", "1.0"),
                header("ce_id", topic + "-" + recorded.place()),
                header("ce_source", topic),
                header(TYPE, PREFIX + outgoing.type()),
                header("ce_subject", outgoing.subject()),
                header("ce_time", recorded.recordedAt().toString()),
                header("ce_dataschema", "urn:shouwang:contract:" + topic + ":" + contract),
                header("content-type", JSON));
    }

    private static Optional<Header> traceparent(Recorded recorded) {
        var trace = recorded.meta(Meta.TRACE);
        var span = HexFormat.of().toHexDigits(((long) recorded.part() << 56) | (recorded.position() + 1));
        return TRACE.matcher(trace).matches()
                ? Optional.of(header("traceparent", "00-" + trace + "-" + span + "-01"))
                : Optional.empty();
    }

    private static Header header(String name, String value) {
        return new RecordHeader(name, value.getBytes(UTF_8));
    }

    /// What arrived, or [Unreadable] with the part that is wrong.
    static Received decode(Arrival arrival) {
        expect(arrival, "ce_specversion", "1.0");
        expect(arrival, "ce_source", arrival.topic());
        if (!required(arrival, "content-type").startsWith(JSON)) {
            throw new Unreadable("content-type-odd");
        }
        var type = required(arrival, TYPE);
        if (!type.startsWith(PREFIX + arrival.topic() + ".")) {
            throw new Unreadable("ce_type-odd");
        }
        var place = place(arrival, required(arrival, "ce_id"));
        return new Received(
                arrival.topic(), place.position(), place.part(), type, subject(arrival), time(arrival), data(arrival));
    }

    /// The key under which a message that cannot be read is parked: its own, unless that cannot be
    /// one, then its place in the topic.
    static String parkingSubject(Arrival arrival) {
        var key = arrival.key();
        return key != null && isSubject(key) ? key : place(arrival);
    }

    /// The one place of a record in Kafka, as a name.
    static String place(Arrival arrival) {
        return arrival.topic() + "-" + arrival.partition() + "-" + arrival.offset();
    }

    private static Place place(Arrival arrival, String id) {
        var prefix = arrival.topic() + "-";
        return Optional.of(id)
                .filter(text -> text.startsWith(prefix))
                .flatMap(text -> Place.parse(text.substring(prefix.length())))
                .orElseThrow(() -> new Unreadable("ce_id-odd"));
    }

    private static String subject(Arrival arrival) {
        var subject = required(arrival, "ce_subject");
        if (!isSubject(subject) || !subject.equals(arrival.key())) {
            throw new Unreadable("ce_subject-odd");
        }
        return subject;
    }

    private static Instant time(Arrival arrival) {
        try {
            return OffsetDateTime.parse(required(arrival, "ce_time")).toInstant();
        } catch (DateTimeException _) {
            throw new Unreadable("ce_time-odd");
        }
    }

    private static JsonNode data(Arrival arrival) {
        var body = arrival.body();
        if (body == null) {
            throw new Unreadable("body-missing");
        }
        try {
            var data = MAPPER.readTree(body.getData());
            if (!data.isObject()) {
                throw new Unreadable("body-not-an-object");
            }
            return data;
        } catch (JacksonException _) {
            throw new Unreadable("body-not-json");
        }
    }

    private static void expect(Arrival arrival, String name, String value) {
        if (!required(arrival, name).equals(value)) {
            throw new Unreadable(name + "-odd");
        }
    }

    private static String required(Arrival arrival, String name) {
        var value = arrival.headers().get(name);
        if (value == null || value.isBlank()) {
            throw new Unreadable(name + "-missing");
        }
        return value;
    }

    private static boolean isSubject(String text) {
        return SUBJECT.matcher(text).matches();
    }
}
