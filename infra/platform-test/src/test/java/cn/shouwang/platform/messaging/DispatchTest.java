package cn.shouwang.platform.messaging;

import static cn.shouwang.platform.messaging.Village.body;
import static cn.shouwang.platform.messaging.Village.greeting;
import static cn.shouwang.platform.messaging.Village.laterGreeting;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import cn.shouwang.platform.messaging.Village.Answer;
import cn.shouwang.platform.messaging.Village.WhenGreetedThenAnswer;
import cn.shouwang.platform.parking.Failure;
import cn.shouwang.platform.parking.Parked;
import cn.shouwang.platform.parking.Parking;
import cn.shouwang.platform.projection.PageQuery;
import cn.shouwang.platform.rule.RuleBroken;
import cn.shouwang.platform.security.Actor;
import cn.shouwang.platform.security.Role;
import cn.shouwang.platform.store.LogUnavailable;
import cn.shouwang.platform.test.Servers;
import com.mongodb.client.MongoDatabase;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
@SuppressWarnings("NullAway.Init") // filled before each test
class DispatchTest {

    private static final Actor OFFICER = new Actor("county", Role.COUNTY_OFFICER, "440233", Actor.Channel.WEB);
    private static final PageQuery FIRST_PAGE = new PageQuery(1, 20);

    private final WhenGreetedThenAnswer policy = new WhenGreetedThenAnswer();
    private final RecordingCommands log = new RecordingCommands();
    private MongoDatabase database;
    private SimpleMeterRegistry meters;
    private Parking parking;
    private Dispatch dispatch;

    @BeforeEach
    void start() {
        database = Servers.freshDatabase();
        restart();
    }

    private void restart() {
        meters = new SimpleMeterRegistry();
        parking = new Parking(database, log.commands(), Clock.system(ZoneId.of("Asia/Shanghai")), "440233");
        dispatch = new Dispatch(List.of(policy), database, parking, log.commands(), meters);
    }

    @Test
    void a_message_becomes_a_command_under_a_key_of_policy_message_and_part() {
        dispatch.handle(List.of(greeting(7, "a")));

        assertThat(log.all())
                .containsExactly(new RecordingCommands.Sent(
                        new Answer("a", 7),
                        "when-greeted-then-answer:village-7:answer",
                        "policy:when-greeted-then-answer",
                        "440233"));
    }

    @Test
    void a_type_nobody_handles_passes_by_whatever_it_looks_like() {
        var headers = Map.of("ce_type", "cn.shouwang.village.slept.v1");
        dispatch.handle(List.of(new Arrival("village", 0, 1, "a", headers, body("{"))));

        assertThat(log.all()).isEmpty();
        assertThat(parked()).isEmpty();
    }

    @Test
    void a_duplicate_is_nothing() {
        dispatch.handle(List.of(greeting(7, "a"), greeting(8, "b")));
        policy.refused.addAll(List.of(7L, 8L)); // would park if it were handled
        dispatch.handle(List.of(greeting(7, "a"), greeting(8, "b"), greeting(9, "c")));

        assertThat(answered()).containsExactly(7L, 8L, 9L);
        assertThat(parked()).isEmpty();
        assertThat(meters.get("inbox.duplicates").counter().count()).isEqualTo(2);
    }

    @Test
    void a_duplicate_within_one_batch_is_nothing() {
        dispatch.handle(List.of(greeting(7, "a"), greeting(7, "a")));

        assertThat(answered()).containsExactly(7L);
        assertThat(meters.get("inbox.duplicates").counter().count()).isEqualTo(1);
    }

    @Test
    void what_was_done_is_remembered_over_a_restart() {
        dispatch.handle(List.of(greeting(7, "a")));
        policy.refused.add(7L);
        restart();
        dispatch.handle(List.of(greeting(7, "a"), greeting(8, "a")));

        assertThat(answered()).containsExactly(7L, 8L);
    }

    @Test
    void the_second_event_of_a_position_is_no_duplicate_of_the_first() {
        var both = List.of(greeting(7, "a"), laterGreeting(7, 1, "a"));
        dispatch.handle(both);
        restart();
        dispatch.handle(both);
        dispatch.handle(List.of(greeting(8, "a")));

        assertThat(log.all())
                .extracting(RecordingCommands.Sent::key)
                .containsExactly(
                        "when-greeted-then-answer:village-7:answer",
                        "when-greeted-then-answer:village-7.1:answer",
                        "when-greeted-then-answer:village-8:answer");
        assertThat(meters.get("inbox.duplicates").counter().count()).isEqualTo(2);
    }

    @Test
    void a_second_event_that_comes_in_a_later_batch_is_handled_and_remembered() {
        dispatch.handle(List.of(greeting(7, "a")));
        restart();
        dispatch.handle(List.of(greeting(7, "a"), laterGreeting(7, 1, "a")));
        restart();
        policy.refused.add(7L); // would park if it were handled
        dispatch.handle(List.of(greeting(7, "a"), laterGreeting(7, 1, "a")));

        assertThat(answered()).containsExactly(7L, 7L);
        assertThat(parked()).isEmpty();
        assertThat(meters.get("inbox.duplicates").counter().count()).isEqualTo(2);
    }

    @Test
    void partitions_are_remembered_apart() {
        dispatch.handle(List.of(greeting(7, "a")));
        dispatch.handle(List.of(new Arrival("village", 1, 0, "b", Village.headers(3, "b"), body("{}"))));

        assertThat(answered()).containsExactly(7L, 3L);
    }

    @Test
    void a_poison_subject_waits_and_all_others_go_on() {
        policy.refused.add(1L);
        dispatch.handle(List.of(greeting(1, "a"), greeting(2, "b"), greeting(3, "a")));
        dispatch.handle(List.of(greeting(4, "a"), greeting(5, "b")));

        assertThat(answered()).containsExactly(2L, 5L);
        assertThat(parked())
                .extracting(Parked::message, Parked::kind, Parked::code, Parked::attempts)
                .containsExactlyInAnyOrder(
                        tuple("village-1", Failure.Kind.RULE, "greeting.refused", 1),
                        tuple("village-3", Failure.Kind.WAITING, "parking.waiting", 0),
                        tuple("village-4", Failure.Kind.WAITING, "parking.waiting", 0));
        assertThat(meters.get("inbox.parked").gauge().value()).isEqualTo(1);
        assertThat(log.parking()).containsExactly("ParkMessage", "ParkMessage", "ParkMessage");
    }

    @Test
    void a_retry_resumes_the_subject_in_order() {
        policy.refused.add(1L);
        dispatch.handle(List.of(greeting(1, "a"), greeting(3, "a"), greeting(4, "a")));
        policy.refused.clear();
        restart();
        var outcome = parking.retry("inbox", "a", dispatch::again, OFFICER);
        dispatch.handle(List.of(greeting(5, "a")));

        assertThat(outcome.handled()).isEqualTo(3);
        assertThat(outcome.parked()).isZero();
        assertThat(answered()).containsExactly(1L, 3L, 4L, 5L);
        assertThat(parked()).isEmpty();
        assertThat(log.parking().stream().filter("RetryMessage"::equals)).hasSize(3);
    }

    @Test
    void a_retry_stops_at_the_first_message_that_fails() {
        policy.refused.addAll(List.of(1L, 3L));
        dispatch.handle(List.of(greeting(1, "a"), greeting(3, "a"), greeting(4, "a")));
        policy.refused.remove(1L);
        var outcome = parking.retry("inbox", "a", dispatch::again, OFFICER);

        assertThat(outcome.handled()).isEqualTo(1);
        assertThat(outcome.parked()).isEqualTo(2);
        assertThat(outcome.failure()).isEqualTo(new Failure(Failure.Kind.RULE, "greeting.refused"));
        assertThat(answered()).containsExactly(1L);
        assertThat(parked()).extracting(Parked::attempts).containsExactlyInAnyOrder(1, 0);
    }

    @Test
    void a_retry_while_the_store_is_away_changes_nothing() {
        policy.refused.add(1L);
        dispatch.handle(List.of(greeting(1, "a")));
        policy.refused.clear();
        policy.away.add(1L);

        assertThatThrownBy(() -> parking.retry("inbox", "a", dispatch::again, OFFICER))
                .isInstanceOf(LogUnavailable.class);
        assertThat(parked()).extracting(Parked::attempts).containsExactly(1);
    }

    @Test
    void a_discarded_message_is_never_handled_and_its_subject_goes_on() {
        policy.refused.add(1L);
        dispatch.handle(List.of(greeting(1, "a"), greeting(3, "a")));
        parking.discard("inbox", "a", "village-1", "entered twice", OFFICER);
        policy.refused.clear();
        parking.retry("inbox", "a", dispatch::again, OFFICER);

        assertThat(answered()).containsExactly(3L);
        assertThat(parked()).isEmpty();
        assertThat(log.parking()).endsWith("DiscardMessage", "RetryMessage");
    }

    @Test
    void a_message_that_is_not_parked_is_not_discarded() {
        assertThatThrownBy(() -> parking.discard("inbox", "a", "village-1", "why not", OFFICER))
                .isInstanceOfSatisfying(
                        RuleBroken.class, refusal -> assertThat(refusal.rule()).isEqualTo("parking.not-parked"));
    }

    @Test
    void a_subject_that_nothing_holds_any_more_goes_on_with_its_next_message() {
        policy.refused.add(1L);
        dispatch.handle(List.of(greeting(1, "a"), greeting(3, "a")));
        parking.discard("inbox", "a", "village-1", "entered twice", OFFICER); // and then the process died
        restart();
        dispatch.handle(List.of(greeting(4, "a"), greeting(5, "a")));

        assertThat(answered()).containsExactly(3L, 4L, 5L);
        assertThat(parked()).isEmpty();
    }

    @Test
    void trouble_that_passes_keeps_the_order_and_parks_nothing() {
        policy.away.add(2L);
        var batch = List.of(greeting(1, "a"), greeting(2, "a"), greeting(3, "a"));
        assertThatThrownBy(() -> dispatch.handle(batch)).isInstanceOf(LogUnavailable.class);
        assertThat(answered()).containsExactly(1L);
        dispatch.handle(batch);

        assertThat(answered()).containsExactly(1L, 2L, 3L);
        assertThat(parked()).isEmpty();
    }

    @Test
    void an_unreadable_message_holds_its_key_and_never_the_partition() {
        var headers = Village.headers(1, "a");
        dispatch.handle(
                List.of(new Arrival("village", 0, 1, "a", headers, body("{")), greeting(2, "b"), greeting(3, "a")));

        assertThat(answered()).containsExactly(2L);
        assertThat(parked())
                .extracting(Parked::subject, Parked::message, Parked::code)
                .containsExactlyInAnyOrder(
                        tuple("a", "village-0-1", "body-not-json"), tuple("a", "village-3", "parking.waiting"));
        assertThat(parking.retry("inbox", "a", dispatch::again, OFFICER).failure())
                .isEqualTo(new Failure(Failure.Kind.UNREADABLE, "body-not-json"));
    }

    @Test
    void an_unreadable_message_without_a_usable_key_parks_under_its_place() {
        dispatch.handle(List.of(
                new Arrival("village", 2, 11, null, Map.of(), null),
                new Arrival("village", 2, 12, "a/../b", Map.of(), null)));

        assertThat(parked())
                .extracting(Parked::subject, Parked::code)
                .containsExactlyInAnyOrder(
                        tuple("village-2-11", "ce_specversion-missing"),
                        tuple("village-2-12", "ce_specversion-missing"));
    }

    @Test
    void a_parked_message_that_is_delivered_again_stays_as_it_is() {
        policy.refused.add(1L);
        dispatch.handle(List.of(greeting(1, "a")));
        database.getCollection("inbox_positions").drop(); // as if the process died before it remembered
        dispatch.handle(List.of(greeting(1, "a")));

        assertThat(parked()).extracting(Parked::attempts).containsExactly(1);
        assertThat(log.parking()).containsExactly("ParkMessage");
    }

    @Test
    void many_subjects_are_listed_by_page() {
        for (var position = 1L; position <= 25; position++) {
            policy.refused.add(position);
            dispatch.handle(List.of(greeting(position, "s" + position)));
        }
        var second = parking.page(new PageQuery(2, 20));

        assertThat(second.total()).isEqualTo(25);
        assertThat(second.items()).hasSize(5);
        assertThat(meters.get("inbox.parked").gauge().value()).isEqualTo(25);
    }

    @Test
    void two_policies_do_not_share_a_name() {
        assertThatThrownBy(() -> new Dispatch(
                        List.of(policy, new WhenGreetedThenAnswer()), database, parking, log.commands(), meters))
                .isInstanceOf(IllegalStateException.class);
    }

    private List<Long> answered() {
        return log.of(Answer.class).stream().map(Answer::position).toList();
    }

    private List<Parked> parked() {
        return parking.page(FIRST_PAGE).items();
    }
}
