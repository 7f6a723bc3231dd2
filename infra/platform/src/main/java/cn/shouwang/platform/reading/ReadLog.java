package cn.shouwang.platform.reading;

import cn.shouwang.platform.command.Commands;
import cn.shouwang.platform.reading.Field.Kind;
import cn.shouwang.platform.reading.ReadingCommand.RecordExport;
import cn.shouwang.platform.reading.ReadingCommand.RecordReveal;
import cn.shouwang.platform.reading.ReadingCommand.RecordSearch;
import cn.shouwang.platform.security.Gate;
import cn.shouwang.platform.store.Accepted;
import cn.shouwang.platform.store.Attempt;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Puts on record what services show of people other than by a reveal. Returns once it is durable;
/// only then may the service answer.
public final class ReadLog {

    private final Commands commands;
    private final Gate gate;
    private final Turns turns;
    private final Clock clock;

    ReadLog(Commands commands, Gate gate, Turns turns, Clock clock) {
        this.commands = commands;
        this.gate = gate;
        this.turns = turns;
        this.clock = clock;
    }

    /// Refuses, as [Purpose] says, a caller who may not search for people, before anything is looked
    /// up.
    public void mustAllowSearch(Purpose purpose, @Nullable String note) {
        purpose.mustServe(gate.actor().role(), Kind.IDENTITY, note);
    }

    /// Somebody was searched for within the caller's division: `found` in all, `about` the ids of things
    /// told in the answer.
    /// [TooManyReadings] past the hour's allowance. A search repeated under its key is another one:
    /// its answer may differ.
    public Accepted searched(SearchKey by, Purpose purpose, @Nullable String note, int found, List<String> about) {
        var actor = gate.actor();
        var command = new RecordSearch(
                ReadingId.fresh(), gate.scope().division(), by, purpose, note, found, List.copyOf(about));
        return turns.inTurn(actor, () -> commands.send(command, actor, fresh()));
    }

    /// What is no text, e.g. a picture, is about to be shown to the caller once. `about` and `subject` as
    /// for a reveal, whose rules and allowance hold: refused as [Purpose] says, with [TooManyReadings]
    /// past the hour's allowance. A look repeated under its key is another one.
    public Accepted shown(
            Field field, String division, String about, String subject, Purpose purpose, @Nullable String note) {
        var actor = gate.actor();
        var command = new RecordReveal(
                ReadingId.fresh(),
                division,
                about,
                subject,
                field,
                purpose,
                note,
                clock.instant().truncatedTo(ChronoUnit.MILLIS));
        return turns.inTurn(actor, () -> commands.send(command, actor, fresh()));
    }

    /// `rows` of the list `what` are about to leave the suite for the caller.
    public Accepted exported(String what, long rows, Purpose purpose, @Nullable String approver) {
        var command = new RecordExport(ReadingId.fresh(), gate.scope().division(), what, rows, purpose, approver);
        return commands.send(command, gate.actor(), fresh());
    }

    private static Attempt fresh() {
        return Attempt.once(UUID.randomUUID().toString());
    }
}
