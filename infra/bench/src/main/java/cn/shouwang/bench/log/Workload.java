package cn.shouwang.bench.log;

import java.time.Duration;
import java.util.ArrayList;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.LongStream;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;

/// Some writers at once, each on streams of its own, each commit of so many events.
///
/// `streamCommits` is how many commits a stream gets before its writer begins another.
record Workload(int writers, int commit, int streamCommits) {

    /// What a run came to: events a second of all writers, and what one commit took.
    record Rate(double eventsPerSecond, double p50Micros, double p99Micros) {}

    Rate run(EventStorageEngine engine, Duration time) throws InterruptedException, ExecutionException {
        var took = new ArrayList<Future<long[]>>();
        var began = System.nanoTime();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var writer = 0; writer < writers; writer++) {
                took.add(threads.submit(() -> write(engine, began + time.toNanos())));
            }
        }
        var seconds = (System.nanoTime() - began) / 1e9;
        var all = LongStream.empty();
        for (var one : took) {
            all = LongStream.concat(all, LongStream.of(one.get()));
        }
        var sorted = all.sorted().toArray();
        return new Rate(
                sorted.length * (double) commit / seconds,
                sorted[sorted.length / 2] / 1e3,
                sorted[sorted.length * 99 / 100] / 1e3);
    }

    private long[] write(EventStorageEngine engine, long until) {
        var took = LongStream.builder();
        while (true) {
            var stream = UUID.randomUUID().toString();
            for (var turn = 0; turn < streamCommits; turn++) {
                var events = Sample.events(stream, (long) turn * commit, commit);
                var began = System.nanoTime();
                engine.appendEvents(events);
                var ended = System.nanoTime();
                took.add(ended - began);
                if (ended >= until) {
                    return took.build().toArray();
                }
            }
        }
    }
}
