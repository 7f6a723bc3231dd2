package cn.shouwang.platform.console;

import cn.shouwang.platform.projection.Parity;
import cn.shouwang.platform.projection.Views;
import cn.shouwang.platform.store.Readers;
import cn.shouwang.platform.store.Standing;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The read models of the service and their generations, as any of its processes can tell.
final class ViewList {

    enum State {
        BUILDING,
        /// Built beside the current one, or taken back from answering; may be compared and switched to.
        READY,
        CURRENT,
        PREVIOUS,
        ABANDONED,
        /// Of a version that this software does not build.
        OTHER_VERSION
    }

    /// One read model. `answering` is the number of the generation from which this process answers: another
    /// than the current one for the moment in which that is made sure of.
    record Entry(
            String view,
            int version,
            int answering,
            List<GenerationEntry> generations,
            @Nullable ComparisonEntry comparison) {}

    /// One generation. `rows` is about right; `position` the last position done, `lag` how many are to be
    /// done, `progress` from 0 to 1, `remainingSeconds` an estimate while it is being built. `since` its
    /// state is that, for `reason`, `by` an account; nobody said so of the first one.
    record GenerationEntry(
            int version,
            int generation,
            State state,
            long rows,
            long position,
            long lag,
            double progress,
            double eventsPerSecond,
            @Nullable Long remainingSeconds,
            @Nullable Instant since,
            @Nullable String reason,
            @Nullable String by) {}

    /// The last comparison. Without `parity` it is under way; when it no longer `counts`, one of the two
    /// took the other's place since, or is gone.
    record ComparisonEntry(
            int generation,
            int other,
            boolean counts,
            Instant at,
            @Nullable Parity parity) {}

    private static final Pattern OF_VIEW = Pattern.compile("-v(\\d{1,9})(?:-g(\\d{1,9}))?");

    private final Views views;
    private final Readers readers;
    private final Conductor conductor;
    private final Readiness readiness;
    private final Clock clock;

    ViewList(Views views, Readers readers, Conductor conductor, Readiness readiness, Clock clock) {
        this.views = views;
        this.readers = readers;
        this.conductor = conductor;
        this.readiness = readiness;
        this.clock = clock;
    }

    List<Entry> all() {
        var head = readers.head();
        var standings = readers.standings();
        return views.names().stream().map(name -> entry(name, head, standings)).toList();
    }

    Optional<Entry> one(String view) {
        return views.version(view).isEmpty()
                ? Optional.empty()
                : Optional.of(entry(view, readers.head(), readers.standings()));
    }

    private Entry entry(String view, long head, Map<String, Standing> standings) {
        var version = views.version(view).orElseThrow();
        var there = conductor.buildings().at(view, version);
        var generations = new ArrayList<GenerationEntry>();
        there.kept().values().stream()
                .filter(kept -> kept.state() != Kept.State.DROPPED)
                .forEach(kept -> generations.add(entry(view, version, kept, head, standings)));
        generations.addAll(others(view, version, standings));
        return new Entry(view, version, views.answering(view), List.copyOf(generations), comparison(there));
    }

    private GenerationEntry entry(String view, int version, Kept kept, long head, Map<String, Standing> standings) {
        var reader = Views.reader(view, version, kept.number());
        var standing = standings.getOrDefault(reader, Standing.unknown(reader));
        var rate = ReaderList.rate(standing, clock.instant());
        var lag = Math.max(0, head - 1 - standing.position());
        var state = state(view, version, kept);
        return new GenerationEntry(
                version,
                kept.number(),
                state,
                views.rows(view, version, kept.number()),
                standing.position(),
                lag,
                head == 0 ? 1 : Math.min(1, (standing.position() + 1) / (double) head),
                rate,
                state == State.BUILDING && rate > 0 ? Math.round(lag / rate) : null,
                kept.act() == null ? null : kept.act().at(),
                kept.act() == null ? null : kept.reason(),
                kept.act() == null ? null : kept.act().by());
    }

    private State state(String view, int version, Kept kept) {
        return switch (kept.state()) {
            case BESIDE -> readiness.isReady(view, version, kept) ? State.READY : State.BUILDING;
            case CURRENT -> State.CURRENT;
            case PREVIOUS -> State.PREVIOUS;
            case ABANDONED, DROPPED -> State.ABANDONED;
        };
    }

    /// Rows of other versions lie there until somebody drops them.
    private List<GenerationEntry> others(String view, int version, Map<String, Standing> standings) {
        var others = new ArrayList<GenerationEntry>();
        var prefix = "view-" + view;
        standings.values().stream()
                .filter(standing -> standing.reader().startsWith(prefix))
                .forEach(standing -> {
                    var of = OF_VIEW.matcher(standing.reader().substring(prefix.length()));
                    if (of.matches() && Integer.parseInt(of.group(1)) != version) {
                        var generation = of.group(2) == null ? 0 : Integer.parseInt(of.group(2));
                        others.add(other(view, Integer.parseInt(of.group(1)), generation, standing));
                    }
                });
        return others;
    }

    private GenerationEntry other(String view, int version, int generation, Standing standing) {
        return new GenerationEntry(
                version,
                generation,
                State.OTHER_VERSION,
                views.rows(view, version, generation),
                standing.position(),
                0,
                1,
                0,
                null,
                standing.since(),
                null,
                null);
    }

    private static @Nullable ComparisonEntry comparison(Generations there) {
        var compared = there.compared();
        return compared == null
                ? null
                : new ComparisonEntry(
                        compared.generation(),
                        compared.other(),
                        compared.counts(),
                        compared.act().at(),
                        compared.parity());
    }
}
