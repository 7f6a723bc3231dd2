package cn.shouwang.platform.reading;

import cn.shouwang.platform.security.Actor;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/// Lets the readings of one account be recorded one after the other in this process, so that two at
/// once do not both take the last one of the hour.
final class Turns {

    private final ReentrantLock[] turns =
            IntStream.range(0, 64).mapToObj(_ -> new ReentrantLock()).toArray(ReentrantLock[]::new);

    <T> T inTurn(Actor actor, Supplier<T> recording) {
        var turn = turns[Math.floorMod(actor.id().hashCode(), turns.length)];
        turn.lock();
        try {
            return recording.get();
        } finally {
            turn.unlock();
        }
    }
}
