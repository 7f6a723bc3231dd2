package cn.shouwang.monitoring.household;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import cn.shouwang.monitoring.division.Divisions;
import cn.shouwang.monitoring.household.HouseholdCommand.AddMember;
import cn.shouwang.monitoring.household.HouseholdCommand.AdmitMember;
import cn.shouwang.monitoring.household.HouseholdCommand.CorrectBaseType;
import cn.shouwang.monitoring.household.HouseholdCommand.CorrectMember;
import cn.shouwang.monitoring.household.HouseholdCommand.DecreaseMember;
import cn.shouwang.monitoring.household.HouseholdCommand.DescribeHousehold;
import cn.shouwang.monitoring.household.HouseholdCommand.DescribeMember;
import cn.shouwang.monitoring.household.HouseholdCommand.DisputeBaseType;
import cn.shouwang.monitoring.household.HouseholdCommand.MoveMember;
import cn.shouwang.monitoring.household.HouseholdCommand.RegisterHousehold;
import cn.shouwang.monitoring.household.HouseholdCommand.UpholdBaseType;
import cn.shouwang.monitoring.household.HouseholdEvent.BaseTypeCorrected;
import cn.shouwang.monitoring.household.HouseholdEvent.BaseTypeDisputed;
import cn.shouwang.monitoring.household.HouseholdEvent.BaseTypeUpheld;
import cn.shouwang.monitoring.household.HouseholdEvent.HeadNamed;
import cn.shouwang.monitoring.household.HouseholdEvent.HouseholdDescribed;
import cn.shouwang.monitoring.household.HouseholdEvent.HouseholdRegistered;
import cn.shouwang.monitoring.household.HouseholdEvent.MemberAdded;
import cn.shouwang.monitoring.household.HouseholdEvent.MemberCorrected;
import cn.shouwang.monitoring.household.HouseholdEvent.MemberDecreased;
import cn.shouwang.monitoring.household.HouseholdEvent.MemberDecreased.Destination;
import cn.shouwang.monitoring.household.HouseholdEvent.MemberDescribed;
import cn.shouwang.monitoring.identification.Identifications;
import cn.shouwang.platform.audit.Meta;
import cn.shouwang.platform.rule.RuleBroken;
import cn.shouwang.platform.security.Actor;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.messaging.annotation.MetaDataValue;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CommandHandlerInterceptor;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;

/// Decides how a household on the register may begin and change.
///
/// Command handlers decide and the event handler only remembers, so replaying a stream can neither
/// fail nor have an effect.
@Aggregate
@SuppressWarnings("NullAway.Init") // the first event fills the fields
class Household {

    @AggregateIdentifier
    private HouseholdId id;

    private String village;
    private LocalDate since;
    private final Members members = new Members();
    private final Typing typing = new Typing();

    Household() {} // for Axon, before it replays the stream

    @CommandHandlerInterceptor
    void gate(CommandMessage<?> message, Actor actor) {
        if (!(message.getPayload() instanceof RegisterHousehold)) {
            actor.mustReach(village);
        }
    }

    /// A method, not a constructor: Axon applies a constructor's events only when it has returned, and
    /// here each member must see those before.
    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.ALWAYS)
    void handle(RegisterHousehold command, Divisions divisions, Actor actor, Clock clock) {
        actor.mustReach(command.village());
        divisions.requireVillage(command.village());
        mustHaveHappened(command.on(), clock);
        apply(new HouseholdRegistered(
                command.household(),
                command.village(),
                command.baseType(),
                command.address(),
                command.phone(),
                command.nationalNumber(),
                command.on()));
        command.members().stream()
                .sorted(Comparator.comparing(joining -> joining.person().relation() != Relation.HEAD))
                .forEach(joining ->
                        add(joining.member(), joining.person(), null, joining.nationalNumber(), command.on()));
        if (members.ids().isEmpty()) {
            throw new RuleBroken("household.no-head", "a household begins with its head");
        }
    }

    @CommandHandler
    void handle(AddMember command, Clock clock) {
        mustBeTimely(command.on(), clock);
        if (command.reason() == IncreaseReason.OTHER_HOUSEHOLD) {
            throw moveInstead();
        }
        add(command.member(), command.person(), command.reason(), null, command.on());
    }

    @CommandHandler
    void handle(CorrectMember command, Clock clock) {
        mustBeTimely(command.on(), clock);
        members.mustBePresent(command.member());
        members.mustFit(command.member(), command.person());
        mustBePlausible(command.person(), command.on());
        apply(new MemberCorrected(id, village, command.member(), command.person(), command.on()));
    }

    @CommandHandler
    void handle(DecreaseMember command, Clock clock) {
        mustBeTimely(command.on(), clock);
        if (command.reason() == DecreaseReason.OTHER_HOUSEHOLD) {
            throw moveInstead();
        }
        decrease(command.member(), command.reason(), null, command.newHead(), command.on());
    }

    /// Whether the other household can take the member in is asked here, before anybody has left.
    @CommandHandler
    void handle(MoveMember command, Register register, Actor actor, Clock clock) {
        mustBeTimely(command.on(), clock);
        members.mustBePresent(command.member());
        if (command.to().equals(id)) {
            throw new RuleBroken("household.moves-nowhere", "the member lives in this household");
        }
        actor.mustReach(register.of(command.to()).village());
        var person = register.people(id).get(command.member());
        if (person == null) {
            throw new RuleBroken("household.member-merged", "%s counts in another entry".formatted(command.member()));
        }
        register.mustAdmit(command.to(), command.member(), person.as(command.relation()), command.on());
        decrease(
                command.member(),
                DecreaseReason.OTHER_HOUSEHOLD,
                new Destination(command.to(), command.relation()),
                command.newHead(),
                command.on());
    }

    @CommandHandler
    void handle(AdmitMember command, Clock clock) {
        mustBeTimely(command.on(), clock);
        members.mustBeAdmissible(command.member());
        members.mustFit(command.member(), command.person());
        apply(new MemberAdded(
                id,
                village,
                command.member(),
                command.person(),
                IncreaseReason.OTHER_HOUSEHOLD,
                null,
                command.from(),
                command.on()));
        if (!command.profile().saysNothing()) {
            apply(new MemberDescribed(id, village, command.member(), command.profile(), command.on()));
        }
    }

    private void decrease(
            MemberId member,
            DecreaseReason reason,
            @Nullable Destination to,
            @Nullable MemberId newHead,
            LocalDate on) {
        if (members.leavesOthersWithoutHead(member)) {
            if (newHead == null) {
                throw new RuleBroken("household.head-needs-successor", "the head leaves others: name a new head");
            }
        } else if (newHead != null) {
            throw new RuleBroken("household.no-successor-needed", "the household keeps its head, or is empty");
        }
        apply(new MemberDecreased(id, village, member, reason, to, on));
        if (newHead != null) {
            members.mustBePresent(newHead);
            apply(new HeadNamed(id, village, newHead, on));
        }
    }

    @CommandHandler
    void handle(DescribeMember command, Clock clock) {
        mustBeTimely(command.on(), clock);
        members.mustBePresent(command.member());
        mustSaySomething(command.profile().saysNothing());
        apply(new MemberDescribed(id, village, command.member(), command.profile(), command.on()));
    }

    @CommandHandler
    void handle(DescribeHousehold command, Numbers numbers, Clock clock) {
        mustBeTimely(command.on(), clock);
        mustSaySomething(command.profile().saysNothing());
        if (command.profile().nationalNumber() != null) {
            numbers.mustBeFree(command.profile().nationalNumber(), id);
        }
        apply(new HouseholdDescribed(id, village, command.profile(), command.on()));
    }

    @CommandHandler
    void handle(DisputeBaseType command, Identifications identifications, Clock clock) {
        mustBeTimely(command.on(), clock);
        mustHaveMembers();
        typing.mustNotBeDisputed();
        typing.mustChange(command.baseType());
        Typing.mustSuitCase(command.baseType(), identifications.current(id));
        apply(new BaseTypeDisputed(
                id, village, command.baseType(), command.reason(), command.evidence(), command.on()));
    }

    /// The case may have changed since the dispute, so it is looked at again.
    @CommandHandler
    void handle(CorrectBaseType command, Identifications identifications, Actor actor, Clock clock) {
        mustBeTimely(command.on(), clock);
        var disputed = typing.disputed();
        typing.mustNotBeDisputedBy(actor);
        mustHaveMembers();
        Typing.mustSuitCase(disputed.baseType(), identifications.current(id));
        apply(new BaseTypeCorrected(id, village, disputed.baseType(), command.on(), disputed.on()));
    }

    @CommandHandler
    void handle(UpholdBaseType command, Clock clock) {
        mustBeTimely(command.on(), clock);
        typing.disputed();
        apply(new BaseTypeUpheld(id, village, command.reason(), command.on()));
    }

    @EventSourcingHandler
    void on(HouseholdEvent event, @MetaDataValue(Meta.ACTOR) @Nullable String actor) {
        if (event instanceof HouseholdRegistered registered) {
            id = registered.household();
            village = registered.division();
            since = registered.on();
        }
        members.on(event);
        typing.on(event, actor);
    }

    private void mustHaveMembers() {
        if (members.ids().isEmpty()) {
            throw new RuleBroken("household.closed", "nobody is left in %s".formatted(id));
        }
    }

    private void add(
            MemberId member,
            Person person,
            @Nullable IncreaseReason reason,
            @Nullable String nationalNumber,
            LocalDate on) {
        members.mustBeNew(member);
        members.mustFit(member, person);
        mustBePlausible(person, on);
        apply(new MemberAdded(id, village, member, person, reason, nationalNumber, null, on));
    }

    private static RuleBroken moveInstead() {
        return new RuleBroken("household.move-names-both", "a move names the other household");
    }

    private void mustBeTimely(LocalDate on, Clock clock) {
        mustHaveHappened(on, clock);
        if (on.isBefore(since)) {
            throw new RuleBroken("household.date-before", "%s is before the registration".formatted(on));
        }
    }

    private static void mustHaveHappened(LocalDate on, Clock clock) {
        if (on.isAfter(LocalDate.now(clock))) {
            throw new RuleBroken("household.date-ahead", "%s has not happened yet".formatted(on));
        }
    }

    private static void mustSaySomething(boolean empty) {
        if (empty) {
            throw new RuleBroken("household.nothing-said", "at least one part is told");
        }
    }

    private static void mustBePlausible(Person person, LocalDate on) {
        if (person.born() != null && person.born().isAfter(on)) {
            throw new RuleBroken("household.not-born-yet", "a member is born before joining the household");
        }
        if (person.health().isEmpty()
                || (person.health().contains(Health.HEALTHY) && person.health().size() > 1)) {
            throw new RuleBroken("household.health-unclear", "healthy, or at least one impairment, never both");
        }
    }
}
