package cn.shouwang.monitoring.helper;

import cn.shouwang.monitoring.household.MemberId;
import cn.shouwang.monitoring.identification.Signature;
import cn.shouwang.monitoring.identification.Visit.Guarantees;
import cn.shouwang.monitoring.photo.Position;
import cn.shouwang.platform.event.Personal;
import cn.shouwang.platform.rule.RuleBroken;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What was seen and said on one visit.
///
/// `visitors` are accounts, `met` the members spoken to. `incomeDeltaFen` is the change of the
/// household's yearly income as the family told it, negative for a fall. `signed` is absent where
/// nobody signed, as on the telephone. `nextOn` is the day agreed for the next visit. `photos` are
/// SHA-256 digests, 64 hex digits, of the files that come after the visit, one by one. `place` is where
/// an onsite visitor stood.
public record Call(
        VisitMode mode,
        List<String> visitors,
        List<MemberId> met,
        Guarantees guarantees,
        long incomeDeltaFen,
        @Nullable Signature signed,
        @Nullable LocalDate nextOn,
        List<String> photos,
        Words words,
        @Personal @Nullable Position place) {

    /// What changed in the household, how its measures go, what it needs.
    public record Words(
            @Personal String changes,
            @Personal @Nullable String measures,
            @Personal @Nullable String needs) {

        /// Nothing personal.
        @Override
        public String toString() {
            return "Words";
        }
    }

    public Call {
        visitors = List.copyOf(visitors);
        met = List.copyOf(met);
        photos = List.copyOf(photos);
    }

    /// Somebody made the visit, and whom they met lives there.
    void mustBeCredible(Set<MemberId> members, LocalDate on) {
        if (visitors.isEmpty()) {
            throw new RuleBroken("helper.no-visitor", "a visit has a visitor");
        }
        if (!members.containsAll(met)) {
            throw new RuleBroken("helper.unknown-member", "somebody met is no member");
        }
        if (nextOn != null && !nextOn.isAfter(on)) {
            throw new RuleBroken("helper.next-before-visit", "the next visit is after this one");
        }
    }
}
