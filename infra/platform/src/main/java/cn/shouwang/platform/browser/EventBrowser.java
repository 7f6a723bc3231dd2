package cn.shouwang.platform.browser;

import cn.shouwang.platform.audit.Meta;
import cn.shouwang.platform.event.EventSerializer;
import cn.shouwang.platform.history.AsOf;
import cn.shouwang.platform.history.History;
import cn.shouwang.platform.history.Moments;
import cn.shouwang.platform.history.Sought;
import cn.shouwang.platform.projection.ViewBuilding;
import cn.shouwang.platform.security.Gate;
import cn.shouwang.platform.store.AsStored;
import cn.shouwang.platform.store.Log;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/// The log within the caller's division, latest first, and one event whole.
final class EventBrowser {

    /// One event in a list. `about` are the ids it mentions, its stream first.
    record Entry(
            long position,
            String name,
            String words,
            String stream,
            String division,
            List<String> about,
            String actor,
            String role,
            String office,
            String channel,
            @Nullable String correlation,
            Instant recordedAt,
            LocalDate on) {}

    /// Some events and the position to ask on from, absent at the end.
    record Some(List<Entry> items, @Nullable Long next) {}

    /// One event. `days` lie between the day it was true and the day it was recorded; `from` is the
    /// actor's own division; `chain` are events of the same correlation, oldest first; in `payload` stands
    /// `sealed` or `forgotten` where something personal is. `proof` is where its inclusion is proven.
    record Whole(
            Entry event,
            String chinese,
            String english,
            String revision,
            String kind,
            long sequence,
            long days,
            String from,
            String channelWords,
            @Nullable String causation,
            @Nullable String trace,
            Map<String, Object> payload,
            List<Entry> chain,
            String proof) {}

    private static final int LONGEST_CHAIN = 100;
    private static final ZoneId HERE = ZoneId.of("Asia/Shanghai");

    private final History history;
    private final Moments moments;
    private final Log log;
    private final EventSerializer serializer;
    private final Gate gate;
    private final Told told;

    EventBrowser(History history, Moments moments, Log log, EventSerializer serializer, Gate gate, Told told) {
        this.history = history;
        this.moments = moments;
        this.log = log;
        this.serializer = serializer;
        this.gate = gate;
        this.told = told;
    }

    /// The events that match, as of the moment the request stands on.
    Some some(Sought sought, @Nullable Long before, int size, Locale locale) {
        mustReach(log.head() - 1);
        var rows = history.rows(gate.scope(), sought.filter(moments, before, AsOf.current()), size + 1);
        var items = rows.stream().limit(size).map(row -> entry(row, locale)).toList();
        return new Some(items, rows.size() > size ? items.getLast().position() : null);
    }

    /// One event, if it lies within the caller's division.
    Optional<Whole> whole(long position, Locale locale) {
        mustReach(Math.min(position, log.head() - 1));
        return history.row(gate.scope(), position).map(row -> whole(row, locale));
    }

    private void mustReach(long position) {
        if (!history.reaches(position)) {
            throw new ViewBuilding("history");
        }
    }

    private Whole whole(Document row, Locale locale) {
        var nth = row.getInteger("nth");
        var commit = log.all(List.of(row.getLong("_id") - nth)).getFirst();
        var stored = new AsStored(commit, nth);
        var entry = entry(row, locale);
        return new Whole(
                entry,
                told.event(entry.name(), Locale.SIMPLIFIED_CHINESE),
                told.event(entry.name(), Locale.ENGLISH),
                row.getString("revision"),
                commit.type(),
                stored.sequence(),
                daysBetween(entry.on(), entry.recordedAt()),
                row.getString("from"),
                told.channel(entry.channel(), locale),
                row.getString(Meta.CAUSATION),
                history.meta(stored).get(Meta.TRACE),
                payload(stored),
                chain(row.getString(Meta.CORRELATION), locale),
                "/evidence/proofs/" + entry.position());
    }

    static long daysBetween(LocalDate on, Instant recordedAt) {
        return ChronoUnit.DAYS.between(on, recordedAt.atZone(HERE).toLocalDate());
    }

    @SuppressWarnings("unchecked") // keys of an object are text
    private Map<String, Object> payload(AsStored stored) {
        var shown = serializer.shown(stored.entry().name(), stored.entry().payload());
        return JsonMapper.shared().treeToValue(shown, Map.class);
    }

    private List<Entry> chain(@Nullable String correlation, Locale locale) {
        return correlation == null
                ? List.of()
                : history.rows(gate.scope(), Sought.connected(correlation), LONGEST_CHAIN).reversed().stream()
                        .map(row -> entry(row, locale))
                        .toList();
    }

    private Entry entry(Document row, Locale locale) {
        var name = row.getString("name");
        var role = row.getString("role");
        return new Entry(
                row.getLong("_id"),
                name,
                told.event(name, locale),
                row.getString("stream"),
                row.getString("division"),
                row.getList("about", String.class),
                row.getString("actor"),
                role,
                told.office(role, locale),
                row.getString("channel"),
                row.getString(Meta.CORRELATION),
                row.getDate("recordedAt").toInstant(),
                LocalDate.parse(row.getString("on")));
    }
}
