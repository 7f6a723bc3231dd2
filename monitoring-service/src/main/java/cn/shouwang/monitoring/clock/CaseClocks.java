package cn.shouwang.monitoring.clock;

import cn.shouwang.monitoring.calendar.WorkingDays;
import cn.shouwang.monitoring.household.HouseholdId;
import cn.shouwang.monitoring.identification.IdentificationEvent;
import cn.shouwang.monitoring.identification.IdentificationEvent.HouseholdDetermined;
import cn.shouwang.monitoring.identification.IdentificationEvent.IdentificationOpened;
import cn.shouwang.monitoring.identification.IdentificationEvent.ObjectionDismissed;
import cn.shouwang.monitoring.identification.IdentificationEvent.ObjectionRaised;
import cn.shouwang.monitoring.identification.IdentificationEvent.ObjectionUpheld;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The clock of a household's latest case, straight from its stream, so that a step that was taken
/// a moment ago already counts.
final class CaseClocks {

    /// The case that runs, and what its clock shows.
    record Running(String village, int cycle, Reading reading) {}

    private final Function<HouseholdId, Stream<IdentificationEvent>> streams;
    private final ClockLimits limits;
    private final WorkingDays calendar;

    CaseClocks(Function<HouseholdId, Stream<IdentificationEvent>> streams, ClockLimits limits, WorkingDays calendar) {
        this.streams = streams;
        this.limits = limits;
        this.calendar = calendar;
    }

    /// Empty when no case waits for anything.
    Optional<Running> of(HouseholdId household, LocalDate today) {
        var track = new Track();
        streams.apply(household).forEach(track::on);
        return Optional.ofNullable(track.turn)
                .map(turn ->
                        new Running(track.opened().division(), track.opened().cycle(), reading(track, turn, today)));
    }

    /// Working days for which a case that rose on that day stays at its level.
    LocalDate risesAgainAfter(LocalDate on) {
        return calendar.plusWorkingDays(on, limits.on(on).rise());
    }

    private Reading reading(Track track, Turn turn, LocalDate today) {
        return Reading.on(
                today,
                turn,
                track.opened().on(),
                track.decided ? null : track.opened().decideBy(),
                List.copyOf(track.stops.values()),
                limits.on(turn.since()),
                calendar);
    }

    /// What of a household's history its clock needs.
    private static final class Track {

        private @Nullable IdentificationOpened opened;
        private @Nullable Turn turn;
        private boolean decided;
        private final Map<Integer, Stop> stops = new TreeMap<>();

        IdentificationOpened opened() {
            return Objects.requireNonNull(opened);
        }

        void on(IdentificationEvent event) {
            switch (event) {
                case IdentificationOpened begun -> {
                    opened = begun;
                    decided = false;
                    stops.clear();
                }
                case HouseholdDetermined _ -> decided = true;
                case ObjectionRaised raised -> stops.put(raised.objection(), new Stop(raised.on(), null));
                case ObjectionUpheld upheld -> settled(upheld.objection(), upheld.on());
                case ObjectionDismissed dismissed -> settled(dismissed.objection(), dismissed.on());
                default -> {} // says nothing about limits
            }
            switch (Turn.after(event)) {
                case Turn.Move.Next next -> turn = next.turn();
                case Turn.Move.Over _ -> turn = null;
                case Turn.Move.Same _ -> {} // goes on waiting
            }
        }

        private void settled(int objection, LocalDate on) {
            stops.computeIfPresent(objection, (_, stop) -> new Stop(stop.from(), on));
        }
    }
}
