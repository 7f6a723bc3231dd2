package cn.shouwang.monitoring.quality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.shouwang.monitoring.household.BaseType;
import cn.shouwang.monitoring.household.HouseholdEvent;
import cn.shouwang.monitoring.household.HouseholdEvent.HouseholdRegistered;
import cn.shouwang.monitoring.household.HouseholdEvent.MemberAdded;
import cn.shouwang.monitoring.household.HouseholdEvent.MemberCorrected;
import cn.shouwang.monitoring.household.HouseholdId;
import cn.shouwang.monitoring.household.MemberId;
import cn.shouwang.monitoring.household.Persons;
import cn.shouwang.monitoring.household.Register;
import cn.shouwang.monitoring.household.Relation;
import cn.shouwang.monitoring.identification.Identifications;
import cn.shouwang.monitoring.quality.QualityCommand.ReviewQuality;
import cn.shouwang.monitoring.quality.QualityEvent.DataQualityIssueFound;
import cn.shouwang.monitoring.quality.QualityEvent.IssueFixed;
import cn.shouwang.platform.rule.RuleBroken;
import cn.shouwang.platform.security.Actor;
import cn.shouwang.platform.store.LogUnavailable;
import cn.shouwang.platform.store.Recorded;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.axonframework.messaging.MetaData;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ReviewTest {

    private static final HouseholdId FIRST = HouseholdId.of("7b0d6f1e-2a7c-4a57-9a0b-0d0c7c1f4e11");
    private static final HouseholdId SECOND = HouseholdId.of("7b0d6f1e-2a7c-4a57-9a0b-0d0c7c1f4e12");
    private static final MemberId HEAD = MemberId.of("00000000-0000-4000-8000-000000000001");
    private static final MemberId SON = MemberId.of("00000000-0000-4000-8000-000000000003");
    private static final String VILLAGE = "440233999999";
    private static final LocalDate TODAY = Facts.TODAY;

    private final Map<HouseholdId, List<HouseholdEvent>> register = new HashMap<>();
    private final Map<HouseholdId, List<QualityEvent>> stored = new HashMap<>();
    private final List<HouseholdId> read = new ArrayList<>();
    private final List<Set<MemberId>> asked = new ArrayList<>();
    private final List<ReviewQuality> sent = new ArrayList<>();
    private @Nullable RuntimeException trouble;
    private @Nullable HouseholdId unreadable;

    private final Review review = new Review(
            new Inspection(
                    new Register(this::stream, members -> {
                        asked.add(members);
                        return Set.of();
                    }),
                    new Identifications(_ -> Stream.empty(), (_, _) -> false),
                    HelpFacts.UNKNOWN,
                    Facts.FIGURES),
            new Issues(household -> stored.getOrDefault(household, List.of()).stream()),
            this::send,
            Clock.fixed(TODAY.atStartOfDay().toInstant(ZoneOffset.UTC), ZoneOffset.UTC));

    @Test
    void what_is_new_is_recorded_in_the_name_of_the_software_at_the_village() {
        registered(FIRST, Relation.DAUGHTER);
        assertThat(review.of(List.of(FIRST))).isEqualTo(1);
        assertThat(sent)
                .containsExactly(new ReviewQuality(
                        new QualityId(FIRST),
                        VILLAGE,
                        Set.of(new Finding(RuleId.Q03, 1, SON, "sex", 1)),
                        Facts.EDITION,
                        TODAY));
    }

    @Test
    void looking_twice_changes_nothing() {
        registered(FIRST, Relation.DAUGHTER);
        review.of(List.of(FIRST));
        assertThat(review.of(List.of(FIRST))).isZero();
        assertThat(sent).hasSize(1);
    }

    @Test
    void what_was_put_right_is_recorded_and_then_known() {
        registered(FIRST, Relation.DAUGHTER);
        review.of(List.of(FIRST));
        tell(FIRST, new MemberCorrected(FIRST, VILLAGE, SON, Persons.of(Persons.SON, Relation.SON), TODAY));
        assertThat(review.of(List.of(FIRST))).isEqualTo(1);
        assertThat(sent.getLast().findings()).isEmpty();
        assertThat(review.of(List.of(FIRST))).isZero();
    }

    @Test
    void a_household_of_which_nothing_is_doubtful_or_known_costs_no_command() {
        registered(FIRST, Relation.SON);
        assertThat(review.of(List.of(FIRST, SECOND))).isZero();
        assertThat(sent).isEmpty();
    }

    @Test
    void a_batch_has_each_household_looked_at_once_however_many_of_its_events_it_holds() {
        registered(FIRST, Relation.DAUGHTER);
        registered(SECOND, Relation.SON);
        var batch = Stream.of(FIRST, SECOND, FIRST, SECOND, FIRST)
                .flatMap(household -> register.getOrDefault(household, List.of()).stream())
                .map(ReviewTest::recorded)
                .toList();
        new WhenFactsToldThenReviewQuality(review).react(batch);
        assertThat(read).containsExactlyInAnyOrder(FIRST, SECOND);
        assertThat(asked).hasSize(1);
    }

    @Test
    void what_the_review_itself_records_is_not_looked_at() {
        new WhenFactsToldThenReviewQuality(review).react(List.of(recorded(new IssueFixed(FIRST, VILLAGE, 1, TODAY))));
        assertThat(read).isEmpty();
    }

    @Test
    void a_household_that_another_process_reviewed_meanwhile_keeps_no_other_waiting() {
        registered(FIRST, Relation.DAUGHTER);
        registered(SECOND, Relation.DAUGHTER);
        trouble = new RuleBroken("quality.nothing-new", "as the test says");
        assertThat(review.of(List.of(FIRST, SECOND))).isEqualTo(1);
    }

    @Test
    void a_household_that_cannot_be_reviewed_keeps_no_other_waiting() {
        registered(FIRST, Relation.DAUGHTER);
        registered(SECOND, Relation.DAUGHTER);
        trouble = new IllegalStateException("as the test says");
        assertThat(review.of(List.of(FIRST, SECOND))).isEqualTo(1);
    }

    @Test
    void a_household_that_cannot_be_read_keeps_no_other_waiting() {
        registered(SECOND, Relation.DAUGHTER);
        unreadable = FIRST;
        assertThat(review.of(List.of(FIRST, SECOND))).isEqualTo(1);
    }

    @Test
    void trouble_that_passes_by_itself_is_thrown_on_and_the_batch_comes_again() {
        registered(FIRST, Relation.DAUGHTER);
        trouble = new LogUnavailable("as the test says");
        assertThatThrownBy(() -> review.of(List.of(FIRST))).isInstanceOf(LogUnavailable.class);
        assertThat(review.of(List.of(FIRST))).isEqualTo(1);
    }

    private void registered(HouseholdId household, Relation son) {
        tell(household, new HouseholdRegistered(household, VILLAGE, BaseType.ORDINARY, null, null, TODAY));
        tell(household, new MemberAdded(household, VILLAGE, HEAD, Persons.of(Persons.MAN, Relation.HEAD), TODAY));
        tell(household, new MemberAdded(household, VILLAGE, SON, Persons.of(Persons.SON, son), TODAY));
    }

    private void tell(HouseholdId household, HouseholdEvent event) {
        register.computeIfAbsent(household, _ -> new ArrayList<>()).add(event);
    }

    private Stream<HouseholdEvent> stream(HouseholdId household) {
        read.add(household);
        if (household.equals(unreadable)) {
            throw new IllegalStateException("as the test says");
        }
        return register.getOrDefault(household, List.of()).stream();
    }

    /// Stores what the aggregate would.
    private void send(ReviewQuality command, Actor actor) {
        if (trouble != null) {
            var once = trouble;
            trouble = null;
            throw once;
        }
        assertThat(actor).isEqualTo(Actor.policy("review-quality", VILLAGE));
        sent.add(command);
        var household = command.quality().household();
        var events = stored.computeIfAbsent(household, _ -> new ArrayList<>());
        var book = new Issues(_ -> List.copyOf(events).stream()).of(household);
        book.gone(command.findings()).forEach(issue -> events.add(new IssueFixed(household, VILLAGE, issue, TODAY)));
        var next = book.next();
        for (var finding : book.news(command.findings())) {
            events.add(new DataQualityIssueFound(household, VILLAGE, next++, finding, command.edition(), TODAY));
        }
    }

    private static Recorded recorded(Object event) {
        return new Recorded(7, "s", 1, "e", Instant.EPOCH, event, MetaData.emptyInstance());
    }
}
