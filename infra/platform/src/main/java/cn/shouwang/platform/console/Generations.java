package cn.shouwang.platform.console;

import static java.util.stream.Collectors.toSet;

import cn.shouwang.platform.console.Kept.State;
import cn.shouwang.platform.console.ViewEvent.ComparisonOrdered;
import cn.shouwang.platform.console.ViewEvent.GenerationDropped;
import cn.shouwang.platform.console.ViewEvent.RebuildAbandoned;
import cn.shouwang.platform.console.ViewEvent.RebuildStarted;
import cn.shouwang.platform.console.ViewEvent.ViewCompared;
import cn.shouwang.platform.console.ViewEvent.ViewRolledBack;
import cn.shouwang.platform.console.ViewEvent.ViewSwitched;
import cn.shouwang.platform.projection.Layout;
import cn.shouwang.platform.projection.Parity;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The generations of one version of a read model by number, and their last comparison.
///
/// One is current; beside it is at most one that was begun or taken back, or else one that answered
/// before.
record Generations(SortedMap<Integer, Kept> kept, @Nullable Compared compared) {

    static final Generations FIRST =
            new Generations(new TreeMap<>(Map.of(0, new Kept(0, State.CURRENT, 0, "", null))), null);

    /// A comparison. It `counts` as long as the same two are compared and neither took the other's place;
    /// `parity` comes when it is done.
    record Compared(int generation, int other, @Nullable Parity parity, Act act, boolean counts) {

        Compared spent() {
            return new Compared(generation, other, parity, act, false);
        }
    }

    Generations {
        kept = Collections.unmodifiableSortedMap(new TreeMap<>(kept));
    }

    int current() {
        return one(State.CURRENT).orElseThrow().number();
    }

    Optional<Kept> beside() {
        return one(State.BESIDE);
    }

    Optional<Kept> previous() {
        return one(State.PREVIOUS);
    }

    /// The number of the next generation.
    int next() {
        return kept.lastKey() + 1;
    }

    Stream<Kept> dropped() {
        return kept.values().stream().filter(one -> one.state() == State.DROPPED);
    }

    Layout layout() {
        var working = kept.values().stream()
                .filter(one -> one.state().works())
                .map(Kept::number)
                .collect(toSet());
        return new Layout(current(), working);
    }

    /// The result of the last comparison of the current generation with the one beside it.
    Optional<Parity> parity() {
        return Optional.ofNullable(compared).filter(Compared::counts).map(Compared::parity);
    }

    private Optional<Kept> one(State state) {
        return kept.values().stream().filter(one -> one.state() == state).findFirst();
    }

    /// What there is after the event.
    Generations after(ViewEvent event, Act act) {
        return switch (event) {
            case RebuildStarted begun ->
                spent().with(new Kept(begun.generation(), State.BESIDE, begun.head(), begun.reason(), act));
            case RebuildAbandoned ended ->
                spent().with(at(ended.generation()).becomes(State.ABANDONED, ended.reason(), act));
            case ComparisonOrdered ordered ->
                new Generations(kept, new Compared(ordered.generation(), ordered.other(), null, act, true));
            case ViewCompared done ->
                new Generations(
                        kept, new Compared(done.generation(), done.other(), done.parity(), act, isStillAsked(done)));
            case ViewSwitched turned ->
                spent().with(at(turned.from()).becomes(State.PREVIOUS, turned.reason(), act))
                        .with(at(turned.to()).becomes(State.CURRENT, turned.reason(), act));
            case ViewRolledBack turned ->
                spent().with(at(turned.from()).becomes(State.BESIDE, turned.reason(), act))
                        .with(at(turned.to()).becomes(State.CURRENT, turned.reason(), act));
            case GenerationDropped gone -> dropped(gone, act);
        };
    }

    /// Of an old version the current one may be dropped; should that version come back, it begins anew.
    private Generations dropped(GenerationDropped gone, Act act) {
        var was = at(gone.generation());
        var rest = with(was.becomes(State.DROPPED, gone.reason(), act));
        return was.state() == State.CURRENT ? rest.with(new Kept(next(), State.CURRENT, 0, gone.reason(), act)) : rest;
    }

    private boolean isStillAsked(ViewCompared done) {
        return compared != null
                && compared.counts()
                && compared.generation() == done.generation()
                && compared.other() == done.other();
    }

    private Kept at(int number) {
        var one = kept.get(number);
        if (one == null) {
            throw new IllegalStateException("there is no generation " + number);
        }
        return one;
    }

    private Generations with(Kept changed) {
        var all = new TreeMap<>(kept);
        all.put(changed.number(), changed);
        return new Generations(all, compared);
    }

    private Generations spent() {
        return new Generations(kept, compared == null ? null : compared.spent());
    }
}
