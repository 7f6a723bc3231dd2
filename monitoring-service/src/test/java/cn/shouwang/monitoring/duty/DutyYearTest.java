package cn.shouwang.monitoring.duty;

import static cn.shouwang.monitoring.duty.DutySamples.DUE;
import static cn.shouwang.monitoring.duty.DutySamples.DUTY;
import static cn.shouwang.monitoring.duty.DutySamples.EDITION;
import static cn.shouwang.monitoring.duty.DutySamples.ISSUED;
import static cn.shouwang.monitoring.duty.DutySamples.YEAR;
import static cn.shouwang.monitoring.duty.DutySamples.YEAR_ISSUED;
import static cn.shouwang.platform.test.Rules.broken;
import static java.time.ZoneOffset.UTC;
import static org.assertj.core.api.Assertions.assertThat;

import cn.shouwang.monitoring.division.Division;
import cn.shouwang.monitoring.division.Divisions;
import cn.shouwang.monitoring.duty.DutyCatalogue.Edition;
import cn.shouwang.monitoring.duty.DutyCatalogue.Item;
import cn.shouwang.monitoring.duty.DutyCommand.AssignDuty;
import cn.shouwang.monitoring.duty.DutyYearCommand.IssueDuties;
import cn.shouwang.monitoring.duty.DutyYearEvent.DutiesIssued;
import cn.shouwang.platform.security.Actor;
import cn.shouwang.platform.security.OutOfDivision;
import cn.shouwang.platform.security.Role;
import cn.shouwang.platform.store.Accepted;
import cn.shouwang.platform.store.Recorded;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.ArrayList;
import java.util.List;
import org.axonframework.messaging.MetaData;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class DutyYearTest {

    private static final Actor COUNTY = new Actor("xian01", Role.COUNTY_OFFICER, "440233", Actor.Channel.WEB);
    private static final Item TOWNS =
            new Item("make-key-task", "列为年度重点任务", "C1", List.of(Bearer.TOWN), MonthDay.of(3, 31));
    private static final Item DEPARTMENTS =
            new Item("close-gaps", "补齐短板", "C3", List.of(Bearer.EDUCATION, Bearer.WATER), MonthDay.of(10, 31));
    private static final LocalDate LATER = LocalDate.of(2025, 2, 10);

    private final Divisions divisions = Divisions.real();
    private final FixtureConfiguration<DutyYear> year = new AggregateTestFixture<>(DutyYear.class)
            .registerInjectableResource(Clock.fixed(LATER.atStartOfDay().toInstant(UTC), UTC))
            .registerInjectableResource(divisions)
            .registerInjectableResource(new DutyCatalogue(List.of(
                    new Edition(LATER, List.of(TOWNS, DEPARTMENTS), "second"),
                    new Edition(EDITION, List.of(TOWNS), "first"))));

    @Test
    void a_year_hands_out_each_towns_duties_of_the_edition_of_its_day() {
        year.givenNoPriorActivity()
                .when(new IssueDuties(YEAR, ISSUED), COUNTY.toMeta())
                .expectEvents(new DutiesIssued(YEAR, "440233", EDITION, towns(), ISSUED));
        assertThat(towns()).hasSize(7).contains(new Assignment(DUTY, "列为年度重点任务", "C1", DUE));
    }

    @Test
    void issuing_again_hands_out_only_what_the_catalogue_has_gained() {
        year.given(new DutiesIssued(YEAR, "440233", EDITION, towns(), ISSUED))
                .when(new IssueDuties(YEAR, LATER), COUNTY.toMeta())
                .expectEvents(new DutiesIssued(
                        YEAR, "440233", LATER, List.of(department(Bearer.EDUCATION), department(Bearer.WATER)), LATER));
    }

    @Test
    void issuing_again_without_anything_new_is_refused() {
        year.given(new DutiesIssued(YEAR, "440233", EDITION, towns(), ISSUED))
                .when(new IssueDuties(YEAR, ISSUED), COUNTY.toMeta())
                .expectNoEvents()
                .expectException(broken("duty.already-issued"));
    }

    @Test
    void a_year_is_issued_by_its_own_county_and_not_ahead() {
        var elsewhere = new Actor("xian02", Role.COUNTY_OFFICER, "440281", Actor.Channel.WEB);
        year.givenNoPriorActivity()
                .when(new IssueDuties(YEAR, ISSUED), elsewhere.toMeta())
                .expectException(OutOfDivision.class);
        year.givenNoPriorActivity()
                .when(new IssueDuties(YEAR, LATER.plusDays(1)), COUNTY.toMeta())
                .expectException(broken("duty.date-ahead"));
    }

    @Test
    void each_duty_of_an_issued_year_is_assigned() {
        var sent = new ArrayList<Object>();
        new WhenDutiesIssuedThenAssignDuty()
                .react(
                        new Recorded(7, "s", 0, "id", Instant.EPOCH, YEAR_ISSUED, MetaData.emptyInstance()),
                        (part, command, division) -> {
                            assertThat(part).isEqualTo(DUTY.toString());
                            assertThat(division).isEqualTo("440233");
                            sent.add(command);
                            return new Accepted("id", 1, true);
                        });

        assertThat(sent).containsExactly(new AssignDuty(DUTY, "列为年度重点任务", "C1", DUE, EDITION, ISSUED));
    }

    private List<Assignment> towns() {
        return divisions.children("440233").stream()
                .map(Division::code)
                .map(town ->
                        new Assignment(new DutyId(2025, town, Bearer.TOWN, "make-key-task"), "列为年度重点任务", "C1", DUE))
                .toList();
    }

    private static Assignment department(Bearer bearer) {
        return new Assignment(
                new DutyId(2025, "440233", bearer, "close-gaps"), "补齐短板", "C3", LocalDate.of(2025, 10, 31));
    }
}
