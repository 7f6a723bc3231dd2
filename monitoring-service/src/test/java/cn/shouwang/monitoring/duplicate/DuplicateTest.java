package cn.shouwang.monitoring.duplicate;

import static cn.shouwang.monitoring.duplicate.Sample.CLUE;
import static cn.shouwang.monitoring.duplicate.Sample.DAY;
import static cn.shouwang.monitoring.duplicate.Sample.DISMISSED;
import static cn.shouwang.monitoring.duplicate.Sample.ENTERED;
import static cn.shouwang.monitoring.duplicate.Sample.FIRST_HOUSE;
import static cn.shouwang.monitoring.duplicate.Sample.ID;
import static cn.shouwang.monitoring.duplicate.Sample.MERGED;
import static cn.shouwang.monitoring.duplicate.Sample.NEW;
import static cn.shouwang.monitoring.duplicate.Sample.OLD;
import static cn.shouwang.monitoring.duplicate.Sample.OTHER_TOWN;
import static cn.shouwang.monitoring.duplicate.Sample.PAIR;
import static cn.shouwang.monitoring.duplicate.Sample.PROPOSED;
import static cn.shouwang.monitoring.duplicate.Sample.REPORT;
import static cn.shouwang.monitoring.duplicate.Sample.SECOND_HOUSE;
import static cn.shouwang.monitoring.duplicate.Sample.SECOND_MEMBER;
import static cn.shouwang.monitoring.duplicate.Sample.UNDONE;
import static cn.shouwang.monitoring.duplicate.Sample.VILLAGE;
import static cn.shouwang.platform.test.Rules.broken;
import static java.time.ZoneOffset.UTC;

import cn.shouwang.monitoring.duplicate.DuplicateCommand.DismissDuplicate;
import cn.shouwang.monitoring.duplicate.DuplicateCommand.MergeDuplicate;
import cn.shouwang.monitoring.duplicate.DuplicateCommand.ProposeDuplicate;
import cn.shouwang.monitoring.duplicate.DuplicateCommand.UndoMerge;
import cn.shouwang.monitoring.duplicate.Sides.Known;
import cn.shouwang.monitoring.duplicate.Sides.Standing;
import cn.shouwang.platform.security.Actor;
import cn.shouwang.platform.security.OutOfDivision;
import cn.shouwang.platform.security.Role;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class DuplicateTest {

    private static final LocalDate TODAY = DAY.plusDays(5);
    private static final Actor POLICY = Actor.policy("p", "440233101");
    private static final Actor TOWN = actor("zhen02", Role.TOWN_OFFICE, "440233101");
    private static final Actor TOWN_TOO = actor("zhen03", Role.TOWN_OFFICE, "440233101");
    private static final Actor LEADER = actor("zhen02", Role.COUNTY_LEADER, "440233");

    private final KnownNow sides = new KnownNow();
    private final FixtureConfiguration<Duplicate> duplicate = new AggregateTestFixture<>(Duplicate.class)
            .registerInjectableResource(Clock.fixed(TODAY.atStartOfDay().toInstant(UTC), UTC))
            .registerInjectableResource(sides);

    @BeforeEach
    void both_are_members_who_live_there() {
        sides.is(OLD, Standing.ACTIVE);
        sides.is(NEW, Standing.ACTIVE);
    }

    @Test
    void a_likeness_is_proposed() {
        duplicate.givenNoPriorActivity().when(propose(ENTERED), POLICY.toMeta()).expectEvents(PROPOSED);
    }

    @Test
    void a_pair_that_waits_or_is_merged_is_not_proposed_again() {
        duplicate
                .given(PROPOSED)
                .when(propose(ENTERED.plusSeconds(9)), POLICY.toMeta())
                .expectException(broken("duplicate.already-proposed"));
        duplicate
                .given(PROPOSED, MERGED)
                .when(propose(ENTERED.plusSeconds(9)), POLICY.toMeta())
                .expectException(broken("duplicate.already-merged"));
    }

    @Test
    void a_dismissed_pair_is_proposed_again_only_when_a_side_was_corrected_since() {
        duplicate
                .given(PROPOSED, DISMISSED)
                .when(propose(ENTERED), POLICY.toMeta())
                .expectException(broken("duplicate.already-dismissed"));
        var corrected = ENTERED.plusSeconds(1);
        duplicate
                .given(PROPOSED, DISMISSED)
                .when(propose(corrected), POLICY.toMeta())
                .expectEvents(Sample.proposed(PAIR, NEW, corrected));
    }

    @Test
    void a_pair_in_two_towns_lies_in_the_county() {
        var far = Side.of(SECOND_MEMBER, SECOND_HOUSE, OTHER_TOWN);
        var pair = Pair.of(OLD, far);
        var proposed = Sample.proposed(pair, far, ENTERED);
        sides.is(far, Standing.ACTIVE);
        duplicate
                .given(proposed)
                .when(new MergeDuplicate(proposed.duplicate(), OLD.id(), "同一人", DAY), TOWN.toMeta())
                .expectException(OutOfDivision.class);
        duplicate
                .given(proposed)
                .when(
                        new MergeDuplicate(proposed.duplicate(), OLD.id(), "核对户口簿，为同一人", DAY.plusDays(1)),
                        actor("xian01", Role.COUNTY_OFFICER, "440233").toMeta())
                .expectEvents(Sample.merged(pair, OLD, null));
    }

    @Test
    void a_clerk_who_entered_neither_side_merges() {
        duplicate.given(PROPOSED).when(merge(OLD), TOWN.toMeta()).expectEvents(MERGED);
    }

    @Test
    void whoever_entered_a_side_neither_merges_nor_dismisses() {
        var maker = actor("zhen01", Role.TOWN_OFFICE, "440233101");
        duplicate
                .given(PROPOSED)
                .when(merge(OLD), maker.toMeta())
                .expectNoEvents()
                .expectException(broken("duplicate.own-entry"));
        duplicate
                .given(PROPOSED)
                .when(dismiss(), maker.toMeta())
                .expectNoEvents()
                .expectException(broken("duplicate.own-entry"));
    }

    @Test
    void a_clerk_finds_them_to_be_two() {
        duplicate.given(PROPOSED).when(dismiss(), TOWN.toMeta()).expectEvents(DISMISSED);
    }

    @Test
    void what_is_decided_is_not_decided_again() {
        duplicate
                .given(PROPOSED, MERGED)
                .when(merge(OLD), TOWN.toMeta())
                .expectException(broken("duplicate.already-merged"));
        duplicate
                .given(PROPOSED, MERGED)
                .when(dismiss(), TOWN.toMeta())
                .expectException(broken("duplicate.already-merged"));
        duplicate
                .given(PROPOSED, DISMISSED)
                .when(merge(OLD), TOWN.toMeta())
                .expectException(broken("duplicate.already-dismissed"));
        duplicate
                .given(PROPOSED, DISMISSED)
                .when(dismiss(), TOWN.toMeta())
                .expectException(broken("duplicate.already-dismissed"));
    }

    @Test
    void a_merge_is_undone_by_another_and_is_then_to_be_decided_again() {
        duplicate
                .given(PROPOSED, mergedBy("zhen02"))
                .when(undo(), TOWN_TOO.toMeta())
                .expectEvents(UNDONE);
        duplicate
                .given(PROPOSED, MERGED, UNDONE)
                .when(mergeOn(UNDONE.on()), TOWN.toMeta())
                .expectSuccessfulHandlerExecution();
    }

    @Test
    void whoever_merged_does_not_undo_unless_as_the_countys_leader() {
        duplicate
                .given(PROPOSED, mergedBy("zhen02"))
                .when(undo(), TOWN.toMeta())
                .expectException(broken("duplicate.undone-by-merger"));
        duplicate
                .given(PROPOSED, mergedBy("zhen02"))
                .when(undo(), LEADER.toMeta())
                .expectEvents(UNDONE);
    }

    @Test
    void only_a_merge_is_undone() {
        duplicate.given(PROPOSED).when(undo(), TOWN.toMeta()).expectException(broken("duplicate.not-merged"));
        duplicate
                .given(PROPOSED, MERGED, UNDONE)
                .when(new UndoMerge(ID, "再撤", TODAY), TOWN.toMeta())
                .expectException(broken("duplicate.not-merged"));
    }

    @ParameterizedTest
    @CsvSource({"DECEASED, duplicate.kept-deceased", "GONE, duplicate.kept-gone", "ENDED, duplicate.kept-ended"})
    void nobody_is_merged_into_one_who_is_no_longer_there(Standing standing, String rule) {
        sides.is(OLD, standing);
        duplicate.given(PROPOSED).when(merge(OLD), TOWN.toMeta()).expectException(broken(rule));
        duplicate.given(PROPOSED).when(merge(NEW), TOWN.toMeta()).expectSuccessfulHandlerExecution();
    }

    @Test
    void the_kept_one_is_one_of_the_two() {
        duplicate.given(PROPOSED).when(merge(CLUE), TOWN.toMeta()).expectException(broken("duplicate.not-a-side"));
    }

    @Test
    void a_chain_of_merges_is_a_chain_and_never_a_ring() {
        sides.is(NEW, Standing.ACTIVE, CLUE.id());
        duplicate.given(PROPOSED).when(merge(OLD), TOWN.toMeta()).expectException(broken("duplicate.merged-elsewhere"));
        duplicate.given(PROPOSED).when(merge(NEW), TOWN.toMeta()).expectSuccessfulHandlerExecution();
        sides.is(CLUE, Standing.ACTIVE, OLD.id());
        duplicate.given(PROPOSED).when(merge(NEW), TOWN.toMeta()).expectException(broken("duplicate.cycle"));
    }

    @Test
    void within_a_household_its_head_is_kept() {
        var head = Side.of(SECOND_MEMBER, FIRST_HOUSE, VILLAGE);
        var pair = Pair.of(OLD, head);
        var proposed = Sample.proposed(pair, OLD, ENTERED);
        sides.is(new Known(head, "zhen01", Standing.ACTIVE, true, false, Set.of()));
        duplicate
                .given(proposed)
                .when(new MergeDuplicate(proposed.duplicate(), OLD.id(), "同一人", DAY), TOWN.toMeta())
                .expectException(broken("duplicate.head-in-household"));
        duplicate
                .given(proposed)
                .when(new MergeDuplicate(proposed.duplicate(), head.id(), "同一人", DAY), TOWN.toMeta())
                .expectSuccessfulHandlerExecution();
    }

    @Test
    void a_member_is_not_merged_into_a_paper_and_a_paper_merged_into_a_member_is_still_followed() {
        var pair = Pair.of(OLD, CLUE);
        var proposed = Sample.proposed(pair, CLUE, ENTERED);
        sides.is(CLUE, Standing.ACTIVE);
        duplicate
                .given(proposed)
                .when(new MergeDuplicate(proposed.duplicate(), CLUE.id(), "同一人", DAY), TOWN.toMeta())
                .expectException(broken("duplicate.member-into-paper"));
        duplicate
                .given(proposed)
                .when(new MergeDuplicate(proposed.duplicate(), OLD.id(), "核对户口簿，为同一人", DAY.plusDays(1)), TOWN.toMeta())
                .expectEvents(Sample.merged(pair, OLD, null));
    }

    @Test
    void a_report_gets_its_answer_before_its_clue_may_rest() {
        var pair = Pair.of(CLUE, REPORT);
        var proposed = Sample.proposed(pair, REPORT, ENTERED);
        var merge = new MergeDuplicate(proposed.duplicate(), CLUE.id(), "核对户口簿，为同一人", DAY.plusDays(1));
        sides.is(CLUE, Standing.ACTIVE);
        sides.is(REPORT, Standing.UNANSWERED);
        duplicate.given(proposed).when(merge, TOWN.toMeta()).expectException(broken("duplicate.report-unanswered"));
        sides.is(REPORT, Standing.ACTIVE);
        duplicate.given(proposed).when(merge, TOWN.toMeta()).expectEvents(Sample.merged(pair, CLUE, REPORT.clue()));
    }

    @Test
    void every_decision_has_a_reason() {
        duplicate
                .given(PROPOSED)
                .when(new MergeDuplicate(ID, OLD.id(), " ", DAY), TOWN.toMeta())
                .expectException(broken("duplicate.reason-missing"));
        duplicate
                .given(PROPOSED)
                .when(new DismissDuplicate(ID, "", DAY), TOWN.toMeta())
                .expectException(broken("duplicate.reason-missing"));
        duplicate
                .given(PROPOSED, MERGED)
                .when(new UndoMerge(ID, "", TODAY), TOWN.toMeta())
                .expectException(broken("duplicate.reason-missing"));
    }

    @Test
    void a_decision_lies_neither_ahead_nor_before_the_last_step() {
        duplicate
                .given(PROPOSED)
                .when(new DismissDuplicate(ID, "两个人", TODAY.plusDays(1)), TOWN.toMeta())
                .expectException(broken("duplicate.date-ahead"));
        duplicate
                .given(PROPOSED)
                .when(new DismissDuplicate(ID, "两个人", DAY.minusDays(1)), TOWN.toMeta())
                .expectException(broken("duplicate.date-before"));
    }

    private static ProposeDuplicate propose(Instant enteredAt) {
        return new ProposeDuplicate(ID, PAIR, List.of(Ground.SAME_DOCUMENT), NEW.id(), enteredAt, DAY);
    }

    private static MergeDuplicate merge(Side kept) {
        return new MergeDuplicate(ID, kept.id(), MERGED.reason(), MERGED.on());
    }

    private static MergeDuplicate mergeOn(LocalDate on) {
        return new MergeDuplicate(ID, OLD.id(), MERGED.reason(), on);
    }

    private static DismissDuplicate dismiss() {
        return new DismissDuplicate(ID, DISMISSED.reason(), DISMISSED.on());
    }

    private static UndoMerge undo() {
        return new UndoMerge(ID, UNDONE.reason(), UNDONE.on());
    }

    private static Object mergedBy(String account) {
        return new GenericEventMessage<>(
                MERGED, actor(account, Role.TOWN_OFFICE, "440233101").toMeta());
    }

    private static Actor actor(String account, Role role, String division) {
        return new Actor(account, role, division, Actor.Channel.WEB);
    }
}
