package cn.shouwang.platform.flag;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.empty;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.or;
import static com.mongodb.client.model.Sorts.descending;

import cn.shouwang.platform.event.Placed;
import cn.shouwang.platform.projection.Listing;
import cn.shouwang.platform.projection.Page;
import cn.shouwang.platform.projection.PageQuery;
import cn.shouwang.platform.projection.Places;
import cn.shouwang.platform.projection.Views;
import cn.shouwang.platform.security.Actor;
import cn.shouwang.platform.security.Gate;
import cn.shouwang.platform.security.Role;
import cn.shouwang.platform.store.LogEngine;
import cn.shouwang.platform.store.Recorded;
import jakarta.validation.constraints.Pattern;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

/// Flags within the caller's division, latest first.
final class FlagList {

    /// What to show: any part may be missing. `actor` is an account, `about` the id of a thing, `from` and
    /// `to` are days on which something was recorded last, both included.
    record Question(
            @Nullable FlagKind kind,
            @Nullable @Pattern(regexp = "\\d{6,12}") String division,
            @Nullable String actor,
            @Nullable String about,
            @Nullable LocalDate from,
            @Nullable LocalDate to,
            @Nullable FlagState state) {}

    private static final Set<Role> CHECKERS = Set.of(Role.AUDITOR, Role.AUDIT_ADMIN);
    private static final int MOST_EVENTS = 50;

    private final Listing rows;
    private final LogEngine log;
    private final Gate gate;
    private final FlagRows entries;
    private final ZoneId zone;

    FlagList(Views views, LogEngine log, Gate gate, FlagRows entries, ZoneId zone) {
        this.rows = views.listing(FlagsProjection.NAME);
        this.log = log;
        this.gate = gate;
        this.entries = entries;
        this.zone = zone;
    }

    Page<FlagEntry> page(Question question, PageQuery page, Locale locale) {
        return page(filter(question), page, locale);
    }

    /// Those of the caller's account, and of the office in which the caller is now.
    Page<FlagEntry> ofCaller(PageQuery page, Locale locale) {
        var actor = gate.actor();
        var office = and(eq("role", actor.role().name()), eq("from", actor.division()));
        return page(and(exists("kind"), or(eq("actor", actor.id()), office)), page, locale);
    }

    private Page<FlagEntry> page(Bson filter, PageQuery page, Locale locale) {
        var actor = gate.actor();
        return rows.page(
                gate.scope(),
                filter,
                descending("position"),
                page,
                row -> entries.entry(row, mayRead(row, actor), locale));
    }

    /// One flag with the events it rests on, as far as they lie within the caller's division; at most 50.
    FlagDetail one(FlagId flag, Locale locale) {
        var actor = gate.actor();
        var row = rows.one(gate.scope(), flag.toString())
                .orElseThrow(() -> new AggregateNotFoundException(flag.toString(), "nothing is flagged so"));
        var recorded = row.getList("positions", Long.class).stream()
                .limit(MOST_EVENTS)
                .map(log::at)
                .flatMap(List::stream)
                .toList();
        var within =
                recorded.stream().filter(event -> actor.reaches(place(event))).toList();
        return new FlagDetail(
                entries.entry(row, mayRead(row, actor), locale),
                within.stream().map(event -> entries.event(event, locale)).toList(),
                recorded.size() - within.size());
    }

    private static String place(Recorded recorded) {
        return ((Placed) recorded.event()).division();
    }

    /// Words may tell of people: for those who check and those who wrote them.
    private static boolean mayRead(Document row, Actor actor) {
        return CHECKERS.contains(actor.role())
                || actor.id().equals(row.getString("actor"))
                || (actor.role().name().equals(row.getString("role"))
                        && actor.division().equals(row.getString("from")));
    }

    private Bson filter(Question question) {
        var division = question.division();
        return and(
                exists("kind"),
                question.kind() == null ? empty() : eq("kind", question.kind().name()),
                Places.within(division),
                question.actor() == null ? empty() : eq("actor", question.actor()),
                question.about() == null ? empty() : eq("about", question.about()),
                question.from() == null ? empty() : gte("lastAt", begin(question.from())),
                question.to() == null
                        ? empty()
                        : lt("lastAt", begin(question.to().plusDays(1))),
                state(question.state()));
    }

    private static Bson state(@Nullable FlagState state) {
        if (state == null) {
            return empty();
        }
        return state == FlagState.OPEN ? exists("state", false) : eq("state", state.name());
    }

    private Date begin(LocalDate day) {
        return Date.from(day.atStartOfDay(zone).toInstant());
    }
}
