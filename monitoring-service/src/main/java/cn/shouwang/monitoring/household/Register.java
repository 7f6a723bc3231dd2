package cn.shouwang.monitoring.household;

import cn.shouwang.monitoring.household.HouseholdEvent.BaseTypeCorrected;
import cn.shouwang.monitoring.household.HouseholdEvent.BaseTypeDisputed;
import cn.shouwang.monitoring.household.HouseholdEvent.BaseTypeUpheld;
import cn.shouwang.monitoring.household.HouseholdEvent.HeadNamed;
import cn.shouwang.monitoring.household.HouseholdEvent.HouseholdDescribed;
import cn.shouwang.monitoring.household.HouseholdEvent.HouseholdRegistered;
import cn.shouwang.monitoring.household.HouseholdEvent.MemberAdded;
import cn.shouwang.monitoring.household.HouseholdEvent.MemberCorrected;
import cn.shouwang.monitoring.household.HouseholdEvent.MemberDecreased;
import cn.shouwang.monitoring.household.HouseholdEvent.MemberDescribed;
import cn.shouwang.monitoring.profile.HouseholdProfile;
import cn.shouwang.monitoring.profile.MemberProfile;
import cn.shouwang.platform.rule.RuleBroken;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.axonframework.modelling.command.AggregateNotFoundException;

/// The register as other concepts' decisions may read it: straight from a household's stream, so that
/// what was registered a moment ago already counts.
public final class Register {

    /// What a decision about the household may lean on; `labour` is what work each member present can do,
    /// without any who is merged into another entry: a person counts once (rule M13). `left` is why each
    /// former member is one no more.
    public record Entry(
            HouseholdId household,
            String village,
            BaseType baseType,
            Map<MemberId, LabourAbility> labour,
            Map<MemberId, DecreaseReason> left) {

        public Entry {
            labour = Map.copyOf(labour);
            left = Map.copyOf(left);
        }

        public Set<MemberId> members() {
            return labour.keySet();
        }

        /// Those who belong to the household and those who once did.
        public Set<MemberId> everMember() {
            return Stream.concat(labour.keySet().stream(), left.keySet().stream())
                    .collect(Collectors.toUnmodifiableSet());
        }

        /// Whether anybody in the household can work, if only partly.
        public boolean hasLabour() {
            return labour.values().stream().anyMatch(LabourAbility::canWork);
        }

        /// Whether everyone who left did so by dying.
        public boolean allDied() {
            return left.values().stream().allMatch(reason -> reason == DecreaseReason.DEATH);
        }
    }

    private final Function<HouseholdId, Stream<HouseholdEvent>> streams;
    private final UnaryOperator<Set<MemberId>> merged;

    /// `merged` tells which of some members are merged into another entry.
    public Register(Function<HouseholdId, Stream<HouseholdEvent>> streams, UnaryOperator<Set<MemberId>> merged) {
        this.streams = streams;
        this.merged = merged;
    }

    /// Fails with [AggregateNotFoundException], as a command to that household would, when it was never
    /// registered.
    public Entry of(HouseholdId household) {
        var history = streams.apply(household).toList();
        if (history.isEmpty() || !(history.getFirst() instanceof HouseholdRegistered registered)) {
            throw new AggregateNotFoundException(household.toString(), "the household was never registered");
        }
        var members = new Members();
        history.forEach(members::on);
        var counted = new HashMap<>(members.labour());
        counted.keySet().removeAll(merged.apply(members.ids()));
        return new Entry(household, registered.division(), baseType(registered, history), counted, members.left());
    }

    /// The one that was registered, or to which it was corrected last.
    private static BaseType baseType(HouseholdRegistered registered, List<HouseholdEvent> history) {
        return history.stream()
                .filter(BaseTypeCorrected.class::isInstance)
                .map(corrected -> ((BaseTypeCorrected) corrected).baseType())
                .reduce(registered.baseType(), (_, later) -> later);
    }

    /// What is known of those who count as members, as in [Entry]; fails as [#of] does.
    public Map<MemberId, Person> people(HouseholdId household) {
        var counted = of(household).members();
        var people = new HashMap<MemberId, Person>();
        streams.apply(household).forEach(event -> {
            switch (event) {
                case MemberAdded added -> people.put(added.member(), added.person());
                case MemberCorrected corrected -> people.put(corrected.member(), corrected.person());
                case HouseholdRegistered _,
                        MemberDecreased _,
                        HeadNamed _,
                        MemberDescribed _,
                        HouseholdDescribed _,
                        BaseTypeDisputed _,
                        BaseTypeCorrected _,
                        BaseTypeUpheld _ -> {}
            }
        });
        people.keySet().retainAll(counted);
        return Map.copyOf(people);
    }

    /// Refuses somebody whom the household cannot take in; fails as [#of] does.
    void mustAdmit(HouseholdId household, MemberId member, Person person, LocalDate on) {
        of(household);
        var history = streams.apply(household).toList();
        var members = new Members();
        history.forEach(members::on);
        if (members.ids().isEmpty()) {
            throw new RuleBroken("household.closed", "nobody is left in %s".formatted(household));
        }
        if (on.isBefore(history.getFirst().on())) {
            throw new RuleBroken("household.date-before", "%s is before the registration".formatted(on));
        }
        members.mustBeAdmissible(member);
        members.mustFit(member, person);
    }

    /// What was told of a member, also of one who has left; empty for one the household never had.
    Optional<Dossier.Described> everTold(HouseholdId household, MemberId member) {
        return Dossier.of(streams.apply(household)
                        .filter(event -> !(event instanceof MemberDecreased left
                                && left.member().equals(member))))
                .flatMap(dossier -> dossier.members().stream()
                        .filter(described -> described.member().equals(member))
                        .findFirst());
    }

    /// All that is told of a household and everyone present in it, those merged into another entry included;
    /// empty when it was never registered.
    public Optional<Dossier> dossier(HouseholdId household) {
        return Dossier.of(streams.apply(household));
    }

    /// Which of `members`, of whatever households, are merged into another entry.
    public Set<MemberId> merged(Set<MemberId> members) {
        return merged.apply(members);
    }

    /// What a public text about the household must not tell; nothing for one that was never registered.
    public Hidden hidden(HouseholdId household) {
        var people = new HashMap<MemberId, Person>();
        var phones = new HashSet<String>();
        var numbers = new HashSet<String>();
        var head = new String[] {""};
        streams.apply(household).forEach(event -> {
            switch (event) {
                case HouseholdRegistered registered -> {
                    if (registered.phone() != null) {
                        phones.add(registered.phone().value());
                    }
                }
                case MemberAdded added -> people.put(added.member(), added.person());
                case MemberCorrected corrected -> people.put(corrected.member(), corrected.person());
                case HeadNamed named -> head[0] = named.member().toString();
                case MemberDecreased _, BaseTypeDisputed _, BaseTypeCorrected _, BaseTypeUpheld _ -> {}
                case MemberDescribed described -> told(described.profile(), phones, numbers);
                case HouseholdDescribed described -> told(described.profile(), numbers);
            }
        });
        return hidden(people, phones, numbers, head[0]);
    }

    private static void told(MemberProfile profile, Set<String> phones, Set<String> numbers) {
        if (profile.particulars() != null && profile.particulars().phone() != null) {
            phones.add(profile.particulars().phone());
        }
        if (profile.disability() != null && profile.disability().certificate() != null) {
            numbers.add(profile.disability().certificate());
        }
    }

    private static void told(HouseholdProfile profile, Set<String> numbers) {
        if (profile.account() != null) {
            numbers.add(profile.account().number());
        }
    }

    private static Hidden hidden(Map<MemberId, Person> people, Set<String> phones, Set<String> numbers, String named) {
        var documents = new HashSet<>(numbers);
        var names = new HashSet<String>();
        var heads = new HashSet<String>();
        people.forEach((member, person) -> {
            documents.add(person.document().value());
            var isHead = named.isEmpty()
                    ? person.relation() == Relation.HEAD
                    : member.toString().equals(named);
            (isHead ? heads : names).add(person.name().value());
        });
        names.removeIf(name -> heads.stream().anyMatch(head -> head.contains(name)));
        return new Hidden(documents, phones, names);
    }
}
