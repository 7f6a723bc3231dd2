package cn.shouwang.platform.command;

import cn.shouwang.platform.rule.RuleBroken;
import cn.shouwang.platform.sealing.Seals;
import cn.shouwang.platform.security.Actor;
import cn.shouwang.platform.store.Attempt;
import cn.shouwang.platform.store.Log;
import cn.shouwang.platform.store.Readers;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import org.axonframework.modelling.command.ConcurrencyException;

/// Begins many streams at once, each by a command of its own: its aggregate decides as if the command came
/// alone, and the stream is the same.
///
/// Only what is around the decisions is done together: the keys of all persons are durable after one write,
/// which of the streams are there already is one question, and so many commands are under way that the log
/// writes them in few inserts. A stream that is there already is not begun again, so a broken call is simply
/// repeated, under the same ids.
public final class Bulk {

    /// So many that the log always has another insert's worth ready. Threads of the machine, not virtual ones:
    /// readers that open what is sealed hold the few carriers for long, and these would wait behind them.
    private static final int UNDER_WAY = 64;

    private final Commands commands;
    private final Seals seals;
    private final Log log;
    private final Readers readers;

    public Bulk(Commands commands, Seals seals, Log log, Readers readers) {
        this.commands = commands;
        this.seals = seals;
        this.log = log;
        this.readers = readers;
    }

    /// A command that begins a stream, and under whose keys its events will be sealed.
    public record Beginning(Object command, List<String> subjects) {

        public Beginning {
            subjects = List.copyOf(subjects);
        }
    }

    /// Why these commands are sent: the event they answer, and the beginning of its chain.
    public record Cause(String event, String correlation) {}

    /// Does `work`, which sends very much, while the readers here give way; see
    /// [cn.shouwang.platform.store.Rush].
    public void during(Runnable work) {
        readers.rush().during(work);
    }

    /// Returns when all are durable: the code of the rule for each that was refused, by its stream. `beginning`
    /// is asked for the command of each of `streams` that is not there yet, and may refuse it with [RuleBroken].
    ///
    /// Whatever else goes wrong is thrown, after the others have ended; call again then.
    public Map<String, String> begin(
            List<String> streams, Function<String, Beginning> beginning, Actor actor, Cause cause) {
        var begun = log.begun(streams);
        var refused = new HashMap<String, String>();
        var fresh = new LinkedHashMap<String, Beginning>();
        for (var stream : streams) {
            if (!begun.contains(stream)) {
                try {
                    fresh.put(stream, beginning.apply(stream));
                } catch (RuleBroken refusal) {
                    refused.put(stream, refusal.rule());
                }
            }
        }
        prepare(fresh);
        refused.putAll(together(fresh, actor, cause));
        return refused;
    }

    private void prepare(Map<String, Beginning> fresh) {
        var subjects = new ArrayList<String>();
        fresh.values().forEach(one -> subjects.addAll(one.subjects()));
        if (!subjects.isEmpty()) {
            seals.prepare(subjects);
        }
    }

    private Map<String, String> together(Map<String, Beginning> fresh, Actor actor, Cause cause) {
        var answers = new HashMap<String, Future<String>>();
        try (var threads = Executors.newFixedThreadPool(
                UNDER_WAY, Thread.ofPlatform().name("bulk-", 0).daemon().factory())) {
            fresh.forEach((stream, one) -> answers.put(stream, threads.submit(() -> send(stream, one, actor, cause))));
        }
        var refused = new HashMap<String, String>();
        answers.forEach((stream, answer) -> {
            var rule = rule(answer);
            if (!rule.isEmpty()) {
                refused.put(stream, rule);
            }
        });
        return refused;
    }

    private static String rule(Future<String> answer) {
        try {
            return answer.get();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    /// The rule that refused it, or the empty text.
    private String send(String stream, Beginning one, Actor actor, Cause cause) {
        try {
            commands.send(one.command(), actor, Attempt.beginning(cause.correlation(), cause.event()));
            return "";
        } catch (RuleBroken refusal) {
            return refusal.rule();
        } catch (ConcurrencyException e) {
            if (log.begun(List.of(stream)).isEmpty()) {
                throw e;
            }
            return ""; // another process was faster
        }
    }
}
