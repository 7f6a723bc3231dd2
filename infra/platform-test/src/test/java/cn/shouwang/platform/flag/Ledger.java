package cn.shouwang.platform.flag;

import cn.shouwang.ledger.LedgerEvent;
import cn.shouwang.platform.audit.Meta;
import cn.shouwang.platform.event.Catalogue;
import cn.shouwang.platform.event.Placed;
import cn.shouwang.platform.flag.FlagRules.Bulk;
import cn.shouwang.platform.flag.FlagRules.Copies;
import cn.shouwang.platform.flag.FlagRules.Edition;
import cn.shouwang.platform.flag.FlagRules.Late;
import cn.shouwang.platform.flag.FlagRules.Night;
import cn.shouwang.platform.flag.FlagRules.Quick;
import cn.shouwang.platform.projection.Projection;
import cn.shouwang.platform.security.Actor;
import cn.shouwang.platform.security.Role;
import cn.shouwang.platform.store.Recorded;
import cn.shouwang.platform.test.TestViews;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.axonframework.messaging.MetaData;
import org.bson.Document;

/// Ledgers kept by a few accounts, and the rules they are looked at by: events are told with the minute on
/// the wall at which they are recorded, each in a request of its own unless one is named.
final class Ledger {

    static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    static final String PLACE = "440233101203";
    static final Actor CLERK = new Actor("cun01", Role.VILLAGE_COMMITTEE, PLACE, Actor.Channel.WEB);
    static final Actor TOWN = new Actor("zhen01", Role.TOWN_OFFICE, "440233101", Actor.Channel.WEB);
    /// A Monday.
    static final LocalDate MONDAY = LocalDate.of(2025, 3, 3);

    static final Edition EDITION = new Edition(
            LocalDate.of(2021, 1, 1),
            "test",
            new Late(15, new TreeMap<>(Map.of("ledger.surveyed", 7)), new TreeSet<>(Set.of("ledger.pictured"))),
            0,
            new Bulk(4, 10),
            new Night(LocalTime.of(22, 0), LocalTime.of(6, 0), 3),
            3,
            new Quick(10, new TreeMap<>()),
            new Copies(3, 48));

    private final TestViews views;
    private long next;

    Ledger(Projection projection) {
        this.views = new TestViews(projection);
    }

    static RuleBook book(Edition... editions) {
        return book(RestDays.weekends(), editions);
    }

    static RuleBook book(RestDays restDays, Edition... editions) {
        return new RuleBook(new FlagRules(List.of(editions)), forms(), restDays);
    }

    static Forms forms() {
        return new Forms(Catalogue.of(LedgerEvent.class));
    }

    static Ledger flags() {
        return new Ledger(new FlagsProjection(book(EDITION), ZONE));
    }

    Ledger with(Actor actor, LocalDateTime at, Placed event) {
        return with(actor, at, "request-" + next, "stream-" + ledger(event), event);
    }

    Ledger with(Actor actor, LocalDateTime at, String request, String stream, Placed event) {
        views.given(recorded(next++, actor, at, request, stream, event));
        return this;
    }

    static Recorded recorded(
            long position, Actor actor, LocalDateTime at, String request, String stream, Object event) {
        return new Recorded(
                position,
                stream,
                position,
                "event-" + position,
                at.atZone(ZONE).toInstant(),
                event,
                MetaData.from(actor.toMeta()).and(Meta.CORRELATION, request));
    }

    private static String ledger(Placed event) {
        return event instanceof LedgerEvent told
                ? forms().of(told).orElseThrow().about(told)
                : "flag";
    }

    /// All flags, after it was shown that redelivery and building anew give the same.
    List<Document> found() {
        return views.again().rebuilt().rows().stream()
                .filter(row -> row.getString("kind") != null)
                .toList();
    }

    List<Document> found(FlagKind kind) {
        return found().stream()
                .filter(row -> kind.name().equals(row.getString("kind")))
                .toList();
    }

    /// The only flag of that kind.
    Document one(FlagKind kind) {
        var found = found(kind);
        if (found.size() != 1) {
            throw new AssertionError(found.size() + " flags of " + kind + ": " + found);
        }
        return found.getFirst();
    }

    TestViews views() {
        return views;
    }

    static long minutes(Document flag) {
        return Duration.between(
                        flag.getDate("firstAt").toInstant(),
                        flag.getDate("lastAt").toInstant())
                .toMinutes();
    }
}
