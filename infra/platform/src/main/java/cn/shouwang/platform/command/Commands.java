package cn.shouwang.platform.command;

import cn.shouwang.platform.security.Actor;
import cn.shouwang.platform.security.AllowedTo;
import cn.shouwang.platform.security.Gate;
import cn.shouwang.platform.security.NotAllowed;
import cn.shouwang.platform.store.Accepted;
import cn.shouwang.platform.store.Attempt;
import io.micrometer.tracing.Tracer;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import org.axonframework.commandhandling.CommandExecutionException;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.messaging.MetaData;
import org.axonframework.modelling.command.ConcurrencyException;
import org.jspecify.annotations.Nullable;

/// Sends commands: adds who and why, refuses roles the command does not name, waits until the
/// events are durable.
///
/// Throws what the handler refused with: [cn.shouwang.platform.rule.RuleBroken], [NotAllowed],
/// [cn.shouwang.platform.security.OutOfDivision],
/// `org.axonframework.modelling.command.AggregateNotFoundException`. A change of the same aggregate
/// by another instance in between is tried again a few times before
/// [ConcurrencyException] reaches the caller, who may repeat the request.
public final class Commands {

    private static final int TRIES = 5;

    private final CommandGateway gateway;
    private final Gate gate;
    private final Once once;
    private final @Nullable Tracer tracer;

    public Commands(CommandGateway gateway, Gate gate, Once once, @Nullable Tracer tracer) {
        this.gateway = gateway;
        this.gate = gate;
        this.once = once;
        this.tracer = tracer;
    }

    /// Sends in the name of the signed-in caller.
    public Accepted send(Object command) {
        return sendAs(command, gate.actor());
    }

    /// Sends in the name of `actor`: a visitor without an account, or the software itself.
    public Accepted sendAs(Object command, Actor actor) {
        var attempt = Attempt.CURRENT.isBound()
                ? Attempt.CURRENT.get()
                : Attempt.once(UUID.randomUUID().toString());
        return send(command, actor, attempt);
    }

    /// Sends one of several commands that one request of the signed-in caller asks for; `part` tells them
    /// apart. When the request is repeated under its key, what was stored is not stored again and what was
    /// refused is tried again.
    public Accepted sendPart(Object command, String part) {
        var whole = Attempt.CURRENT.isBound()
                ? Attempt.CURRENT.get()
                : Attempt.once(UUID.randomUUID().toString());
        var correlation = whole.causes().getOrDefault(cn.shouwang.platform.audit.Meta.CORRELATION, part);
        var attempt = whole.key()
                .map(key -> Attempt.keyed(key + ":" + part, whole.print() + ":" + part, correlation, correlation))
                .orElseGet(() -> Attempt.once(correlation));
        return send(command, gate.actor(), attempt);
    }

    /// Sends in the name of the signed-in caller what is one thing whatever request asks for it, e.g. a file;
    /// `thing` tells it apart from all others. What was stored of it before is not stored again, the first
    /// answer is returned; what was refused is tried again.
    public Accepted sendOnce(Object command, String thing) {
        var cause = UUID.randomUUID().toString();
        return send(command, gate.actor(), Attempt.keyed(thing, thing, cause, cause));
    }

    /// Sends under an attempt of the caller's making, for policies. What was stored under the same key
    /// before is not stored again; the first answer is returned.
    public Accepted send(Object command, Actor actor, Attempt attempt) {
        requireRole(command, actor);
        return once.answer(attempt, () -> carryOut(command, actor, attempt));
    }

    /// The key of the request under way, which is the same when it is repeated; a hash, never what the
    /// caller sent. Empty for a request without one.
    public Optional<String> requestKey() {
        return Attempt.CURRENT.isBound() ? Attempt.CURRENT.get().key() : Optional.empty();
    }

    private Accepted carryOut(Object command, Actor actor, Attempt attempt) {
        var meta = MetaData.from(actor.toMeta()).mergedWith(attempt.causes()).mergedWith(trace());
        for (var tries = 1; ; tries++) {
            try {
                ScopedValue.where(Attempt.CURRENT, attempt)
                        .run(() -> gateway.sendAndWait(new GenericCommandMessage<>(command, meta)));
                return attempt.stored().orElseThrow(() -> storedNothing(command));
            } catch (ConcurrencyException e) {
                if (tries == TRIES) {
                    throw e;
                }
            } catch (CommandExecutionException e) {
                if (e.getCause() instanceof RuntimeException cause) {
                    throw cause;
                }
                throw e;
            }
        }
    }

    private static IllegalStateException storedNothing(Object command) {
        return new IllegalStateException(
                command.getClass() + " stored nothing: a command changes something or is refused");
    }

    private static void requireRole(Object command, Actor actor) {
        var allowed = command.getClass().getAnnotation(AllowedTo.class);
        if (allowed == null || !Arrays.asList(allowed.value()).contains(actor.role())) {
            throw new NotAllowed(actor.role() + " may not " + command.getClass().getSimpleName());
        }
    }

    private MetaData trace() {
        var span = tracer == null ? null : tracer.currentSpan();
        return span == null
                ? MetaData.emptyInstance()
                : MetaData.with(
                        cn.shouwang.platform.audit.Meta.TRACE, span.context().traceId());
    }
}
