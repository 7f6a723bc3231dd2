package cn.shouwang.monitoring.removal;

import static cn.shouwang.monitoring.identification.Case.ANNOUNCED;
import static cn.shouwang.monitoring.identification.Case.HEAD;
import static cn.shouwang.monitoring.identification.Case.HOUSEHOLD;
import static cn.shouwang.monitoring.identification.Case.LINE;
import static cn.shouwang.monitoring.identification.Case.VILLAGE;
import static cn.shouwang.monitoring.identification.Case.WIFE;
import static cn.shouwang.monitoring.identification.Case.november;
import static cn.shouwang.monitoring.removal.Way.*;

import cn.shouwang.monitoring.clue.RiskType;
import cn.shouwang.monitoring.household.BaseType;
import cn.shouwang.monitoring.household.DecreaseReason;
import cn.shouwang.monitoring.household.HouseholdEvent;
import cn.shouwang.monitoring.household.HouseholdEvent.HouseholdRegistered;
import cn.shouwang.monitoring.household.HouseholdEvent.MemberAdded;
import cn.shouwang.monitoring.household.HouseholdEvent.MemberDecreased;
import cn.shouwang.monitoring.household.LabourAbility;
import cn.shouwang.monitoring.household.Person;
import cn.shouwang.monitoring.household.Persons;
import cn.shouwang.monitoring.household.Register;
import cn.shouwang.monitoring.household.Relation;
import cn.shouwang.monitoring.identification.Case;
import cn.shouwang.monitoring.identification.IdentificationEvent;
import cn.shouwang.monitoring.identification.Identifications;
import cn.shouwang.monitoring.identification.VisitForm;
import cn.shouwang.monitoring.income.Assessed;
import cn.shouwang.monitoring.line.Basis;
import cn.shouwang.monitoring.line.Lines;
import cn.shouwang.monitoring.notice.NoticeEvent;
import cn.shouwang.monitoring.notice.Notices;
import cn.shouwang.monitoring.notice.Papers;
import cn.shouwang.monitoring.removal.RemovalCommand.RecordExitVisit;
import cn.shouwang.platform.security.Actor;
import cn.shouwang.platform.security.Role;
import java.math.BigDecimal;
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
import tools.jackson.databind.json.JsonMapper;

/// A household's removal in a fixture, with the register, cases, notices and help it is decided on;
/// each can be changed before a step.
final class Exits {

    static final LocalDate TODAY = LocalDate.of(2026, 5, 31);
    static final Actor VILLAGER = actor("cun01", Role.VILLAGE_COMMITTEE, VILLAGE);
    static final Actor TOWN = actor("zhen01", Role.TOWN_OFFICE, "440233999");
    static final Actor COUNTY = actor("xian01", Role.COUNTY_OFFICER, "440233");
    static final Actor SYSTEM = Actor.policy("when-household-emptied-then-end-monitoring", VILLAGE);

    static final String ALONE = """
            {"account": "cun01", "title": "村委会委员", "relativeOfHousehold": false}\
            """;
    static final String BOTH = ALONE + """
            , {"account": "zu03", "title": "村民小组长", "relativeOfHousehold": true}\
            """;

    final List<HouseholdEvent> register = new ArrayList<>(List.of(
            new HouseholdRegistered(HOUSEHOLD, VILLAGE, BaseType.ORDINARY, null, null, november(1)),
            new MemberAdded(HOUSEHOLD, VILLAGE, HEAD, Persons.of(Persons.MAN, Relation.HEAD), november(1)),
            new MemberAdded(HOUSEHOLD, VILLAGE, WIFE, Persons.of(Persons.WOMAN, Relation.SPOUSE), november(1))));
    final List<IdentificationEvent> cases = new ArrayList<>(Case.until(ANNOUNCED));
    final List<NoticeEvent> notices = new ArrayList<>(List.of(Papers.HUNG, Papers.DOWN));
    final List<RemovalEvent> before = new ArrayList<>();
    Set<RiskType> addressed = Set.copyOf(RISKS);
    Lines.InForce line = new Lines.InForce(LINE.version(), LINE.amountFen(), true, Basis.DISPOSABLE_INCOME);

    final FixtureConfiguration<Removal> fixture = new AggregateTestFixture<>(Removal.class)
            .registerInjectableResource(Assessed.RULES)
            .registerInjectableResource(
                    new Register(id -> id.equals(HOUSEHOLD) ? register.stream() : Stream.empty(), _ -> Set.of()))
            .registerInjectableResource(new Identifications(
                    id -> id.equals(HOUSEHOLD) ? cases.stream() : Stream.empty(),
                    (id, cycle) ->
                            new Removals(_ -> before.stream()).over(id, cycle).isPresent()))
            .registerInjectableResource(new Notices(_ -> notices.stream()))
            .registerInjectableResource((Help) (_, _) -> addressed)
            .registerInjectableResource((Lines) (_, _) -> line)
            .registerInjectableResource(new ExitTerms(List.of(new ExitTerms.Edition(
                    LocalDate.of(2021, 1, 1), 6, 6, Set.of(Criterion.MEASURE_IN_PLACE), "a document"))))
            .registerInjectableResource(Clock.fixed(TODAY.atStartOfDay().toInstant(ZoneOffset.UTC), ZoneOffset.UTC));

    ResultValidator<Removal> given(List<? extends RemovalEvent> history, RemovalCommand step, Actor actor) {
        before.addAll(history);
        return fixture.given(history).when(step, actor.toMeta());
    }

    ResultValidator<Removal> given(RemovalEvent last, RemovalCommand step, Actor actor) {
        return given(until(last), step, actor);
    }

    void leave(DecreaseReason head, DecreaseReason wife) {
        register.add(new MemberDecreased(HOUSEHOLD, VILLAGE, WIFE, wife, may(19)));
        register.add(new MemberDecreased(HOUSEHOLD, VILLAGE, HEAD, head, may(20)));
    }

    /// Nobody in the household can work.
    void unableToWork() {
        register.removeIf(MemberAdded.class::isInstance);
        register.add(new MemberAdded(HOUSEHOLD, VILLAGE, HEAD, unable(Persons.MAN, Relation.HEAD), november(1)));
        register.add(new MemberAdded(HOUSEHOLD, VILLAGE, WIFE, unable(Persons.WOMAN, Relation.SPOUSE), november(1)));
    }

    private static Person unable(String document, Relation relation) {
        var able = Persons.of(document, relation);
        return new Person(
                able.name(),
                able.document(),
                able.sex(),
                able.born(),
                relation,
                LabourAbility.NONE,
                able.health(),
                false);
    }

    static RecordExitVisit visit(ExitVisit seen, LocalDate on) {
        return visit(seen, on, BOTH);
    }

    /// With `visitors` as the form tells them.
    static RecordExitVisit visit(ExitVisit seen, LocalDate on, String visitors) {
        return new RecordExitVisit(
                HOUSEHOLD,
                form(seen, on, visitors),
                seen.stableMonths(),
                seen.expenseSolved(),
                seen.risksGone(),
                seen.newRisk());
    }

    /// The form as it comes in, filled in so that it tells `seen`.
    private static VisitForm form(ExitVisit seen, LocalDate on, String visitors) {
        var visit = seen.visit();
        var problems = visit.guarantees();
        return JsonMapper.shared()
                .readValue(
                        """
                {"visitors": [%s],
                 "guarantees": {"housingProblem": %s, "childOutOfSchool": %s, "waterProblem": %s,
                                "memberUninsured": %s},
                 "income": {"from": "%s", "to": "%s", "items": [
                   {"block": "WAGE", "code": "local-work", "amountYuan": %s, "source": "SELF_DECLARED"}]},
                 "selfPaidYuan": 1200,
                 "seen": [{"member": "%s", "ability": "ORDINARY"}, {"member": "%s", "ability": "WEAK_OR_HALF"}],
                 "on": "%s"}\
                """.formatted(
                                        visitors,
                                        problems.housingProblem(),
                                        problems.childOutOfSchool(),
                                        problems.waterProblem(),
                                        problems.memberUninsured(),
                                        visit.income().from(),
                                        visit.income().to(),
                                        new BigDecimal(visit.income().disposableFen()).movePointLeft(2),
                                        HEAD,
                                        WIFE,
                                        on),
                        VisitForm.class);
    }

    static Actor actor(String id, Role role, String division) {
        return new Actor(id, role, division, Actor.Channel.WEB);
    }
}
