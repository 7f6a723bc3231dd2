package cn.shouwang.monitoring.quality;

import static cn.shouwang.platform.test.Rules.broken;

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
import cn.shouwang.monitoring.quality.QualityCommand.AssignIssue;
import cn.shouwang.monitoring.quality.QualityCommand.ExplainIssue;
import cn.shouwang.monitoring.quality.QualityCommand.ReviewQuality;
import cn.shouwang.monitoring.quality.QualityEvent.DataQualityIssueFound;
import cn.shouwang.monitoring.quality.QualityEvent.IssueAssigned;
import cn.shouwang.monitoring.quality.QualityEvent.IssueExplained;
import cn.shouwang.monitoring.quality.QualityEvent.IssueFixed;
import cn.shouwang.platform.security.Actor;
import cn.shouwang.platform.security.OutOfDivision;
import cn.shouwang.platform.security.Role;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.axonframework.test.aggregate.ResultValidator;
import org.axonframework.test.aggregate.TestExecutor;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class QualityTest {

    private static final HouseholdId HOUSEHOLD = HouseholdId.of("7b0d6f1e-2a7c-4a57-9a0b-0d0c7c1f4e11");
    private static final QualityId ID = new QualityId(HOUSEHOLD);
    private static final MemberId HEAD = MemberId.of("00000000-0000-4000-8000-000000000001");
    private static final MemberId SON = MemberId.of("00000000-0000-4000-8000-000000000003");
    private static final String VILLAGE = "440233999999";
    private static final Actor SOFTWARE = Actor.policy("review-quality", VILLAGE);
    private static final Actor TOWN = new Actor("zhen01", Role.TOWN_OFFICE, "440233999", Actor.Channel.WEB);
    private static final LocalDate TODAY = LocalDate.of(2025, 12, 20);
    private static final LocalDate BEFORE = TODAY.minusDays(5);
    private static final LocalDate DUE = TODAY.plusDays(7);

    /// The head's son is entered as a daughter.
    private static final Finding SEX = new Finding(RuleId.Q03, 1, SON, "sex", 1);

    private static final Finding HEADS = new Finding(RuleId.Q02, 1, null, "heads", 3);
    private static final QualityEvent FOUND = found(1, SEX, BEFORE);
    private static final QualityEvent ASSIGNED =
            new IssueAssigned(HOUSEHOLD, VILLAGE, 1, VILLAGE, TODAY.minusDays(1), BEFORE);
    private static final QualityEvent FIXED = new IssueFixed(HOUSEHOLD, VILLAGE, 1, TODAY);
    private static final QualityEvent EXPLAINED = explained(1);

    private final List<HouseholdEvent> register = new ArrayList<>(List.of(
            new HouseholdRegistered(HOUSEHOLD, VILLAGE, BaseType.ORDINARY, null, null, BEFORE),
            new MemberAdded(HOUSEHOLD, VILLAGE, HEAD, Persons.of(Persons.MAN, Relation.HEAD), BEFORE),
            new MemberAdded(HOUSEHOLD, VILLAGE, SON, Persons.of(Persons.SON, Relation.DAUGHTER), BEFORE)));

    private final FixtureConfiguration<Quality> quality = new AggregateTestFixture<>(Quality.class)
            .registerInjectableResource(new Inspection(
                    new Register(_ -> register.stream(), _ -> Set.of()),
                    new Identifications(_ -> Stream.empty(), (_, _) -> false),
                    HelpFacts.UNKNOWN,
                    Facts.FIGURES))
            .registerInjectableResource(Clock.fixed(TODAY.atStartOfDay().toInstant(ZoneOffset.UTC), ZoneOffset.UTC));

    @Test
    void what_is_found_becomes_an_issue_each_with_its_number() {
        quality.givenNoPriorActivity()
                .when(review(SEX, HEADS), SOFTWARE.toMeta())
                .expectEvents(found(1, HEADS, TODAY), found(2, SEX, TODAY));
    }

    @Test
    void finding_it_again_changes_nothing() {
        after(FOUND)
                .when(review(SEX), SOFTWARE.toMeta())
                .expectNoEvents()
                .expectException(broken("quality.nothing-new"));
        after(FOUND)
                .when(review(new Finding(RuleId.Q03, 2, SON, "sex", 9)), SOFTWARE.toMeta())
                .expectException(broken("quality.nothing-new"));
        after(FOUND, ASSIGNED).when(review(SEX), SOFTWARE.toMeta()).expectException(broken("quality.nothing-new"));
    }

    @Test
    void what_is_found_no_longer_is_fixed() {
        after(FOUND, ASSIGNED).when(review(), SOFTWARE.toMeta()).expectEvents(FIXED);
    }

    @Test
    void what_comes_back_after_it_was_fixed_is_another_issue() {
        after(FOUND, FIXED).when(review(SEX), SOFTWARE.toMeta()).expectEvents(found(2, SEX, TODAY));
    }

    @Test
    void what_is_explained_stays_closed_until_a_fact_is_added() {
        after(FOUND, EXPLAINED).when(review(SEX), SOFTWARE.toMeta()).expectException(broken("quality.nothing-new"));
        var later = new Finding(RuleId.Q03, 1, SON, "sex", 2);
        after(FOUND, EXPLAINED).when(review(later), SOFTWARE.toMeta()).expectEvents(found(2, later, TODAY));
    }

    @Test
    void what_is_explained_and_gone_needs_no_fixing() {
        after(FOUND, EXPLAINED).when(review(), SOFTWARE.toMeta()).expectException(broken("quality.nothing-new"));
    }

    @Test
    void an_office_is_asked_to_put_it_right() {
        given(assign(1, VILLAGE, DUE, TODAY))
                .expectEvents(new IssueAssigned(HOUSEHOLD, VILLAGE, 1, VILLAGE, DUE, TODAY));
    }

    @Test
    void only_the_village_its_town_and_county_can_put_it_right() {
        given(assign(1, "440233001", DUE, TODAY)).expectException(broken("quality.office-elsewhere"));
    }

    @Test
    void it_is_not_due_before_it_is_assigned() {
        given(assign(1, VILLAGE, TODAY.minusDays(1), TODAY)).expectException(broken("quality.due-in-past"));
    }

    @Test
    void a_step_is_neither_of_tomorrow_nor_of_before_the_last_one() {
        given(assign(1, VILLAGE, DUE, TODAY.plusDays(1))).expectException(broken("quality.date-ahead"));
        given(new ExplainIssue(ID, 1, "已核实", BEFORE.minusDays(1))).expectException(broken("quality.date-before"));
    }

    @Test
    void an_explanation_closes_it_for_the_facts_there_are_now() {
        given(new ExplainIssue(ID, 1, "已核实", TODAY)).expectEvents(explained(1));
        register.add(
                new MemberCorrected(HOUSEHOLD, VILLAGE, SON, Persons.of(Persons.SON, Relation.SONS_DAUGHTER), TODAY));
        given(new ExplainIssue(ID, 1, "已核实", TODAY)).expectEvents(explained(2));
    }

    @Test
    void an_explanation_has_words() {
        given(new ExplainIssue(ID, 1, " ", TODAY)).expectException(broken("quality.reason-missing"));
    }

    @Test
    void what_is_closed_or_never_was_is_neither_assigned_nor_explained() {
        after(FOUND, EXPLAINED)
                .when(assign(1, VILLAGE, DUE, TODAY), TOWN.toMeta())
                .expectException(broken("quality.not-open"));
        after(FOUND, FIXED)
                .when(new ExplainIssue(ID, 1, "已核实", TODAY), TOWN.toMeta())
                .expectException(broken("quality.not-open"));
        given(new ExplainIssue(ID, 2, "已核实", TODAY)).expectException(broken("quality.not-open"));
        after(FOUND, FIXED, found(2, SEX, TODAY))
                .when(assign(1, VILLAGE, DUE, TODAY), TOWN.toMeta())
                .expectException(broken("quality.not-open"));
    }

    @Test
    void a_household_elsewhere_is_out_of_reach() {
        var elsewhere = new Actor("zhen02", Role.TOWN_OFFICE, "440233001", Actor.Channel.WEB);
        after(FOUND).when(assign(1, VILLAGE, DUE, TODAY), elsewhere.toMeta()).expectException(OutOfDivision.class);
    }

    private static QualityEvent found(int issue, Finding finding, LocalDate on) {
        return new DataQualityIssueFound(HOUSEHOLD, VILLAGE, issue, finding, Facts.EDITION, on);
    }

    private static QualityEvent explained(long told) {
        return new IssueExplained(HOUSEHOLD, VILLAGE, 1, told, "已核实", TODAY);
    }

    private static ReviewQuality review(Finding... findings) {
        return new ReviewQuality(ID, VILLAGE, Set.of(findings), Facts.EDITION, TODAY);
    }

    private static AssignIssue assign(int issue, String office, LocalDate dueOn, LocalDate on) {
        return new AssignIssue(ID, issue, office, dueOn, on);
    }

    private ResultValidator<Quality> given(QualityCommand command) {
        return after(FOUND).when(command, TOWN.toMeta());
    }

    private TestExecutor<Quality> after(Object... events) {
        return quality.given(events);
    }
}
