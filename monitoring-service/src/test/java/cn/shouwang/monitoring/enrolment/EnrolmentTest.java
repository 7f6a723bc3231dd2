package cn.shouwang.monitoring.enrolment;

import static cn.shouwang.monitoring.enrolment.Sample.APPROVED;
import static cn.shouwang.monitoring.enrolment.Sample.COMPLETED;
import static cn.shouwang.monitoring.enrolment.Sample.DAY;
import static cn.shouwang.monitoring.enrolment.Sample.DIGEST;
import static cn.shouwang.monitoring.enrolment.Sample.DISCARDED;
import static cn.shouwang.monitoring.enrolment.Sample.ENROLMENT;
import static cn.shouwang.monitoring.enrolment.Sample.FIRST;
import static cn.shouwang.monitoring.enrolment.Sample.RECEIVED;
import static cn.shouwang.monitoring.enrolment.Sample.SECOND;
import static cn.shouwang.monitoring.enrolment.Sample.TOWN;
import static cn.shouwang.platform.test.Rules.broken;
import static java.time.ZoneOffset.UTC;

import cn.shouwang.monitoring.enrolment.EnrolmentCommand.ApproveRoll;
import cn.shouwang.monitoring.enrolment.EnrolmentCommand.DiscardRoll;
import cn.shouwang.monitoring.enrolment.EnrolmentCommand.ReceiveRoll;
import cn.shouwang.monitoring.enrolment.EnrolmentCommand.RecordPiece;
import cn.shouwang.monitoring.enrolment.EnrolmentEvent.RollReceived;
import cn.shouwang.platform.security.Actor;
import cn.shouwang.platform.security.Actor.Channel;
import cn.shouwang.platform.security.OutOfDivision;
import cn.shouwang.platform.security.Role;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.axonframework.test.aggregate.TestExecutor;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class EnrolmentTest {

    private static final Actor SENDER = new Actor("zhen01", Role.TOWN_OFFICE, TOWN, Channel.WEB);
    private static final Actor COUNTY = new Actor("xian01", Role.COUNTY_OFFICER, "440233", Channel.WEB);
    private static final Actor SYSTEM = Actor.policy("p", TOWN);

    private final FixtureConfiguration<Enrolment> enrolment = new AggregateTestFixture<>(Enrolment.class)
            .registerInjectableResource(Clock.fixed(DAY.atStartOfDay().toInstant(UTC), UTC));

    @Test
    void a_file_is_received_once() {
        enrolment.givenNoPriorActivity().when(receive(1, DAY), SENDER.toMeta()).expectEvents(RECEIVED);
        given(RECEIVED).when(receive(2, DAY), SENDER.toMeta()).expectException(broken("enrolment.file-there"));
        given(RECEIVED, APPROVED)
                .when(receive(2, DAY), SENDER.toMeta())
                .expectException(broken("enrolment.file-there"));
    }

    @Test
    void a_discarded_file_may_come_again_as_the_next_round() {
        given(RECEIVED, DISCARDED).when(receive(2, DAY), SENDER.toMeta()).expectEvents(Sample.received(2, 3));
        given(RECEIVED, DISCARDED)
                .when(receive(1, DAY), SENDER.toMeta())
                .expectException(broken("enrolment.file-there"));
    }

    @Test
    void the_county_approves_what_a_town_sent_by_its_digest() {
        given(RECEIVED)
                .when(new ApproveRoll(ENROLMENT, DIGEST, DAY), COUNTY.toMeta())
                .expectEvents(APPROVED);
        given(RECEIVED)
                .when(new ApproveRoll(ENROLMENT, "00".repeat(32), DAY), COUNTY.toMeta())
                .expectException(broken("enrolment.digest-differs"));
    }

    @Test
    void who_sent_a_file_does_not_approve_it() {
        sentBy(COUNTY, RECEIVED)
                .when(new ApproveRoll(ENROLMENT, DIGEST, DAY), COUNTY.toMeta())
                .expectException(broken("enrolment.approved-by-sender"));
    }

    @Test
    void a_file_without_a_household_is_not_approved() {
        given(Sample.received(1, 0))
                .when(new ApproveRoll(ENROLMENT, DIGEST, DAY), COUNTY.toMeta())
                .expectException(broken("enrolment.nothing-accepted"));
    }

    @Test
    void only_what_is_staged_is_decided_and_once() {
        var approve = new ApproveRoll(ENROLMENT, DIGEST, DAY);
        var discard = new DiscardRoll(ENROLMENT, DiscardReason.WRONG_FILE, DAY);
        given(RECEIVED, APPROVED).when(approve, COUNTY.toMeta()).expectException(broken("enrolment.already-approved"));
        given(RECEIVED, DISCARDED).when(approve, COUNTY.toMeta()).expectException(broken("enrolment.discarded"));
        given(RECEIVED).when(discard, SENDER.toMeta()).expectEvents(DISCARDED);
        given(RECEIVED, APPROVED).when(discard, COUNTY.toMeta()).expectException(broken("enrolment.already-approved"));
    }

    @Test
    void pieces_are_recorded_in_their_order_and_the_last_completes() {
        given(RECEIVED, APPROVED).when(record(FIRST), SYSTEM.toMeta()).expectEvents(FIRST);
        given(RECEIVED, APPROVED, FIRST).when(record(SECOND), SYSTEM.toMeta()).expectEvents(SECOND, COMPLETED);
        given(RECEIVED, APPROVED, FIRST)
                .when(record(FIRST), SYSTEM.toMeta())
                .expectException(broken("enrolment.piece-recorded"));
        given(RECEIVED, APPROVED)
                .when(record(SECOND), SYSTEM.toMeta())
                .expectException(broken("enrolment.piece-recorded"));
        given(RECEIVED).when(record(FIRST), SYSTEM.toMeta()).expectException(broken("enrolment.not-approved"));
        given(Sample.completed())
                .when(record(SECOND), SYSTEM.toMeta())
                .expectException(broken("enrolment.not-approved"));
    }

    @Test
    void another_place_does_not_reach_it() {
        var other = new Actor("x", Role.COUNTY_OFFICER, "440281", Channel.WEB);
        given(RECEIVED)
                .when(new ApproveRoll(ENROLMENT, DIGEST, DAY), other.toMeta())
                .expectException(OutOfDivision.class);
    }

    @Test
    void no_step_is_ahead_of_today_or_before_the_last_one() {
        enrolment
                .givenNoPriorActivity()
                .when(receive(1, DAY.plusDays(1)), SENDER.toMeta())
                .expectException(broken("enrolment.date-ahead"));
        given(RECEIVED)
                .when(new ApproveRoll(ENROLMENT, DIGEST, DAY.minusDays(1)), COUNTY.toMeta())
                .expectException(broken("enrolment.date-before"));
    }

    private TestExecutor<Enrolment> given(EnrolmentEvent... history) {
        return sentBy(SENDER, history);
    }

    private TestExecutor<Enrolment> sentBy(Actor sender, EnrolmentEvent... history) {
        return enrolment.given(Arrays.stream(history)
                .map(event -> new GenericEventMessage<>(event, sender.toMeta()))
                .toList());
    }

    private static ReceiveRoll receive(int round, LocalDate on) {
        RollReceived received = Sample.received(round, 3);
        return new ReceiveRoll(ENROLMENT, round, received.staged(), 3, 1, DIGEST, on);
    }

    private static RecordPiece record(EnrolmentEvent.PieceRegistered piece) {
        return new RecordPiece(ENROLMENT, piece.piece(), piece.households(), piece.persons(), piece.left(), piece.on());
    }
}
