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
import cn.shouwang.platform.rule.RuleBroken;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/// Who lives in one household, who is gone, and what a household may look like.
///
/// Source of the rules: data-quality rules Q01 (nobody twice) and Q02 (one head, at most one spouse)
/// of the national register.
final class Members {

    private record Present(Relation relation, PersonDocument document, LabourAbility labour) {}

    private record Gone(DecreaseReason reason, PersonDocument document) {}

    private final Map<MemberId, Present> present = new LinkedHashMap<>();
    private final Map<MemberId, Gone> gone = new LinkedHashMap<>();

    void on(HouseholdEvent event) {
        switch (event) {
            case HouseholdRegistered _,
                    MemberDescribed _,
                    HouseholdDescribed _,
                    BaseTypeDisputed _,
                    BaseTypeCorrected _,
                    BaseTypeUpheld _ -> {}
            case MemberAdded added -> put(added.member(), added.person());
            case MemberCorrected corrected -> put(corrected.member(), corrected.person());
            case MemberDecreased decreased -> {
                var member = known(decreased.member());
                present.remove(decreased.member());
                gone.put(decreased.member(), new Gone(decreased.reason(), member.document()));
            }
            case HeadNamed named ->
                present.computeIfPresent(
                        named.member(), (_, member) -> new Present(Relation.HEAD, member.document(), member.labour()));
        }
    }

    Set<MemberId> ids() {
        return Set.copyOf(present.keySet());
    }

    /// What work each of those present can do.
    Map<MemberId, LabourAbility> labour() {
        var labour = new LinkedHashMap<MemberId, LabourAbility>();
        present.forEach((member, person) -> labour.put(member, person.labour()));
        return labour;
    }

    /// Why each of those who left did so.
    Map<MemberId, DecreaseReason> left() {
        var left = new LinkedHashMap<MemberId, DecreaseReason>();
        gone.forEach((member, person) -> left.put(member, person.reason()));
        return left;
    }

    /// Whether `member` is the head and others would be left without one.
    boolean leavesOthersWithoutHead(MemberId member) {
        return known(member).relation() == Relation.HEAD && present.size() > 1;
    }

    void mustBePresent(MemberId member) {
        known(member);
    }

    void mustBeNew(MemberId member) {
        if (present.containsKey(member) || gone.containsKey(member)) {
            throw new RuleBroken("household.member-known", "%s is or was a member".formatted(member));
        }
    }

    /// Somebody who moved away to another household may come back.
    void mustBeAdmissible(MemberId member) {
        var former = gone.get(member);
        if (former == null || former.reason() != DecreaseReason.OTHER_HOUSEHOLD) {
            mustBeNew(member);
        }
    }

    void mustFit(MemberId member, Person person) {
        mustKeepOneHead(member, person.relation());
        if (person.relation() == Relation.SPOUSE && anyOther(member, Relation.SPOUSE)) {
            throw new RuleBroken("household.second-spouse", "the head's spouse is registered already");
        }
        mustBeNobodyElse(member, person.document());
    }

    private void mustKeepOneHead(MemberId member, Relation relation) {
        var otherHead = anyOther(member, Relation.HEAD);
        if (relation == Relation.HEAD && otherHead) {
            throw new RuleBroken("household.second-head", "the household has a head already");
        }
        if (relation != Relation.HEAD && !otherHead) {
            throw new RuleBroken("household.no-head", "the household would have no head");
        }
    }

    private void mustBeNobodyElse(MemberId member, PersonDocument document) {
        for (var entry : present.entrySet()) {
            if (!entry.getKey().equals(member) && entry.getValue().document().equals(document)) {
                throw new RuleBroken("household.person-twice", "a member with this document is registered already");
            }
        }
        for (var person : gone.values()) {
            if (person.reason() == DecreaseReason.DEATH && person.document().equals(document)) {
                throw new RuleBroken("household.member-deceased", "the person of this document has died");
            }
        }
    }

    private boolean anyOther(MemberId member, Relation relation) {
        return present.entrySet().stream()
                .anyMatch(entry ->
                        !entry.getKey().equals(member) && entry.getValue().relation() == relation);
    }

    private Present known(MemberId member) {
        var person = present.get(member);
        if (person != null) {
            return person;
        }
        var former = gone.get(member);
        if (former == null) {
            throw new RuleBroken("household.unknown-member", "the household has no member %s".formatted(member));
        }
        throw former.reason() == DecreaseReason.DEATH
                ? new RuleBroken("household.member-deceased", "member %s has died".formatted(member))
                : new RuleBroken("household.member-gone", "%s is no longer a member".formatted(member));
    }

    private void put(MemberId member, Person person) {
        gone.remove(member);
        present.put(member, new Present(person.relation(), person.document(), person.labour()));
    }
}
