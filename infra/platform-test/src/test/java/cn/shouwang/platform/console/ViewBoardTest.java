package cn.shouwang.platform.console;

import static cn.shouwang.platform.test.Rules.broken;
import static java.time.ZoneOffset.UTC;
import static org.assertj.core.api.Assertions.assertThat;

import cn.shouwang.platform.console.ViewCommand.AbandonRebuild;
import cn.shouwang.platform.console.ViewCommand.DropGeneration;
import cn.shouwang.platform.console.ViewCommand.OrderComparison;
import cn.shouwang.platform.console.ViewCommand.RecordComparison;
import cn.shouwang.platform.console.ViewCommand.RollBackView;
import cn.shouwang.platform.console.ViewCommand.StartRebuild;
import cn.shouwang.platform.console.ViewCommand.SwitchView;
import cn.shouwang.platform.console.ViewEvent.ComparisonOrdered;
import cn.shouwang.platform.console.ViewEvent.GenerationDropped;
import cn.shouwang.platform.console.ViewEvent.RebuildAbandoned;
import cn.shouwang.platform.console.ViewEvent.RebuildStarted;
import cn.shouwang.platform.console.ViewEvent.ViewCompared;
import cn.shouwang.platform.console.ViewEvent.ViewRolledBack;
import cn.shouwang.platform.console.ViewEvent.ViewSwitched;
import cn.shouwang.platform.projection.Layout;
import cn.shouwang.platform.projection.Parity;
import cn.shouwang.platform.security.Actor;
import cn.shouwang.platform.security.OutOfDivision;
import cn.shouwang.platform.security.Role;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.junit.jupiter.api.Test;

class ViewBoardTest {

    private static final String COUNTY = "440233";
    private static final LocalDate TODAY = LocalDate.of(2025, 3, 2);
    private static final Actor ADMIN = new Actor("admin", Role.SYSTEM_ADMIN, COUNTY, Actor.Channel.WEB);
    private static final String WHY = "更正";

    private static final RebuildStarted BEGUN = new RebuildStarted("basket", 1, 1, 70, WHY, COUNTY, TODAY);
    private static final ComparisonOrdered ORDERED = new ComparisonOrdered("basket", 1, 0, 1, COUNTY, TODAY);
    private static final ViewCompared EQUAL = compared(0);
    private static final ViewSwitched SWITCHED = new ViewSwitched("basket", 1, 0, 1, 0, WHY, COUNTY, TODAY);
    private static final ViewRolledBack ROLLED_BACK = new ViewRolledBack("basket", 1, 1, 0, WHY, COUNTY, TODAY);

    private boolean ready = true;

    private final FixtureConfiguration<ViewBoard> board = new AggregateTestFixture<>(ViewBoard.class)
            .registerInjectableResource(Clock.fixed(TODAY.atStartOfDay().toInstant(UTC), UTC))
            .registerInjectableResource((Readiness) (_, _, _) -> ready);

    private static ViewCompared compared(long differing) {
        var parity = new Parity(69, 9, 9, "aa", differing == 0 ? "aa" : "bb", differing, 0, 0, 0, List.of());
        return new ViewCompared("basket", 1, 0, 1, parity, COUNTY, TODAY);
    }

    @Test
    void a_rebuild_begins_the_next_generation() {
        board.givenNoPriorActivity().when(rebuild(), ADMIN.toMeta()).expectEvents(BEGUN);
        board.given(BEGUN, new RebuildAbandoned("basket", 1, 1, WHY, COUNTY, TODAY))
                .when(rebuild(), ADMIN.toMeta())
                .expectEvents(new RebuildStarted("basket", 1, 2, 70, WHY, COUNTY, TODAY));
    }

    @Test
    void one_rebuild_runs_at_a_time() {
        board.given(BEGUN).when(rebuild(), ADMIN.toMeta()).expectException(broken("view.rebuild-running"));
    }

    @Test
    void another_read_model_or_version_is_rebuilt_beside_it() {
        board.given(BEGUN)
                .when(new StartRebuild(BoardId.VIEWS, "basket", 2, 70, WHY, COUNTY), ADMIN.toMeta())
                .expectEvents(new RebuildStarted("basket", 2, 1, 70, WHY, COUNTY, TODAY));
        board.given(BEGUN)
                .when(new StartRebuild(BoardId.VIEWS, "sums", 1, 70, WHY, COUNTY), ADMIN.toMeta())
                .expectEvents(new RebuildStarted("sums", 1, 1, 70, WHY, COUNTY, TODAY));
    }

    @Test
    void nothing_is_rebuilt_while_the_generation_before_is_kept() {
        board.given(BEGUN, ORDERED, EQUAL, SWITCHED)
                .when(rebuild(), ADMIN.toMeta())
                .expectException(broken("view.previous-kept"));
    }

    @Test
    void a_rebuild_is_abandoned_once() {
        board.given(BEGUN)
                .when(abandon(), ADMIN.toMeta())
                .expectEvents(new RebuildAbandoned("basket", 1, 1, WHY, COUNTY, TODAY));
        board.givenNoPriorActivity().when(abandon(), ADMIN.toMeta()).expectException(broken("view.no-rebuild"));
    }

    @Test
    void the_two_that_follow_the_log_are_compared() {
        board.given(BEGUN).when(compare(), ADMIN.toMeta()).expectEvents(ORDERED);
        board.given(BEGUN, ORDERED, EQUAL, SWITCHED)
                .when(compare(), ADMIN.toMeta())
                .expectEvents(new ComparisonOrdered("basket", 1, 1, 0, COUNTY, TODAY));
        board.givenNoPriorActivity().when(compare(), ADMIN.toMeta()).expectException(broken("view.no-rebuild"));
    }

    @Test
    void what_is_not_built_is_neither_compared_nor_switched_to_nor_rolled_back_to() {
        ready = false;
        board.given(BEGUN).when(compare(), ADMIN.toMeta()).expectException(broken("view.not-ready"));
        board.given(BEGUN, ORDERED, EQUAL).when(turn(false), ADMIN.toMeta()).expectException(broken("view.not-ready"));
        board.given(BEGUN, ORDERED, EQUAL, SWITCHED)
                .when(rollBack(), ADMIN.toMeta())
                .expectException(broken("view.not-ready"));
    }

    @Test
    void a_result_is_put_on_record_whatever_became_of_the_two() {
        var record = new RecordComparison(BoardId.VIEWS, "basket", 1, 0, 1, EQUAL.parity(), COUNTY);
        board.given(BEGUN, ORDERED, new RebuildAbandoned("basket", 1, 1, WHY, COUNTY, TODAY))
                .when(record, Actor.SYSTEM.toMeta())
                .expectEvents(EQUAL);
    }

    @Test
    void a_generation_with_equal_rows_takes_over() {
        board.given(BEGUN, ORDERED, EQUAL).when(turn(false), ADMIN.toMeta()).expectEvents(SWITCHED);
    }

    @Test
    void nothing_is_switched_without_a_comparison_of_these_two_as_they_are() {
        board.given(BEGUN).when(turn(true), ADMIN.toMeta()).expectException(broken("view.not-compared"));
        board.given(BEGUN, ORDERED).when(turn(true), ADMIN.toMeta()).expectException(broken("view.not-compared"));
        board.given(BEGUN, ORDERED, EQUAL, SWITCHED, ROLLED_BACK)
                .when(turn(true), ADMIN.toMeta())
                .expectException(broken("view.not-compared"));
        var abandoned = new RebuildAbandoned("basket", 1, 1, WHY, COUNTY, TODAY);
        var again = new RebuildStarted("basket", 1, 2, 70, WHY, COUNTY, TODAY);
        board.given(BEGUN, ORDERED, abandoned, again, EQUAL)
                .when(turn(true), ADMIN.toMeta())
                .expectException(broken("view.not-compared"));
    }

    @Test
    void rows_that_differ_take_over_only_when_that_is_meant() {
        board.given(BEGUN, ORDERED, compared(3))
                .when(turn(false), ADMIN.toMeta())
                .expectException(broken("view.differs"));
        board.given(BEGUN, ORDERED, compared(3))
                .when(turn(true), ADMIN.toMeta())
                .expectEvents(new ViewSwitched("basket", 1, 0, 1, 3, WHY, COUNTY, TODAY));
    }

    @Test
    void nothing_is_switched_to_when_nothing_is_beside_it() {
        board.givenNoPriorActivity().when(turn(false), ADMIN.toMeta()).expectException(broken("view.no-rebuild"));
        board.given(BEGUN, ORDERED, EQUAL, SWITCHED)
                .when(turn(false), ADMIN.toMeta())
                .expectException(broken("view.no-rebuild"));
    }

    @Test
    void what_took_over_is_rolled_back_and_may_take_over_again() {
        board.given(BEGUN, ORDERED, EQUAL, SWITCHED)
                .when(rollBack(), ADMIN.toMeta())
                .expectEvents(ROLLED_BACK);
        board.given(BEGUN, ORDERED, EQUAL, SWITCHED, ROLLED_BACK, ORDERED, EQUAL)
                .when(turn(false), ADMIN.toMeta())
                .expectEvents(SWITCHED);
        board.given(BEGUN).when(rollBack(), ADMIN.toMeta()).expectException(broken("view.nothing-to-roll-back"));
    }

    @Test
    void the_generation_before_is_dropped_and_the_next_has_a_new_number() {
        var gone = new GenerationDropped("basket", 1, 0, WHY, COUNTY, TODAY);
        board.given(BEGUN, ORDERED, EQUAL, SWITCHED)
                .when(drop(0), ADMIN.toMeta())
                .expectEvents(gone);
        board.given(BEGUN, ORDERED, EQUAL, SWITCHED, gone)
                .when(rebuild(), ADMIN.toMeta())
                .expectEvents(new RebuildStarted("basket", 1, 2, 70, WHY, COUNTY, TODAY));
    }

    @Test
    void what_answers_or_is_built_is_not_dropped_and_nothing_twice() {
        board.given(BEGUN).when(drop(0), ADMIN.toMeta()).expectException(broken("view.generation-in-use"));
        board.given(BEGUN).when(drop(1), ADMIN.toMeta()).expectException(broken("view.generation-in-use"));
        board.given(BEGUN).when(drop(2), ADMIN.toMeta()).expectException(broken("view.no-such-generation"));
        board.given(BEGUN, ORDERED, EQUAL, SWITCHED, new GenerationDropped("basket", 1, 0, WHY, COUNTY, TODAY))
                .when(drop(0), ADMIN.toMeta())
                .expectException(broken("view.no-such-generation"));
    }

    @Test
    void the_current_generation_of_an_old_version_may_be_dropped() {
        board.givenNoPriorActivity()
                .when(new DropGeneration(BoardId.VIEWS, "basket", 1, true, 0, WHY, COUNTY), ADMIN.toMeta())
                .expectEvents(new GenerationDropped("basket", 1, 0, WHY, COUNTY, TODAY));
    }

    @Test
    void an_old_version_that_was_dropped_and_comes_back_begins_anew() {
        var act = new Act(Instant.EPOCH, "admin");
        var there = Buildings.NONE.after(new GenerationDropped("basket", 1, 0, WHY, COUNTY, TODAY), act);
        assertThat(there.of("basket", 1)).isEqualTo(new Layout(1, Set.of(1)));
        assertThat(there.of("basket", 2)).isEqualTo(Layout.FIRST);
    }

    @Test
    void nothing_is_done_without_a_reason() {
        for (var command : List.of(
                new StartRebuild(BoardId.VIEWS, "basket", 1, 70, " ", COUNTY),
                new AbandonRebuild(BoardId.VIEWS, "basket", 1, " ", COUNTY),
                new SwitchView(BoardId.VIEWS, "basket", 1, false, " ", COUNTY),
                new RollBackView(BoardId.VIEWS, "basket", 1, " ", COUNTY),
                new DropGeneration(BoardId.VIEWS, "basket", 1, false, 0, " ", COUNTY))) {
            board.given(BEGUN).when(command, ADMIN.toMeta()).expectException(broken("console.reason-missing"));
        }
    }

    @Test
    void nobody_of_another_area_does_anything() {
        var elsewhere = new Actor("admin", Role.SYSTEM_ADMIN, "440232", Actor.Channel.WEB);
        for (var command : List.of(rebuild(), abandon(), compare(), turn(false), rollBack(), drop(0))) {
            board.given(BEGUN).when(command, elsewhere.toMeta()).expectException(OutOfDivision.class);
        }
    }

    private static StartRebuild rebuild() {
        return new StartRebuild(BoardId.VIEWS, "basket", 1, 70, WHY, COUNTY);
    }

    private static AbandonRebuild abandon() {
        return new AbandonRebuild(BoardId.VIEWS, "basket", 1, WHY, COUNTY);
    }

    private static OrderComparison compare() {
        return new OrderComparison(BoardId.VIEWS, "basket", 1, COUNTY);
    }

    private static SwitchView turn(boolean differing) {
        return new SwitchView(BoardId.VIEWS, "basket", 1, differing, WHY, COUNTY);
    }

    private static RollBackView rollBack() {
        return new RollBackView(BoardId.VIEWS, "basket", 1, WHY, COUNTY);
    }

    private static DropGeneration drop(int generation) {
        return new DropGeneration(BoardId.VIEWS, "basket", 1, false, generation, WHY, COUNTY);
    }
}
