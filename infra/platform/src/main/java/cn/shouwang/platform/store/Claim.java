package cn.shouwang.platform.store;

import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.set;

import com.mongodb.MongoException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.function.LongConsumer;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// One process's claim to a reader, and what it writes down with it: the position, a few times a second,
/// and how the work goes. Used by the reader's thread; anyone may ask whether it is held.
final class Claim {

    private static final Logger LOGGER = LoggerFactory.getLogger(Claim.class);
    private static final Duration SAVING = Duration.ofMillis(200);

    private final String name;
    private final Positions positions;
    private final Clock clock;
    private final Pace pace;
    private volatile boolean held;
    private Instant renewed = Instant.EPOCH; // when position and claim were last written down
    private Instant since = Instant.EPOCH; // when this process began to work on it
    private boolean failing;
    private boolean untold; // something is known that was not written down
    private long saved = -1;

    Claim(String name, Positions positions, Clock clock, Pace pace) {
        this.name = name;
        this.positions = positions;
        this.clock = clock;
        this.pace = pace;
    }

    boolean isHeld() {
        return held;
    }

    /// Takes or renews it, unless another process has it; `last` is told the position written down.
    boolean hold(LongConsumer last) {
        var now = clock.instant();
        if (held && now.isBefore(renewed.plus(Positions.CLAIM.dividedBy(2)))) {
            return true;
        }
        var claimed = positions.claim(name);
        claimed.ifPresent(position -> {
            if (!held) {
                since = now;
                untold = true;
            }
            renewed = now;
            saved = Math.max(saved, position);
            last.accept(position);
        });
        held = claimed.isPresent();
        return held;
    }

    /// Writes the position down if there is something new and some time has passed; the claim may turn out to
    /// be lost.
    void save(long position) {
        var now = clock.instant();
        if (held && (saved < position || untold) && !now.isBefore(renewed.plus(SAVING))) {
            held = positions.save(name, position, facts());
            saved = position;
            renewed = now;
            untold = false;
        }
    }

    /// Writes the position down and lets any process have the claim.
    void giveUp(long position) {
        if (held) {
            positions.save(name, position, facts());
            positions.release(name);
            held = false;
        }
    }

    void wentWell() {
        untold |= failing;
        failing = false;
    }

    void wentWrong(Exception thrown) {
        failing = true;
        if (held) {
            try {
                positions.tell(name, combine(set("failing", true), error(Trouble.of(thrown, clock.instant()))));
            } catch (MongoException e) {
                LOGGER.debug("the trouble of reader {} could not be written down", name);
            }
        }
    }

    private static Bson error(Trouble trouble) {
        return set(
                "error",
                new Document("kind", trouble.kind().name())
                        .append("code", trouble.code())
                        .append("at", Date.from(trouble.at())));
    }

    private Bson facts() {
        return combine(
                set("since", Date.from(since)),
                set("rate", pace.perSecond()),
                set("ratedAt", Date.from(clock.instant())),
                set("failing", failing));
    }
}
