package cn.shouwang.platform.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.shouwang.platform.command.Commands;
import cn.shouwang.platform.command.Once;
import cn.shouwang.platform.parking.Failure;
import cn.shouwang.platform.parking.Parcel;
import cn.shouwang.platform.parking.Parking;
import cn.shouwang.platform.rule.RuleBroken;
import cn.shouwang.platform.security.Actor;
import cn.shouwang.platform.security.AllowedTo;
import cn.shouwang.platform.security.Gate;
import cn.shouwang.platform.security.Role;
import cn.shouwang.platform.store.Accepted;
import cn.shouwang.platform.store.Attempt;
import cn.shouwang.platform.store.Recorded;
import cn.shouwang.platform.store.Service;
import cn.shouwang.platform.store.Service.BellEvent.BellRang;
import cn.shouwang.platform.test.EarlierLog;
import cn.shouwang.platform.test.Servers;
import com.mongodb.client.MongoDatabase;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.lang.reflect.Proxy;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PoliciesTest {

    @AllowedTo(Role.SYSTEM)
    private record Answer(String stream, long sequence) {}

    private final MongoDatabase database = Servers.freshDatabase();
    private final Service service = new Service(database, "one", Service.RUNG_TWICE);
    private final List<Answer> answers = new CopyOnWriteArrayList<>();
    private final List<Actor> actors = new CopyOnWriteArrayList<>();
    private final Map<String, Accepted> byKey = new HashMap<>();
    private final Set<Answer> refused = ConcurrentHashMap.newKeySet();
    private final Commands commands = commands();
    private final Parking parking = new Parking(database, commands, Clock.systemUTC(), "440233");
    private Policies policies = policies("when-rang-then-answer");

    @BeforeEach
    void start() {
        policies.start();
    }

    @AfterEach
    void close() {
        policies.stop();
        service.close();
    }

    @Test
    void an_event_leads_to_a_command_in_the_name_of_the_policy_at_the_events_place() throws Exception {
        service.ring("bell", 0, 2);
        awaitAnswers(2);
        assertThat(answers).containsExactly(new Answer("bell", 0), new Answer("bell", 1));
        assertThat(actors).containsOnly(Actor.policy("when-rang-then-answer", Service.VILLAGE));
    }

    @Test
    void a_stream_whose_command_is_refused_waits_and_all_others_go_on() throws Exception {
        refused.add(new Answer("bell", 1));
        service.ring("bell", 0, 3);
        service.ring("gong", 0, 2);
        awaitAnswers(3);
        assertThat(answers).containsExactly(new Answer("bell", 0), new Answer("gong", 0), new Answer("gong", 1));
        assertThat(parking.holds("when-rang-then-answer", "bell")).isTrue();
        assertThat(parking.holds("when-rang-then-answer", "gong")).isFalse();
    }

    @Test
    void a_retry_resumes_the_stream_in_order_once_the_reason_is_gone() throws Exception {
        refused.add(new Answer("bell", 0));
        service.ring("bell", 0, 3);
        service.ring("gong", 0, 1);
        awaitAnswers(1);
        refused.clear();
        var outcome = parking.retry("when-rang-then-answer", "bell", policies::again, Actor.SYSTEM);
        assertThat(outcome.parked()).isZero();
        assertThat(answers)
                .containsExactly(
                        new Answer("gong", 0), new Answer("bell", 0), new Answer("bell", 1), new Answer("bell", 2));
        service.ring("bell", 3, 1);
        awaitAnswers(5);
        assertThat(answers).endsWith(new Answer("bell", 3));
    }

    @Test
    void an_event_delivered_again_takes_effect_once() throws Exception {
        service.ring("bell", 0, 2);
        awaitAnswers(2);
        policies.stop();
        database.getCollection("readers").drop(); // the position is lost, not what was stored
        policies = policies("when-rang-then-answer");
        policies.start();
        service.ring("bell", 2, 1);
        awaitAnswers(3);
        assertThat(answers).containsExactly(new Answer("bell", 0), new Answer("bell", 1), new Answer("bell", 2));
    }

    @Test
    void both_events_that_were_stored_as_one_lead_to_a_command_and_neither_twice() throws Exception {
        rungTwice("bell", 0);
        awaitAnswers(2);
        policies.stop();
        database.getCollection("readers").drop();
        policies = policies("when-rang-then-answer");
        policies.start();
        service.ring("bell", 1, 1);
        awaitAnswers(3);
        assertThat(answers).containsExactly(new Answer("bell", 0), new Answer("bell", 0), new Answer("bell", 1));
    }

    @Test
    void a_retry_handles_both_events_of_a_position_once_and_in_order() throws Exception {
        refused.add(new Answer("bell", 0));
        rungTwice("bell", 0);
        service.ring("bell", 1, 1);
        service.ring("gong", 0, 1);
        awaitAnswers(1);
        refused.clear();
        var outcome = parking.retry("when-rang-then-answer", "bell", policies::again, Actor.SYSTEM);
        assertThat(outcome.parked()).isZero();
        assertThat(answers)
                .containsExactly(
                        new Answer("gong", 0), new Answer("bell", 0), new Answer("bell", 0), new Answer("bell", 1));
    }

    /// The row an earlier version left knows nothing of a second event.
    @Test
    void what_was_parked_as_one_event_is_retried_as_two() throws Exception {
        policies.stop();
        rungTwice("bell", 0);
        var id = service.log().lastOf("bell").orElseThrow().events().getFirst().id();
        parking.park(
                new Parcel("when-rang-then-answer", "bell", id, 0, "BellRungTwice", new Document()),
                new Failure(Failure.Kind.RULE, "bell.muffled"));
        parking.retry("when-rang-then-answer", "bell", policies::again, Actor.SYSTEM);
        assertThat(answers).containsExactly(new Answer("bell", 0), new Answer("bell", 0));
    }

    private void rungTwice(String stream, long sequence) {
        try (var log = new EarlierLog(database)) {
            log.append("Bell", stream, sequence, "bell.rung-twice", "1", """
                    {"division": "440233101203", "first": 1, "second": 2}""", Actor.SYSTEM);
        }
    }

    @Test
    void two_policies_of_one_name_are_refused() {
        assertThatThrownBy(() -> policies("same", "same")).isInstanceOf(IllegalStateException.class);
    }

    private Policies policies(String... names) {
        var all = List.of(names).stream().map(PoliciesTest::answering).toList();
        return new Policies(all, service.readers(), service.engine(), parking, commands, new SimpleMeterRegistry());
    }

    private static Policy answering(String name) {
        return new Policy() {
            @Override
            public String name() {
                return name;
            }

            @Override
            public List<Class<?>> reads() {
                return List.of(BellRang.class);
            }

            @Override
            public void react(Recorded recorded, Reaction reaction) {
                if (recorded.event() instanceof BellRang rang) {
                    reaction.send("answer", new Answer(recorded.stream(), recorded.sequence()), rang.division());
                }
            }
        };
    }

    private void awaitAnswers(int count) throws InterruptedException {
        var deadline = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        while (answers.size() < count) {
            assertThat(System.nanoTime()).as("answers %s", answers).isLessThan(deadline);
            TimeUnit.MILLISECONDS.sleep(5);
        }
    }

    /// Stands for handlers and log: refuses what is in `refused`, stores the rest once per key.
    private Commands commands() {
        var gateway = (CommandGateway) Proxy.newProxyInstance(
                CommandGateway.class.getClassLoader(),
                new Class<?>[] {CommandGateway.class},
                (_, _, arguments) -> store((CommandMessage<?>) arguments[0]));
        return new Commands(gateway, new Gate(), new Once(service.log(), database, Clock.systemUTC()), null);
    }

    private synchronized CommandMessage<?> store(CommandMessage<?> message) {
        var attempt = Attempt.CURRENT.get();
        if (message.getPayload() instanceof Answer answer && refused.contains(answer)) {
            throw new RuleBroken("bell.muffled", "not today");
        }
        attempt.stored(byKey.computeIfAbsent(attempt.key().orElseThrow(), _ -> {
            if (message.getPayload() instanceof Answer answer) {
                answers.add(answer);
                actors.add(Actor.ofMeta(message.getMetaData()));
            }
            return new Accepted("stream", byKey.size(), true);
        }));
        return message;
    }
}
