package cn.shouwang.monitoring.identification;

import cn.shouwang.monitoring.household.BaseType;
import cn.shouwang.monitoring.household.HouseholdId;
import cn.shouwang.monitoring.identification.IdentificationEvent.AuthorizationSigned;
import cn.shouwang.monitoring.identification.IdentificationEvent.HouseholdDetermined;
import cn.shouwang.monitoring.identification.IdentificationEvent.HouseholdVisited;
import cn.shouwang.monitoring.identification.IdentificationEvent.IdentificationOpened;
import cn.shouwang.monitoring.identification.IdentificationEvent.IdentificationRejected;
import cn.shouwang.monitoring.identification.IdentificationEvent.ResultAnnounced;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Cases as other concepts' decisions may read them: straight from a household's stream, so that what
/// was recorded a moment ago already counts.
public final class Identifications {

    /// The household's latest case. `visit` is its last visit, `decision` the county's word; both absent
    /// until then. A case is undecided, or rejected, or its household is monitored until that is over.
    public record Current(
            HouseholdId household,
            String village,
            int cycle,
            BaseType baseType,
            LocalDate openedOn,
            @Nullable Visit visit,
            @Nullable Decided decision,
            boolean rejected,
            boolean over) {

        /// Whether the procedure still runs.
        public boolean isUndecided() {
            return decision == null && !rejected;
        }

        /// Whether the household is monitored now.
        public boolean isMonitored() {
            return decision != null && !over;
        }
    }

    /// What the county determined, and from which day on.
    public record Decided(Decision decision, LocalDate on, boolean announced) {}

    private final Function<HouseholdId, Stream<IdentificationEvent>> streams;
    private final BiPredicate<HouseholdId, Integer> over;

    /// `over` tells whether monitoring that began with a household's case of that number has ended.
    public Identifications(
            Function<HouseholdId, Stream<IdentificationEvent>> streams, BiPredicate<HouseholdId, Integer> over) {
        this.streams = streams;
        this.over = over;
    }

    /// Empty when the household never had a case.
    public Optional<Current> current(HouseholdId household) {
        var current = new Current[1];
        streams.apply(household).forEach(event -> current[0] = after(current[0], event));
        return Optional.ofNullable(current[0])
                .map(found -> found.decision() != null && over.test(household, found.cycle()) ? over(found) : found);
    }

    /// The rejection in which the household's latest case ended, if it ended so.
    public Optional<IdentificationRejected> rejection(HouseholdId household) {
        return streams.apply(household)
                .reduce((_, last) -> last)
                .filter(IdentificationRejected.class::isInstance)
                .map(IdentificationRejected.class::cast);
    }

    /// The day on which the household signed the authorization of its latest case, if it did.
    public Optional<LocalDate> signedOn(HouseholdId household) {
        return streams.apply(household)
                .reduce(
                        Optional.<LocalDate>empty(),
                        (signed, event) -> switch (event) {
                            case IdentificationOpened _ -> Optional.empty();
                            case AuthorizationSigned authorization -> Optional.of(authorization.on());
                            default -> signed;
                        },
                        (_, later) -> later);
    }

    private static Current after(@Nullable Current before, IdentificationEvent event) {
        if (event instanceof IdentificationOpened opened) {
            return new Current(
                    opened.household(),
                    opened.division(),
                    opened.cycle(),
                    opened.baseType(),
                    opened.on(),
                    null,
                    null,
                    false,
                    false);
        }
        var current = Objects.requireNonNull(before);
        return switch (event) {
            case HouseholdVisited visited -> with(current, visited.visit(), current.decision());
            case HouseholdDetermined determined ->
                with(current, current.visit(), new Decided(determined.decision(), determined.on(), false));
            case ResultAnnounced _ -> with(current, current.visit(), announced(current.decision()));
            case IdentificationRejected _ -> rejected(current);
            default -> current;
        };
    }

    private static Decided announced(@Nullable Decided decided) {
        return new Decided(Objects.requireNonNull(decided).decision(), decided.on(), true);
    }

    private static Current with(Current current, @Nullable Visit visit, @Nullable Decided decision) {
        return new Current(
                current.household(),
                current.village(),
                current.cycle(),
                current.baseType(),
                current.openedOn(),
                visit,
                decision,
                current.rejected(),
                current.over());
    }

    private static Current rejected(Current current) {
        return new Current(
                current.household(),
                current.village(),
                current.cycle(),
                current.baseType(),
                current.openedOn(),
                current.visit(),
                null,
                true,
                false);
    }

    private static Current over(Current current) {
        return new Current(
                current.household(),
                current.village(),
                current.cycle(),
                current.baseType(),
                current.openedOn(),
                current.visit(),
                current.decision(),
                false,
                true);
    }
}
