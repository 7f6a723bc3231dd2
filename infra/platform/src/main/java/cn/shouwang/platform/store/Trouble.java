package cn.shouwang.platform.store;

import cn.shouwang.platform.rule.RuleBroken;
import java.time.Instant;

/// What last went wrong in a reader's work, and when. Never an exception's message: what is read may be
/// personal.
///
/// `code` is a rule code or the name of an exception class.
public record Trouble(Kind kind, String code, Instant at) {

    /// Names are stored: add, never rename.
    public enum Kind {
        /// The database is away or refuses.
        STORE,
        /// The broker is away or refuses.
        BROKER,
        /// A rule of the domain refused.
        RULE,
        /// A programming error.
        FAULT
    }

    static Trouble of(Exception thrown, Instant at) {
        if (thrown instanceof RuleBroken refusal) {
            return new Trouble(Kind.RULE, refusal.rule(), at);
        }
        return new Trouble(kind(thrown), thrown.getClass().getSimpleName(), at);
    }

    private static Kind kind(Exception thrown) {
        var name = thrown.getClass().getName();
        if (thrown instanceof LogUnavailable || name.startsWith("com.mongodb.")) {
            return Kind.STORE;
        }
        return name.startsWith("org.apache.kafka.") ? Kind.BROKER : Kind.FAULT;
    }
}
