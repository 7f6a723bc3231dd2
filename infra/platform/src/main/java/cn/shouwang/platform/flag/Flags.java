package cn.shouwang.platform.flag;

import cn.shouwang.platform.rule.RuleBroken;
import cn.shouwang.platform.security.Actor;
import cn.shouwang.platform.security.Role;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/// The flags there are, for what is decided about one.
final class Flags {

    /// A flag as far as decisions ask: where it lies, whom it names in which office, and under whose key
    /// words about it are sealed.
    record Found(String division, FlagKind kind, String account, Role role, String from, String subject) {

        private static final Set<Role> NOBODYS = Set.of(Role.PUBLIC, Role.SYSTEM);

        /// The account itself, or another in the same office, should it have changed hands. What nobody
        /// with an account did concerns every office that reaches it.
        void mustConcern(Actor actor) {
            if (!actor.id().equals(account)
                    && !(actor.role() == role && actor.division().equals(from))
                    && !NOBODYS.contains(role)) {
                throw new RuleBroken("flag.not-concerned", "the flag is about another account and office");
            }
        }

        /// Nobody closes a flag of their own.
        void mustBeOfAnother(Actor actor) {
            if (actor.id().equals(account)) {
                throw new RuleBroken("flag.own", "whoever is flagged does not review it");
            }
        }
    }

    private final Function<FlagId, Optional<Document>> rows;
    private final Predicate<String> sealable;

    /// `sealable` tells whether anything can be sealed about a subject, or it was forgotten.
    Flags(Function<FlagId, Optional<Document>> rows, Predicate<String> sealable) {
        this.rows = rows;
        this.sealable = sealable;
    }

    /// The flag of that number; [AggregateNotFoundException] when nothing was flagged under it.
    Found of(FlagId flag) {
        var row = rows.apply(flag)
                .filter(found -> found.getString("kind") != null)
                .orElseThrow(() -> new AggregateNotFoundException(flag.toString(), "nothing is flagged so"));
        return new Found(
                row.getString("division"),
                FlagKind.valueOf(row.getString("kind")),
                row.getString("actor"),
                Role.valueOf(row.getString("role")),
                row.getString("from"),
                subject(flag, row.getString("about")));
    }

    /// What is forgotten can still be explained, under a key of the flag's own.
    private String subject(FlagId flag, @Nullable String about) {
        return about != null && sealable.test(about) ? about : flag.toString();
    }
}
