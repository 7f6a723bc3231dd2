package cn.shouwang.platform.console;

import cn.shouwang.platform.audit.Meta;
import cn.shouwang.platform.projection.Views;
import cn.shouwang.platform.store.LogEngine;
import cn.shouwang.platform.store.Readers;
import java.time.Clock;
import java.time.Duration;
import java.util.function.BiConsumer;
import org.axonframework.eventhandling.DomainEventMessage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/// Brings this process in line with what was decided at the console, in whichever process that was.
///
/// It reads the two streams on, twice a second, and at once when something was decided here. Starts before
/// every reader and before the first request, so that nothing works that is to rest and no rows are built
/// that were dropped. While the log cannot be read, readers wait: they could read nothing either.
final class Conductor implements SmartLifecycle {

    private static final Logger LOGGER = LoggerFactory.getLogger(Conductor.class);
    private static final Duration PAUSE = Duration.ofMillis(500);

    /// A process that was not told yet may answer from a dropped generation for so long.
    private static final Duration GRACE = Duration.ofSeconds(10);

    private final LogEngine engine;
    private final Readers readers;
    private final Views views;
    private final Clock clock;
    private final Thread thread = Thread.ofVirtual().name("console").unstarted(this::run);
    private final Trail halting = new Trail(BoardId.READERS);
    private final Trail building = new Trail(BoardId.VIEWS);
    private volatile Halts halts = Halts.NONE;
    private volatile Buildings buildings = Buildings.NONE;
    private volatile boolean running;

    /// How far a stream was read.
    private final class Trail {

        private final String stream;
        private long next;

        Trail(BoardId board) {
            this.stream = board.toString();
        }

        void readOn(BiConsumer<Object, Act> each) {
            if (engine.lastSequenceNumberFor(stream).orElse(-1L) < next) {
                return;
            }
            var events = engine.readEvents(stream, next);
            while (events.hasNext()) {
                DomainEventMessage<?> event = events.next();
                var by = event.getMetaData().get(Meta.ACTOR) instanceof String actor ? actor : "";
                each.accept(event.getPayload(), new Act(event.getTimestamp(), by));
                next = event.getSequenceNumber() + 1;
            }
        }
    }

    Conductor(LogEngine engine, Readers readers, Views views, Clock clock) {
        this.engine = engine;
        this.readers = readers;
        this.views = views;
        this.clock = clock;
        readers.haltUntilTold();
        views.waitForPlan();
    }

    Halts halts() {
        return halts;
    }

    Buildings buildings() {
        return buildings;
    }

    /// Reads on and arranges this process accordingly. When it returns, what was decided here is in force
    /// here, or will be as soon as it can.
    synchronized void readOn() {
        halting.readOn((event, act) -> halts = halts.after((ReaderEvent) event, act));
        building.readOn((event, act) -> buildings = buildings.after((ViewEvent) event, act));
        readers.halt(halts.readers());
        views.arrange(buildings);
    }

    /// The same for those who do not depend on it: it is done again in a moment.
    void hasten() {
        try {
            readOn();
        } catch (RuntimeException e) {
            LOGGER.warn("the console cannot be read: {}", e.getClass().getName());
        }
    }

    private void run() {
        while (running) {
            hasten();
            sweep();
            try {
                Thread.sleep(PAUSE);
            } catch (InterruptedException _) {
                return;
            }
        }
    }

    /// Removes what is left of dropped generations, until nothing is. A process that had not been told may
    /// bring something back for a moment.
    private void sweep() {
        var before = clock.instant().minus(GRACE);
        try {
            var dropped = buildings.all().entrySet().stream()
                    .flatMap(view -> view.getValue()
                            .dropped()
                            .filter(one -> one.act() != null && one.act().at().isBefore(before))
                            .map(one -> new Remains(view.getKey(), one.number())))
                    .toList();
            if (!dropped.isEmpty()) {
                var known = readers.standings().keySet();
                dropped.stream().filter(one -> known.contains(one.reader())).forEach(this::drop);
            }
        } catch (RuntimeException e) {
            LOGGER.warn("dropped rows cannot be removed: {}", e.getClass().getName());
        }
    }

    private record Remains(Buildings.Key of, int generation) {
        String reader() {
            return Views.reader(of.view(), of.version(), generation);
        }
    }

    private void drop(Remains remains) {
        if (views.drop(remains.of().view(), remains.of().version(), remains.generation())) {
            LOGGER.info("the rows that {} built are removed", remains.reader());
        }
    }

    @Override
    public int getPhase() {
        return DEFAULT_PHASE - 8192; // before the web server
    }

    @Override
    public void start() {
        running = true;
        hasten();
        thread.start();
    }

    @Override
    public void stop() {
        running = false;
        thread.interrupt();
        try {
            thread.join(Duration.ofSeconds(5));
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
