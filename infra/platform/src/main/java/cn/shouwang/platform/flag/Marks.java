package cn.shouwang.platform.flag;

import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.pushEach;
import static com.mongodb.client.model.Updates.set;

import cn.shouwang.platform.event.Placed;
import com.mongodb.client.model.PushOptions;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import org.bson.conversions.Bson;

/// How a flag is written into its row; the shape of the row stands at [FlagsProjection].
final class Marks {

    /// Positions a row keeps; how many there are in all is in `count`.
    static final int MOST_POSITIONS = 200;

    private Marks() {}

    /// What was noticed, of whom, where, and by which rule; how much of it is the caller's to set.
    static Bson of(FlagKind kind, Noted noted, String division, long threshold) {
        return combine(
                set("division", division),
                set("kind", kind.name()),
                set("actor", noted.actor()),
                set("role", noted.role()),
                set("from", noted.from()),
                set("threshold", threshold),
                set("edition", noted.rules().from().toString()),
                set("position", noted.position()),
                set("lastAt", Date.from(noted.recorded().recordedAt())));
    }

    /// That it is about one thing, and which event says so.
    static Bson about(Noted noted) {
        return combine(
                set("stream", noted.recorded().stream()),
                set("about", noted.form().about(noted.recorded().event())),
                set("name", noted.form().name()));
    }

    /// The place of the fact, for what is about one thing.
    static String place(Noted noted) {
        return ((Placed) noted.recorded().event()).division();
    }

    /// Where it begins: at the first of `count` events, of which the row keeps these positions.
    static Bson begun(long millis, int count, List<Long> positions) {
        return combine(
                set("firstAt", Date.from(Instant.ofEpochMilli(millis))),
                set("count", count),
                set("positions", positions.subList(0, Math.min(positions.size(), MOST_POSITIONS))));
    }

    /// The event under way is the `count`-th.
    static Bson grown(Noted noted, int count) {
        return combine(set("count", count), position(noted));
    }

    static Bson position(Noted noted) {
        return pushEach("positions", List.of(noted.position()), new PushOptions().slice(MOST_POSITIONS));
    }
}
