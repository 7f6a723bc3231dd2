package cn.shouwang.platform.console;

import static cn.shouwang.platform.test.Rules.broken;
import static java.time.ZoneOffset.UTC;

import cn.shouwang.platform.console.ReaderCommand.StartReader;
import cn.shouwang.platform.console.ReaderCommand.StopReader;
import cn.shouwang.platform.console.ReaderEvent.ReaderStarted;
import cn.shouwang.platform.console.ReaderEvent.ReaderStopped;
import cn.shouwang.platform.security.Actor;
import cn.shouwang.platform.security.OutOfDivision;
import cn.shouwang.platform.security.Role;
import java.time.Clock;
import java.time.LocalDate;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.junit.jupiter.api.Test;

class ReaderBoardTest {

    private static final String COUNTY = "440233";
    private static final LocalDate TODAY = LocalDate.of(2025, 3, 2);
    private static final Actor ADMIN = new Actor("admin", Role.SYSTEM_ADMIN, COUNTY, Actor.Channel.WEB);
    private static final ReaderStopped STOPPED = new ReaderStopped("publisher", "排查", COUNTY, TODAY);

    private final FixtureConfiguration<ReaderBoard> board = new AggregateTestFixture<>(ReaderBoard.class)
            .registerInjectableResource(Clock.fixed(TODAY.atStartOfDay().toInstant(UTC), UTC));

    @Test
    void a_reader_is_stopped_for_a_reason() {
        board.givenNoPriorActivity()
                .when(stop("publisher", "排查"), ADMIN.toMeta())
                .expectEvents(STOPPED);
    }

    @Test
    void a_reader_that_rests_is_not_stopped_again() {
        board.given(STOPPED)
                .when(stop("publisher", "再停"), ADMIN.toMeta())
                .expectNoEvents()
                .expectException(broken("reader.stopped"));
    }

    @Test
    void another_reader_can_be_stopped_beside_it() {
        board.given(STOPPED)
                .when(stop("sealer", "排查"), ADMIN.toMeta())
                .expectEvents(new ReaderStopped("sealer", "排查", COUNTY, TODAY));
    }

    @Test
    void a_reader_that_rests_is_started_again() {
        board.given(STOPPED)
                .when(start("publisher", "好了"), ADMIN.toMeta())
                .expectEvents(new ReaderStarted("publisher", "好了", COUNTY, TODAY));
    }

    @Test
    void a_reader_that_works_is_not_started() {
        board.given(STOPPED, new ReaderStarted("publisher", "好了", COUNTY, TODAY))
                .when(start("publisher", "再来"), ADMIN.toMeta())
                .expectNoEvents()
                .expectException(broken("reader.not-stopped"));
        board.givenNoPriorActivity()
                .when(start("publisher", "再来"), ADMIN.toMeta())
                .expectException(broken("reader.not-stopped"));
    }

    @Test
    void nothing_is_stopped_or_started_without_a_reason() {
        board.givenNoPriorActivity()
                .when(stop("publisher", " "), ADMIN.toMeta())
                .expectException(broken("console.reason-missing"));
        board.given(STOPPED)
                .when(start("publisher", " "), ADMIN.toMeta())
                .expectException(broken("console.reason-missing"));
    }

    @Test
    void nobody_of_another_area_stops_a_reader() {
        var elsewhere = new Actor("admin", Role.SYSTEM_ADMIN, "440232", Actor.Channel.WEB);
        board.givenNoPriorActivity()
                .when(stop("publisher", "排查"), elsewhere.toMeta())
                .expectNoEvents()
                .expectException(OutOfDivision.class);
    }

    private static StopReader stop(String reader, String reason) {
        return new StopReader(BoardId.READERS, reader, reason, COUNTY);
    }

    private static StartReader start(String reader, String reason) {
        return new StartReader(BoardId.READERS, reader, reason, COUNTY);
    }
}
