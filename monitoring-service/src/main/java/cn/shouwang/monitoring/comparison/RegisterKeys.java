package cn.shouwang.monitoring.comparison;

import cn.shouwang.monitoring.dataset.PersonKey;
import cn.shouwang.monitoring.dataset.PersonKeys;
import cn.shouwang.monitoring.duplicate.DuplicateEvent.Link;
import cn.shouwang.monitoring.household.BaseType;
import cn.shouwang.monitoring.household.HouseholdEvent;
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
import cn.shouwang.monitoring.household.HouseholdId;
import cn.shouwang.monitoring.household.MemberId;
import cn.shouwang.monitoring.identification.IdentificationEvent;
import cn.shouwang.monitoring.identification.IdentificationEvent.AuthorizationSigned;
import cn.shouwang.monitoring.identification.IdentificationEvent.HouseholdDetermined;
import cn.shouwang.monitoring.identification.IdentificationEvent.IdentificationOpened;
import cn.shouwang.monitoring.identification.IdentificationEvent.IdentificationRejected;
import cn.shouwang.monitoring.inquiry.InquiryEvent.AuthorizationWithdrawn;
import cn.shouwang.monitoring.person.IdNumber;
import cn.shouwang.monitoring.removal.RemovalEvent;
import cn.shouwang.monitoring.removal.RemovalEvent.NaturalDecreaseRecorded;
import cn.shouwang.monitoring.removal.RemovalEvent.RemovalReverted;
import cn.shouwang.monitoring.removal.RemovalEvent.RiskRemoved;
import cn.shouwang.platform.erasure.ErasureEvent.ErasureApproved;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// The join keys of the register, in the memory of this process: built from the log at every start and
/// following it, so they can be thrown away at any time.
///
/// Only members with a resident id have one: departments know people by nothing else. Who is merged into
/// another entry counts there (rule M13); who died, left or is forgotten is not compared. Some 200 bytes a
/// person. Any thread may call any method.
public final class RegisterKeys {

    /// What [#on] looks at.
    static final List<Class<?>> READS = List.of(
            HouseholdEvent.class,
            IdentificationEvent.class,
            RemovalEvent.class,
            AuthorizationWithdrawn.class,
            Link.class,
            ErasureApproved.class);

    private static final class House {
        private String division = "";
        private BaseType baseType = BaseType.ORDINARY;
        private boolean open;
        private boolean monitored;
        private @Nullable LocalDate signedOn;
        private final Map<MemberId, Known> members = new HashMap<>(4);
    }

    private record Known(PersonKey key, LocalDate born) {}

    private final PersonKeys keys;
    private final Map<HouseholdId, House> houses = new HashMap<>();
    private final Map<MemberId, Set<String>> merged = new HashMap<>();

    public RegisterKeys(PersonKeys keys) {
        this.keys = keys;
    }

    /// Takes in what an event says of the register. May be told the same event again.
    public synchronized void on(Object event) {
        switch (event) {
            case HouseholdEvent household -> on(household);
            case IdentificationEvent step -> on(step);
            case RemovalEvent removal -> on(removal);
            case AuthorizationWithdrawn withdrawn -> house(withdrawn.household()).signedOn = null;
            case Link link -> on(link);
            case ErasureApproved approved -> forget(new HashSet<>(approved.subjects()));
            default -> {}
        }
    }

    /// Hands over everyone who counts, in no order. The register waits meanwhile.
    public synchronized void each(Consumer<Person> person) {
        houses.forEach((household, house) -> house.members.forEach((member, known) -> {
            if (!merged.containsKey(member)) {
                person.accept(new Person(
                        known.key(),
                        member,
                        household,
                        house.division,
                        Standing.of(house.baseType, house.monitored),
                        known.born(),
                        house.signedOn,
                        house.open || house.monitored));
            }
        }));
    }

    private House house(HouseholdId household) {
        return houses.computeIfAbsent(household, _ -> new House());
    }

    private void on(HouseholdEvent event) {
        var house = house(event.household());
        switch (event) {
            case HouseholdRegistered registered -> {
                house.division = registered.division();
                house.baseType = registered.baseType();
            }
            case MemberAdded added -> put(house, added.member(), added.person());
            case MemberCorrected corrected -> put(house, corrected.member(), corrected.person());
            case MemberDecreased decreased -> house.members.remove(decreased.member());
            case BaseTypeCorrected corrected -> house.baseType = corrected.baseType();
            case HeadNamed _, MemberDescribed _, HouseholdDescribed _, BaseTypeDisputed _, BaseTypeUpheld _ -> {}
        }
    }

    private void put(House house, MemberId member, cn.shouwang.monitoring.household.Person person) {
        if (person.document() instanceof IdNumber id) {
            house.members.put(member, new Known(keys.of(id), id.birth()));
        } else {
            house.members.remove(member);
        }
    }

    private void on(IdentificationEvent event) {
        var house = house(event.household());
        switch (event) {
            case IdentificationOpened _ -> {
                house.open = true;
                house.signedOn = null;
            }
            case AuthorizationSigned signed -> house.signedOn = signed.on();
            case HouseholdDetermined _ -> house.monitored = true;
            case IdentificationRejected _ -> {
                house.open = false;
                house.signedOn = null;
            }
            default -> {} // the steps between say nothing about who is compared
        }
    }

    private void on(RemovalEvent event) {
        var house = house(event.household());
        switch (event) {
            case RiskRemoved _, NaturalDecreaseRecorded _ -> {
                house.monitored = false;
                house.open = false;
                house.signedOn = null;
            }
            case RemovalReverted _ -> house.monitored = true;
            default -> {} // the steps between say nothing about who is compared
        }
    }

    private void on(Link link) {
        if (link.mergedFrom().isEmpty()) {
            return;
        }
        var member = MemberId.of(link.merged().value());
        var pairs = Objects.requireNonNull(merged.computeIfAbsent(member, _ -> new HashSet<>()));
        if (link.made()) {
            pairs.add(link.duplicate().toString());
        } else {
            pairs.remove(link.duplicate().toString());
        }
        if (pairs.isEmpty()) {
            merged.remove(member);
        }
    }

    private void forget(Set<String> subjects) {
        houses.values()
                .forEach(house -> house.members.keySet().removeIf(member -> subjects.contains(member.toString())));
    }
}
