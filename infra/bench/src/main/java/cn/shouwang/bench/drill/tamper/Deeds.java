package cn.shouwang.bench.drill.tamper;

import cn.shouwang.evidence.LoggedEvent;
import java.util.Random;

/// What can be done to an event.
final class Deeds {

    private Deeds() {}

    static LoggedEvent placed(LoggedEvent event, long position, long commit, long sequence) {
        return new LoggedEvent(
                position,
                commit,
                event.key(),
                event.print(),
                event.stream(),
                event.type(),
                sequence,
                event.id(),
                event.name(),
                event.revision(),
                event.at(),
                event.payload(),
                event.meta());
    }

    /// The event with one thing changed: what happened, who did it, when, which command, which kind of fact.
    static LoggedEvent edited(LoggedEvent event, Random random) {
        var payload = event.payload();
        var meta = event.meta();
        var at = event.at();
        var key = event.key();
        var print = event.print();
        var name = event.name();
        switch (random.nextInt(6)) {
            case 0 -> payload = payload.replaceFirst("\"amountFen\":\\d", "\"amountFen\":9" + random.nextInt(10));
            case 1 -> meta = meta.replaceFirst("account-\\d+", "account-" + (1000 + random.nextInt(1000)));
            case 2 -> at = at.minusMillis(1 + random.nextInt(86_400_000));
            case 3 -> {
                key = key == null ? "f".repeat(64) : null;
                print = print == null ? "f".repeat(32) : null;
            }
            case 4 -> name = name + "-not";
            default -> payload = payload.replaceFirst("\"on\":\"2026", "\"on\":\"2025");
        }
        return new LoggedEvent(
                event.position(),
                event.commit(),
                key,
                print,
                event.stream(),
                event.type(),
                event.sequence(),
                event.id(),
                name,
                event.revision(),
                at,
                payload,
                meta);
    }

    /// What one event says, at the place of another.
    static LoggedEvent saying(LoggedEvent place, LoggedEvent what) {
        return new LoggedEvent(
                place.position(),
                place.commit(),
                place.key(),
                place.print(),
                place.stream(),
                place.type(),
                place.sequence(),
                what.id(),
                what.name(),
                what.revision(),
                what.at(),
                what.payload(),
                what.meta());
    }
}
