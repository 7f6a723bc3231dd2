package cn.shouwang.platform.parking;

import static cn.shouwang.platform.test.Rules.broken;
import static java.time.ZoneOffset.UTC;

import cn.shouwang.platform.parking.ParkingCommand.DiscardMessage;
import cn.shouwang.platform.parking.ParkingCommand.ParkMessage;
import cn.shouwang.platform.parking.ParkingCommand.RetryMessage;
import cn.shouwang.platform.parking.ParkingEvent.MessageDiscarded;
import cn.shouwang.platform.parking.ParkingEvent.MessageParked;
import cn.shouwang.platform.parking.ParkingEvent.MessageRetried;
import cn.shouwang.platform.security.Actor;
import cn.shouwang.platform.security.OutOfDivision;
import cn.shouwang.platform.security.Role;
import java.time.Clock;
import java.time.LocalDate;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ParkedSubjectTest {

    private static final String COUNTY = "440233";
    private static final LocalDate TODAY = LocalDate.of(2025, 3, 2);
    private static final ParkedSubjectId SUBJECT = new ParkedSubjectId("inbox", "s-1");
    private static final Failure REFUSED = new Failure(Failure.Kind.RULE, "profile.too-young");
    private static final Actor OFFICER = new Actor("county", Role.COUNTY_OFFICER, COUNTY, Actor.Channel.WEB);
    private static final MessageParked PARKED =
            new MessageParked("inbox", "s-1", "village-7", "t", "RULE", "profile.too-young", COUNTY, TODAY);

    private final FixtureConfiguration<ParkedSubject> subject = new AggregateTestFixture<>(ParkedSubject.class)
            .registerInjectableResource(Clock.fixed(TODAY.atStartOfDay().toInstant(UTC), UTC));

    @Test
    void a_parked_message_is_recorded_with_its_cause() {
        subject.givenNoPriorActivity()
                .when(new ParkMessage(SUBJECT, "village-7", "t", REFUSED, COUNTY), Actor.SYSTEM.toMeta())
                .expectEvents(PARKED);
    }

    @Test
    void a_second_message_is_recorded_behind_the_first() {
        subject.given(PARKED)
                .when(new ParkMessage(SUBJECT, "village-8", "t", Failure.WAITING, COUNTY), Actor.SYSTEM.toMeta())
                .expectEvents(new MessageParked(
                        "inbox", "s-1", "village-8", "t", "WAITING", "parking.waiting", COUNTY, TODAY));
    }

    @Test
    void a_retry_that_went_well_is_recorded_without_a_cause() {
        subject.given(PARKED)
                .when(new RetryMessage(SUBJECT, "village-7", null, COUNTY), OFFICER.toMeta())
                .expectEvents(new MessageRetried("inbox", "s-1", "village-7", null, null, COUNTY, TODAY));
    }

    @Test
    void a_retry_in_vain_is_recorded_with_its_cause() {
        subject.given(PARKED)
                .when(new RetryMessage(SUBJECT, "village-7", REFUSED, COUNTY), OFFICER.toMeta())
                .expectEvents(
                        new MessageRetried("inbox", "s-1", "village-7", "RULE", "profile.too-young", COUNTY, TODAY));
    }

    @Test
    void a_discarded_message_is_recorded_with_the_reason() {
        subject.given(PARKED)
                .when(new DiscardMessage(SUBJECT, "village-7", "entered twice", COUNTY), OFFICER.toMeta())
                .expectEvents(new MessageDiscarded("inbox", "s-1", "village-7", "entered twice", COUNTY, TODAY));
    }

    @Test
    void a_message_is_not_discarded_without_a_reason() {
        subject.given(PARKED)
                .when(new DiscardMessage(SUBJECT, "village-7", " ", COUNTY), OFFICER.toMeta())
                .expectNoEvents()
                .expectException(broken("parking.reason-missing"));
    }

    @Test
    void nobody_of_another_county_decides() {
        subject.given(PARKED)
                .when(
                        new DiscardMessage(SUBJECT, "village-7", "entered twice", COUNTY),
                        new Actor("neighbour", Role.COUNTY_OFFICER, "440229", Actor.Channel.WEB).toMeta())
                .expectNoEvents()
                .expectException(OutOfDivision.class);
    }
}
