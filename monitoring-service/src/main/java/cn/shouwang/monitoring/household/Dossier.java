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
import cn.shouwang.monitoring.person.PersonDocument;
import cn.shouwang.monitoring.profile.HouseholdProfile;
import cn.shouwang.monitoring.profile.MemberProfile;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// All that the register was told of one household. `members` are those present; `told` counts the
/// events so far. Held in memory only.
public record Dossier(
        HouseholdId household,
        String village,
        BaseType baseType,
        HouseholdProfile profile,
        List<Described> members,
        long told) {

    /// A member; `told` counts the events that told of this member. Nothing is known of one who is
    /// forgotten.
    public record Described(MemberId member, Person person, MemberProfile profile, long told) {

        public boolean isForgotten() {
            return person.document().equals(PersonDocument.forgotten());
        }

        private Described with(Person known) {
            return new Described(member, known, profile, told + 1);
        }

        private Described with(MemberProfile more) {
            return new Described(member, person, profile.with(more), told + 1);
        }

        private Described asHead() {
            return with(person.as(Relation.HEAD));
        }
    }

    /// Empty for a history that does not begin with a registration.
    static Optional<Dossier> of(Stream<HouseholdEvent> history) {
        var fold = new Fold();
        history.forEach(fold::on);
        return fold.dossier();
    }

    /// Without those `elsewhere`, who are merged into another entry and do not count here (rule
    /// M13).
    public Dossier without(Set<MemberId> elsewhere) {
        return new Dossier(
                household,
                village,
                baseType,
                profile,
                members.stream()
                        .filter(member -> !elsewhere.contains(member.member()))
                        .toList(),
                told);
    }

    /// Nothing personal.
    @Override
    public String toString() {
        return "Dossier[" + household + "]";
    }

    /// Remembers a history.
    private static final class Fold {

        private final Map<MemberId, Described> members = new LinkedHashMap<>();
        private @Nullable HouseholdRegistered registered;
        private BaseType baseType = BaseType.ORDINARY;
        private HouseholdProfile profile = HouseholdProfile.EMPTY;
        private long told;

        void on(HouseholdEvent event) {
            told++;
            switch (event) {
                case HouseholdRegistered first -> {
                    registered = first;
                    baseType = first.baseType();
                    profile = HouseholdProfile.numbered(first.nationalNumber());
                }
                case MemberAdded added ->
                    members.put(
                            added.member(),
                            new Described(
                                    added.member(), added.person(), MemberProfile.numbered(added.nationalNumber()), 1));
                case MemberCorrected corrected ->
                    members.computeIfPresent(corrected.member(), (_, known) -> known.with(corrected.person()));
                case MemberDescribed described ->
                    members.computeIfPresent(described.member(), (_, known) -> known.with(described.profile()));
                case HeadNamed named -> members.computeIfPresent(named.member(), (_, known) -> known.asHead());
                case MemberDecreased decreased -> members.remove(decreased.member());
                case BaseTypeCorrected corrected -> baseType = corrected.baseType();
                case BaseTypeDisputed _, BaseTypeUpheld _ -> {}
                case HouseholdDescribed described -> profile = profile.with(described.profile());
            }
        }

        Optional<Dossier> dossier() {
            if (registered == null) {
                return Optional.empty();
            }
            return Optional.of(new Dossier(
                    registered.household(),
                    registered.division(),
                    baseType,
                    profile,
                    List.copyOf(members.values()),
                    told));
        }
    }
}
