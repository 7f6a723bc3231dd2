package cn.shouwang.platform.messaging;

import static java.nio.charset.StandardCharsets.UTF_8;

import cn.shouwang.platform.policy.Reaction;
import cn.shouwang.platform.rule.RuleBroken;
import cn.shouwang.platform.security.AllowedTo;
import cn.shouwang.platform.security.Role;
import cn.shouwang.platform.store.LogUnavailable;
import cn.shouwang.platform.store.Recorded;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.axonframework.messaging.MetaData;
import org.bson.types.Binary;

/// A service to test with: it publishes greetings, and a policy answers each with a command.
final class Village {

    static final String GREETED = "cn.shouwang.village.greeted.v1";
    private static final Instant AT = Instant.parse("2025-03-02T04:05:06Z");

    record Greeting(String subject) {}

    @AllowedTo(Role.SYSTEM)
    record Answer(String subject, long position) {}

    /// Publishes every greeting; other events stay at home.
    static final Publication PUBLICATION = new Publication() {
        @Override
        public String topic() {
            return "village";
        }

        @Override
        public Optional<Outgoing> of(Recorded recorded) {
            return recorded.event() instanceof Greeting greeting
                    ? Optional.of(new Outgoing("village.greeted.v1", greeting.subject(), Map.of("hello", "world")))
                    : Optional.empty();
        }
    };

    /// Answers, refuses the positions in `refused`, fails once on those in `away`.
    static final class WhenGreetedThenAnswer implements InboxPolicy {

        final Set<Long> refused = ConcurrentHashMap.newKeySet();
        final Set<Long> away = new HashSet<>();

        @Override
        public String name() {
            return "when-greeted-then-answer";
        }

        @Override
        public Set<String> types() {
            return Set.of(GREETED);
        }

        @Override
        public synchronized void react(Received received, Reaction reaction) {
            if (away.remove(received.position())) {
                throw new LogUnavailable("away for a moment");
            }
            if (refused.contains(received.position())) {
                throw new RuleBroken("greeting.refused", "not today");
            }
            reaction.send("answer", new Answer(received.subject(), received.position()), "440233");
        }
    }

    static Recorded recorded(long position, Object event) {
        return new Recorded(position, "stream", position, "id-" + position, AT, event, MetaData.emptyInstance());
    }

    /// A greeting as Kafka would hand it over; offset and position are the same.
    static Arrival greeting(long position, String subject) {
        return new Arrival("village", 0, position, subject, headers(position, subject), body("{}"));
    }

    /// The same for a later part of a position; the offset is one past that of the first.
    static Arrival laterGreeting(long position, int part, String subject) {
        var headers = headers(position, subject);
        headers.put("ce_id", "village-" + position + "." + part);
        return new Arrival("village", 0, position + part, subject, headers, body("{}"));
    }

    static Map<String, String> headers(long position, String subject) {
        var headers = new HashMap<String, String>();
        headers.put("ce_specversion", "1.0");
        headers.put("ce_id", "village-" + position);
        headers.put("ce_source", "village");
        headers.put("ce_type", GREETED);
        headers.put("ce_subject", subject);
        headers.put("ce_time", AT.toString());
        headers.put("content-type", "application/json");
        return headers;
    }

    static Binary body(String text) {
        return new Binary(text.getBytes(UTF_8));
    }

    private Village() {}
}
