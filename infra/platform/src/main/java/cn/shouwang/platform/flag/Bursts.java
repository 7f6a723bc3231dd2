package cn.shouwang.platform.flag;

import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.set;

import cn.shouwang.platform.projection.Rows;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

/// Flags many entries of one account in one office: within minutes, in a night, on a day off. One flag
/// per burst, which grows with it.
///
/// An entry is a command of an account, however many events it stores. A burst within minutes begins when
/// the last `entries` of them lie within `minutes`, and goes on while they do; what came before its end
/// counts for no other. Folds one row per office: `{_id, act, recent: [position, millis, …], burst?:
/// {first, since, count}, night?, rest?: {of, since, count, positions?}, copies?}`, see [Copies].
final class Bursts {

    private static final long MINUTE = 60_000;

    private final RestDays restDays;

    Bursts(RestDays restDays) {
        this.restDays = restDays;
    }

    void look(Noted noted, Rows rows) {
        if (noted.form().entry() && noted.isByAccount()) {
            rows.fold("office\n" + noted.office(), (row, flags) -> fold(row, noted, flags));
        }
    }

    private void fold(Document row, Noted noted, BiConsumer<String, Bson> flags) {
        Copies.look(row, noted, flags);
        if (noted.act().equals(row.getString("act"))) {
            return;
        }
        row.put("act", noted.act());
        withinMinutes(row, noted, flags);
        var rules = noted.rules();
        rules.night()
                .of(noted.at())
                .ifPresent(night -> within(
                        night.toString(),
                        new Spell("night", FlagKind.NIGHT_BURST, rules.night().entries()),
                        row,
                        noted,
                        flags));
        var day = noted.at().toLocalDate();
        if (restDays.isRestDay(day)) {
            var spell = new Spell("rest", FlagKind.REST_DAY_BURST, rules.restDayEntries());
            within(day.toString(), spell, row, noted, flags);
        }
    }

    private static void withinMinutes(Document row, Noted noted, BiConsumer<String, Bson> flags) {
        var rule = noted.rules().bulk();
        var recent = new ArrayList<>(row.getList("recent", Long.class, List.of()));
        recent.addAll(List.of(noted.position(), noted.millis()));
        while (recent.size() > 2 * rule.entries()) {
            recent.subList(0, 2).clear();
        }
        var burst = row.get("burst", Document.class);
        if (recent.size() == 2 * rule.entries() && noted.millis() - recent.get(1) <= rule.minutes() * MINUTE) {
            row.put("burst", burst(burst, recent, noted, flags));
        } else if (burst != null) {
            row.remove("burst");
            recent.subList(0, recent.size() - 2).clear();
        }
        row.put("recent", recent);
    }

    private static Document burst(
            @Nullable Document before, List<Long> recent, Noted noted, BiConsumer<String, Bson> flags) {
        var rule = noted.rules().bulk();
        var burst = before == null
                ? new Document("first", recent.get(0))
                        .append("since", recent.get(1))
                        .append("count", rule.entries())
                : new Document(before).append("count", before.getInteger("count") + 1);
        int count = burst.getInteger("count");
        flags.accept(
                FlagId.of(FlagKind.BULK_ENTRY, noted.office(), Long.toString(burst.getLong("first")))
                        .toString(),
                combine(
                        Marks.of(FlagKind.BULK_ENTRY, noted, noted.from(), rule.entries()),
                        set("measure", (long) count),
                        set("within", rule.minutes()),
                        before == null
                                ? Marks.begun(burst.getLong("since"), count, positions(recent))
                                : Marks.grown(noted, count)));
        return burst;
    }

    private static List<Long> positions(List<Long> recent) {
        var positions = new ArrayList<Long>();
        for (var index = 0; index < recent.size(); index += 2) {
            positions.add(recent.get(index));
        }
        return positions;
    }

    /// A stretch of time with a name, `field` of the row in which it is counted.
    private record Spell(String field, FlagKind kind, int entries) {}

    private static void within(String name, Spell spell, Document row, Noted noted, BiConsumer<String, Bson> flags) {
        var before = row.get(spell.field(), Document.class);
        var now = before != null && name.equals(before.getString("of"))
                ? new Document(before)
                : new Document("of", name)
                        .append("since", noted.millis())
                        .append("count", 0)
                        .append("positions", List.<Long>of());
        var count = now.getInteger("count") + 1;
        now.put("count", count);
        var positions = now.getList("positions", Long.class);
        if (positions != null) {
            positions = new ArrayList<>(positions);
            positions.add(noted.position());
            now.put("positions", positions);
        }
        if (count >= spell.entries()) {
            now.remove("positions");
            flags.accept(
                    FlagId.of(spell.kind(), noted.office(), name).toString(),
                    combine(
                            Marks.of(spell.kind(), noted, noted.from(), spell.entries()),
                            set("measure", (long) count),
                            set("on", name),
                            positions == null
                                    ? Marks.grown(noted, count)
                                    : Marks.begun(now.getLong("since"), count, positions)));
        }
        row.put(spell.field(), now);
    }
}
