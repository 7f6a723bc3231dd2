package cn.shouwang.platform.reading;

import cn.shouwang.platform.security.Actor;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/// How often an account may reveal and search within an hour.
///
/// Counted in the read log itself, so a restart forgets nothing and several processes count together;
/// two processes that decide in the same instant may each let one more through.
public final class Allowance {

    /// Readings of one kind, by its stored name, that an account has had since an instant; more than
    /// `most` need not be counted.
    @FunctionalInterface
    interface Count {
        int of(String account, String kind, Instant since, int most);
    }

    private static final Duration HOUR = Duration.ofHours(1);

    private final Count count;
    private final Clock clock;
    private final int reveals;
    private final int searches;

    Allowance(Count count, Clock clock, int reveals, int searches) {
        this.count = count;
        this.clock = clock;
        this.reveals = reveals;
        this.searches = searches;
    }

    /// [TooManyReadings] when the account has revealed enough.
    void mustAllowReveal(Actor actor) {
        mustBeBelow(reveals, actor, ReadingsProjection.REVEALED);
    }

    /// [TooManyReadings] when the account has searched enough.
    void mustAllowSearch(Actor actor) {
        mustBeBelow(searches, actor, ReadingsProjection.SEARCHED);
    }

    private void mustBeBelow(int most, Actor actor, String kind) {
        if (count.of(actor.id(), kind, clock.instant().minus(HOUR), most) >= most) {
            throw new TooManyReadings();
        }
    }
}
