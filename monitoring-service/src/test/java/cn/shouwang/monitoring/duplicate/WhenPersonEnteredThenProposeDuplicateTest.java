package cn.shouwang.monitoring.duplicate;

import static cn.shouwang.monitoring.duplicate.Sample.DAY;
import static cn.shouwang.monitoring.duplicate.Sample.ENTERED;
import static cn.shouwang.monitoring.duplicate.Sample.NEW;
import static cn.shouwang.monitoring.duplicate.Sample.OLD;
import static cn.shouwang.monitoring.duplicate.Sample.PAIR;
import static cn.shouwang.monitoring.duplicate.Sample.SECOND_HOUSE;
import static cn.shouwang.monitoring.duplicate.Sample.SECOND_MEMBER;
import static cn.shouwang.monitoring.duplicate.Sample.SISTER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.shouwang.monitoring.clue.ClueChannel;
import cn.shouwang.monitoring.clue.ClueEvent.ClueRegistered;
import cn.shouwang.monitoring.clue.ClueId;
import cn.shouwang.monitoring.clue.RiskType;
import cn.shouwang.monitoring.clue.Risks;
import cn.shouwang.monitoring.clue.Subject;
import cn.shouwang.monitoring.duplicate.DuplicateCommand.ProposeDuplicate;
import cn.shouwang.monitoring.duplicate.Likenesses.Alike;
import cn.shouwang.monitoring.household.HouseholdEvent.HeadNamed;
import cn.shouwang.monitoring.household.HouseholdEvent.MemberAdded;
import cn.shouwang.monitoring.household.HouseholdEvent.MemberCorrected;
import cn.shouwang.monitoring.household.Persons;
import cn.shouwang.monitoring.household.Relation;
import cn.shouwang.monitoring.report.ReportEvent.SelfReportSubmitted;
import cn.shouwang.monitoring.report.ReportId;
import cn.shouwang.monitoring.report.Samples;
import cn.shouwang.platform.rule.RuleBroken;
import cn.shouwang.platform.store.Accepted;
import cn.shouwang.platform.store.Recorded;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.axonframework.messaging.MetaData;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class WhenPersonEnteredThenProposeDuplicateTest {

    private static final MemberAdded ADDED =
            new MemberAdded(SECOND_HOUSE, SISTER, SECOND_MEMBER, Persons.of(Persons.MAN, Relation.HEAD), DAY);
    private static final List<Ground> GROUNDS = List.of(Ground.SAME_DOCUMENT, Ground.SAME_NAME_BIRTH_VILLAGE);

    private final List<Object> sent = new ArrayList<>();
    private final List<Traits> asked = new ArrayList<>();
    private @Nullable String refusal;
    private Instant oldEntered = ENTERED.minusSeconds(60);

    @Test
    void each_likeness_is_proposed_once_at_the_place_that_holds_both() {
        react(ADDED);
        assertThat(sent).containsExactly(new ProposeDuplicate(Sample.ID, PAIR, GROUNDS, NEW.id(), ENTERED, DAY));
    }

    @Test
    void the_side_entered_last_is_the_newer_one_in_whatever_order_the_events_come() {
        oldEntered = ENTERED.plusSeconds(60);
        react(ADDED);
        assertThat(sent).containsExactly(new ProposeDuplicate(Sample.ID, PAIR, GROUNDS, OLD.id(), oldEntered, DAY));
    }

    @Test
    void corrections_reports_and_clues_are_compared_too() {
        react(new MemberCorrected(SECOND_HOUSE, SISTER, SECOND_MEMBER, ADDED.person(), DAY));
        react(new SelfReportSubmitted(Samples.REPORT, SISTER, Samples.APPLICANT, Samples.NEED, DAY, DAY));
        react(clue(null));
        assertThat(asked)
                .extracting(traits -> traits.side().kind())
                .containsExactly(SideKind.MEMBER, SideKind.REPORT, SideKind.CLUE);
        assertThat(sent).hasSize(3);
    }

    @Test
    void a_clue_that_follows_a_report_and_what_enters_nobody_is_not_compared() {
        react(clue(Samples.REPORT));
        react(new HeadNamed(SECOND_HOUSE, SISTER, SECOND_MEMBER, DAY));
        assertThat(asked).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"duplicate.already-proposed", "duplicate.already-merged", "duplicate.already-dismissed"})
    void nothing_new_about_a_pair_is_no_trouble(String rule) {
        refusal = rule;
        react(ADDED);
        assertThat(sent).isEmpty();
    }

    @Test
    void any_other_refusal_is_parked() {
        refusal = "duplicate.not-a-side";
        assertThatThrownBy(() -> react(ADDED)).isInstanceOf(RuleBroken.class);
    }

    private static ClueRegistered clue(@Nullable ReportId report) {
        return new ClueRegistered(
                ClueId.of(Samples.REPORT),
                SISTER,
                ClueChannel.GRASSROOTS_CHECK,
                report,
                new Subject(Samples.APPLICANT.name(), null, Samples.APPLICANT.document()),
                Risks.of(RiskType.ILLNESS),
                "走访发现",
                DAY,
                DAY);
    }

    private void react(Object event) {
        Likenesses likenesses = traits -> {
            asked.add(traits);
            return List.of(new Alike(OLD, GROUNDS, oldEntered));
        };
        var recorded = new Recorded(7, "s", 1, "e", ENTERED, event, MetaData.emptyInstance());
        new WhenPersonEnteredThenProposeDuplicate(likenesses).react(recorded, (part, command, division) -> {
            if (refusal != null) {
                throw new RuleBroken(refusal, "as the test says");
            }
            assertThat(division).isEqualTo("440233101");
            assertThat(part).isEqualTo(((ProposeDuplicate) command).duplicate().toString());
            sent.add(command);
            return new Accepted("c", 8, true);
        });
    }
}
