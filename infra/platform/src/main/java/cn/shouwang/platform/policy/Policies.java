package cn.shouwang.platform.policy;

import cn.shouwang.platform.audit.Meta;
import cn.shouwang.platform.command.Commands;
import cn.shouwang.platform.parking.Parcel;
import cn.shouwang.platform.parking.Parking;
import cn.shouwang.platform.parking.Redelivery;
import cn.shouwang.platform.security.Actor;
import cn.shouwang.platform.store.Attempt;
import cn.shouwang.platform.store.LogEngine;
import cn.shouwang.platform.store.Readers;
import cn.shouwang.platform.store.Recorded;
import cn.shouwang.platform.store.Running;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.bson.Document;
import org.springframework.context.SmartLifecycle;

/// Runs the policies of a service, each a reader `policy-<name>` of the log.
///
/// A command carries the key `<policy>:<event id>:<part>`, so an event that is delivered twice takes
/// effect once. An event whose policy fails is parked under its stream; trouble that passes by itself
/// is waited out. Timer `policy` tells how long each takes.
public final class Policies implements SmartLifecycle, Redelivery {

    private final Map<String, Policy> policies = new LinkedHashMap<>();
    private final LogEngine engine;
    private final Parking parking;
    private final Commands commands;
    private final MeterRegistry meters;
    private final Running running;

    public Policies(
            List<Policy> policies,
            Readers readers,
            LogEngine engine,
            Parking parking,
            Commands commands,
            MeterRegistry meters) {
        this.engine = engine;
        this.parking = parking;
        this.commands = commands;
        this.meters = meters;
        for (var policy : policies) {
            if (this.policies.put(policy.name(), policy) != null) {
                throw new IllegalStateException("two policies are named " + policy.name());
            }
        }
        this.running = new Running(policies.stream()
                .map(policy ->
                        readers.reader("policy-" + policy.name(), policy.reads(), batch -> deliver(policy, batch)))
                .toList());
    }

    private void deliver(Policy policy, List<Recorded> batch) {
        var streams = batch.stream().map(Recorded::stream).collect(Collectors.toCollection(HashSet::new));
        var held = new TreeSet<>(parking.held(policy.name(), streams));
        for (var recorded : batch) {
            parking.handle(parcel(policy, recorded), held, () -> react(policy, recorded), this::again);
        }
    }

    private static Parcel parcel(Policy policy, Recorded recorded) {
        return new Parcel(
                policy.name(),
                recorded.stream(),
                recorded.id(),
                recorded.position(),
                recorded.event().getClass().getSimpleName(),
                new Document());
    }

    private void react(Policy policy, Recorded recorded) {
        Reaction reaction = (part, command, division) -> {
            var key = policy.name() + ":" + recorded.id() + ":" + part;
            var correlation = recorded.meta(Meta.CORRELATION);
            return commands.send(
                    command,
                    Actor.policy(policy.name(), division),
                    Attempt.keyed(key, part, correlation, recorded.id()));
        };
        Timer.builder("policy")
                .tag("policy", policy.name())
                .register(meters)
                .record(() -> policy.react(recorded, reaction));
    }

    @Override
    public boolean serves(String reader) {
        return policies.containsKey(reader);
    }

    /// The event itself stayed in the log; its position leads back to it. One that was parked before an
    /// upcaster split it stands for all its parts; a part that was done before is recognised.
    @Override
    public void again(Parcel parcel) {
        var policy = Objects.requireNonNull(policies.get(parcel.reader()));
        try (var events = engine.after(parcel.order() - 1)) {
            var parked = events.takeWhile(recorded -> recorded.position() == parcel.order())
                    .filter(recorded -> recorded.id().equals(parcel.message())
                            || recorded.id().startsWith(parcel.message() + "."))
                    .toList();
            if (parked.isEmpty()) {
                throw new IllegalStateException("the event is not in the log");
            }
            parked.forEach(recorded -> react(policy, recorded));
        }
    }

    @Override
    public void start() {
        running.start();
    }

    @Override
    public void stop() {
        running.stop();
    }

    @Override
    public boolean isRunning() {
        return running.isRunning();
    }
}
