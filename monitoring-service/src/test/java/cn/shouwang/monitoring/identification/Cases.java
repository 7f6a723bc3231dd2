package cn.shouwang.monitoring.identification;

import static cn.shouwang.monitoring.identification.Case.*;

import cn.shouwang.monitoring.calendar.WorkingDays;
import cn.shouwang.monitoring.clue.ClueEvent;
import cn.shouwang.monitoring.clue.ClueId;
import cn.shouwang.monitoring.clue.Clues;
import cn.shouwang.monitoring.household.BaseType;
import cn.shouwang.monitoring.household.HouseholdEvent;
import cn.shouwang.monitoring.household.HouseholdEvent.HouseholdRegistered;
import cn.shouwang.monitoring.household.HouseholdEvent.MemberAdded;
import cn.shouwang.monitoring.household.LabourAbility;
import cn.shouwang.monitoring.household.MemberId;
import cn.shouwang.monitoring.household.Persons;
import cn.shouwang.monitoring.household.Register;
import cn.shouwang.monitoring.household.Relation;
import cn.shouwang.monitoring.identification.IdentificationCommand.*;
import cn.shouwang.monitoring.identification.IdentificationEvent.*;
import cn.shouwang.monitoring.income.Assessed;
import cn.shouwang.monitoring.income.Block;
import cn.shouwang.monitoring.income.Source;
import cn.shouwang.monitoring.inquiry.Inquiries;
import cn.shouwang.monitoring.inquiry.InquiryEvent;
import cn.shouwang.monitoring.inquiry.InquiryLimits;
import cn.shouwang.monitoring.line.Basis;
import cn.shouwang.monitoring.line.Lines;
import cn.shouwang.monitoring.removal.RemovalEvent;
import cn.shouwang.monitoring.removal.Removals;
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
import org.jspecify.annotations.Nullable;
/// One household's case in a fixture, its officers, and the steps as they are usually asked for.

final class Cases {

    static final LocalDate TODAY = november(28);
    static final LocalDate MANDATORY_FROM = november(25); // there the departments must be asked from then on
    static final Actor VILLAGER = actor("cun01", Role.VILLAGE_COMMITTEE, VILLAGE);
    static final Actor TOWN = actor("zhen01", Role.TOWN_OFFICE, "440233999");
    static final Actor COUNTY = actor("xian01", Role.COUNTY_OFFICER, "440233");

    private static final List<HouseholdEvent> REGISTERED = List.of(
            new HouseholdRegistered(HOUSEHOLD, VILLAGE, BaseType.ORDINARY, null, null, november(1)),
            new MemberAdded(HOUSEHOLD, VILLAGE, HEAD, Persons.of(Persons.MAN, Relation.HEAD), november(1)),
            new MemberAdded(HOUSEHOLD, VILLAGE, WIFE, Persons.of(Persons.WOMAN, Relation.SPOUSE), november(1)));

    final List<RemovalEvent> removals = new ArrayList<>();
    Basis basis = Basis.DISPOSABLE_INCOME;
    final List<ClueEvent> clue = new ArrayList<>(List.of(ClueOfCase.REGISTERED));

    final List<InquiryEvent> inquiries = new ArrayList<>();
    final FixtureConfiguration<Identification> fixture = new AggregateTestFixture<>(Identification.class)
            .registerInjectableResource(
                    new Register(id -> id.equals(HOUSEHOLD) ? REGISTERED.stream() : Stream.empty(), _ -> Set.of()))
            .registerInjectableResource(new Removals(_ -> removals.stream()))
            .registerInjectableResource(new Clues(id -> id.equals(CLUE) ? clue.stream() : Stream.empty()))
            .registerInjectableResource(
                    new Limits(List.of(new Limits.Edition(LocalDate.of(2021, 1, 1), 15, 5, 5, "a document"))))
            .registerInjectableResource(WorkingDays.announced())
            .registerInjectableResource(
                    (Lines) (_, _) -> new Lines.InForce(LINE.version(), LINE.amountFen(), true, basis))
            .registerInjectableResource(Assessed.RULES)
            .registerInjectableResource(new Inquiries(_ -> inquiries.stream()))
            .registerInjectableResource(new InquiryLimits(List.of(
                    new InquiryLimits.Edition(COMPARISON.edition(), 5, List.of(), "a document"),
                    new InquiryLimits.Edition(MANDATORY_FROM, 5, List.of("440233999"), "a later one"))))
            .registerInjectableResource(Clock.fixed(TODAY.atStartOfDay().toInstant(ZoneOffset.UTC), ZoneOffset.UTC));

    ResultValidator<Identification> open(@Nullable ClueId from, LocalDate on) {
        return fixture.givenNoPriorActivity()
                .when(new OpenIdentification(HOUSEHOLD, from, on.plusDays(3), on), VILLAGER.toMeta());
    }

    ResultValidator<Identification> given(IdentificationEvent last, IdentificationCommand step, Actor actor) {
        return given(until(last), step, actor);
    }

    ResultValidator<Identification> given(
            List<? extends IdentificationEvent> history, IdentificationCommand step, Actor actor) {
        return fixture.given(history).when(step, actor.toMeta());
    }

    static List<IdentificationEvent> reviewedWith(long wageFen) {
        var history = until(REVIEWED);
        history.set(until(ASSIGNED).size(), visited(wageFen, november(2)));
        return history;
    }

    static HouseholdDetermined late(int days, LocalDate on) {
        return new HouseholdDetermined(HOUSEHOLD, VILLAGE, 1, CLUE, DETERMINED.decision(), DETERMINED.seen(), days, on);
    }

    static RecordVisit visit(LocalDate on) {
        return visit(visitors(), VISITED.visit().seen(), on);
    }

    static RecordVisit visit(List<Visit.Visitor> visitors) {
        return visit(visitors, VISITED.visit().seen(), november(2));
    }

    static RecordVisit seeing(MemberId... members) {
        var seen = Stream.of(members)
                .map(member -> new Visit.MemberSeen(member, LabourAbility.NONE))
                .toList();
        return visit(visitors(), seen, november(2));
    }

    private static RecordVisit visit(List<Visit.Visitor> visitors, List<Visit.MemberSeen> seen, LocalDate on) {
        var wage = new VisitForm.ItemEntry(
                Block.WAGE, "local-work", BigDecimal.valueOf(2 * LINE_FEN, 2), Source.SELF_DECLARED, null);
        return visit(visitors, List.of(wage), LocalDate.of(2024, 11, 1), seen, on);
    }

    static RecordVisit visit(
            List<Visit.Visitor> visitors,
            List<VisitForm.ItemEntry> items,
            LocalDate from,
            List<Visit.MemberSeen> seen,
            LocalDate on) {
        var form = new VisitForm(
                visitors.stream()
                        .map(visitor -> new VisitForm.VisitorEntry(
                                visitor.account(), visitor.title(), visitor.relativeOfHousehold()))
                        .toList(),
                new VisitForm.GuaranteesEntry(false, false, true, false),
                new VisitForm.IncomeEntry(from, LocalDate.of(2025, 10, 31), items, null),
                BigDecimal.valueOf(3500),
                seen.stream()
                        .map(entry -> new VisitForm.SeenEntry(entry.member(), entry.ability()))
                        .toList(),
                on);
        return new RecordVisit(HOUSEHOLD, form);
    }

    static StartPublicity publicity(String notice) {
        return publicity(notice, november(4));
    }

    static StartPublicity publicity(String notice, LocalDate on) {
        return new StartPublicity(HOUSEHOLD, "村务公开栏", notice, on);
    }

    static Determine determine(Finding finding, @Nullable String ground, LocalDate on) {
        return new Determine(HOUSEHOLD, "新乡振〔2025〕11号", finding, ground, on);
    }

    static Actor actor(String id, Role role, String division) {
        return new Actor(id, role, division, Actor.Channel.WEB);
    }
}
