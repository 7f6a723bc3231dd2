package cn.shouwang.platform.reading;

import cn.shouwang.platform.command.Commands;
import cn.shouwang.platform.projection.Lookup;
import cn.shouwang.platform.reading.ReadingCommand.RecordReveal;
import cn.shouwang.platform.reading.Revealable.Hidden;
import cn.shouwang.platform.reading.Revealable.Place;
import cn.shouwang.platform.security.Actor;
import cn.shouwang.platform.security.Gate;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/// Shows a personal field whole, for a purpose and a few minutes.
///
/// The value is handed out only after the reveal is durable in the log: while the store is away
/// nothing is shown. It is read anew each time, so what was corrected or forgotten meanwhile is not
/// shown from memory. A request repeated under its `Idempotency-Key` is the same reveal.
public final class Reveals {

    /// What someone asks to see, and why.
    public record Wish(
            Place place, Purpose purpose, @Nullable String note) {}

    private record Source(Field field, Revealable rows) {}

    private final Map<String, Source> sources = new HashMap<>();
    private final Commands commands;
    private final Gate gate;
    private final Turns turns;
    private final Lookup readings;
    private final Clock clock;
    private final Duration shown;

    Reveals(
            List<Revealable> revealables,
            Commands commands,
            Gate gate,
            Turns turns,
            Lookup readings,
            Clock clock,
            Duration shown) {
        this.commands = commands;
        this.gate = gate;
        this.turns = turns;
        this.readings = readings;
        this.clock = clock;
        this.shown = shown;
        for (var revealable : revealables) {
            for (var field : revealable.fields()) {
                if (sources.put(field.name(), new Source(field, revealable)) != null) {
                    throw new IllegalStateException("two read models reveal " + field.name());
                }
            }
        }
    }

    /// Records the reveal and shows the field.
    ///
    /// Refused as [Purpose] says, with [AggregateNotFoundException] when there is no such field within
    /// the caller's division, with [NothingToShow] when the person was forgotten, with
    /// [TooManyReadings] past the hour's allowance.
    public Revealed reveal(Wish wish) {
        var actor = gate.actor();
        var source = Objects.requireNonNull(sources.get(wish.place().field()), "no read model reveals this field");
        Purpose.mustSee(actor.role(), source.field().kind());
        var hidden = source.rows().find(gate.scope(), wish.place()).orElseThrow(Reveals::unknown);
        var value = value(hidden);
        var command = new RecordReveal(
                ReadingId.fresh(),
                hidden.division(),
                wish.place().about(),
                hidden.text().subject(),
                source.field(),
                wish.purpose(),
                wish.note(),
                clock.instant().plus(shown).truncatedTo(ChronoUnit.MILLIS));
        var accepted = turns.inTurn(actor, () -> commands.send(command));
        return accepted.id().equals(command.reading().toString())
                ? new Revealed(command.reading(), value, command.until(), accepted.position())
                : again(ReadingId.of(accepted.id())); // stored before, under the same key
    }

    /// Shows a revealed field once more to the account that revealed it, in the same office, while its
    /// time lasts; [NothingToShow] afterwards, [AggregateNotFoundException] for everyone else.
    public Revealed again(ReadingId reading) {
        var row = readings.one(reading.toString())
                .filter(found -> isBy(found, gate.actor()))
                .orElseThrow(Reveals::unknown);
        var until = row.getDate("until").toInstant();
        if (!clock.instant().isBefore(until)) {
            throw NothingToShow.expired();
        }
        var field = row.getString("field");
        var place = new Place(field, row.getList("about", String.class).getFirst(), row.getString("subject"));
        var hidden = Optional.ofNullable(sources.get(field))
                .flatMap(source -> source.rows().find(gate.scope(), place))
                .orElseThrow(Reveals::unknown);
        return new Revealed(reading, value(hidden), until, row.getLong("position"));
    }

    private static boolean isBy(Document row, Actor actor) {
        return row.getString("kind").equals(ReadingsProjection.REVEALED)
                && row.getString("actor").equals(actor.id())
                && row.getString("role").equals(actor.role().name());
    }

    private static String value(Hidden hidden) {
        return hidden.text().text().filter(text -> !text.isEmpty()).orElseThrow(NothingToShow::forgotten);
    }

    private static AggregateNotFoundException unknown() {
        return new AggregateNotFoundException("", "nothing to reveal there");
    }
}
