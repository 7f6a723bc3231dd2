package cn.shouwang.platform.flag;

import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.set;

import cn.shouwang.platform.flag.Forms.Decision;
import cn.shouwang.platform.projection.Rows;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.BiConsumer;
import org.bson.Document;
import org.bson.conversions.Bson;

/// Flags decisions of accounts that came at once, or from whoever gathered the facts; one flag each.
///
/// At once is less than the rule's seconds after the last that put the matter forward in the same stream.
/// Folds one row per stream in which something is decided: `{_id, made: [{name, position, millis,
/// actor}]}`, the last of each kind of event that a decision looks back for.
final class Decisions {

    private static final long SECOND = 1_000;

    private Decisions() {}

    static void look(Noted noted, Rows rows) {
        if (noted.form().decision() != null || noted.form().noted()) {
            rows.fold("stream\n" + noted.recorded().stream(), (row, flags) -> fold(row, noted, flags));
        }
    }

    private static void fold(Document row, Noted noted, BiConsumer<String, Bson> flags) {
        var made = new ArrayList<>(row.getList("made", Document.class, List.of()));
        var decision = noted.form().decision();
        if (decision != null && noted.isByAccount()) {
            atOnce(decision, made, noted, flags);
            byItsMaker(decision, made, noted, flags);
        }
        if (noted.form().noted()) {
            made.removeIf(before -> before.getString("name").equals(noted.form().name()));
            made.add(new Document("name", noted.form().name())
                    .append("position", noted.position())
                    .append("millis", noted.millis())
                    .append("actor", noted.actor()));
        }
        row.put("made", made);
    }

    private static void atOnce(Decision decision, List<Document> made, Noted noted, BiConsumer<String, Bson> flags) {
        var limit = noted.rules().quick().limit(noted.form().name());
        made.stream()
                .filter(before -> decision.on().contains(before.getString("name")))
                .max(Comparator.comparing(before -> before.getLong("position")))
                .filter(before -> noted.millis() - before.getLong("millis") < limit * SECOND)
                .ifPresent(before -> mark(
                        FlagKind.QUICK_DECISION,
                        before,
                        noted,
                        set("measure", (noted.millis() - before.getLong("millis")) / SECOND),
                        limit,
                        flags));
    }

    private static void byItsMaker(
            Decision decision, List<Document> made, Noted noted, BiConsumer<String, Bson> flags) {
        made.stream()
                .filter(before -> decision.collectedBy().contains(before.getString("name")))
                .filter(before -> before.getString("actor").equals(noted.actor()))
                .max(Comparator.comparing(before -> before.getLong("position")))
                .ifPresent(before -> mark(FlagKind.SAME_MAKER, before, noted, set("measure", 1L), 1, flags));
    }

    private static void mark(
            FlagKind kind, Document before, Noted noted, Bson measure, long limit, BiConsumer<String, Bson> flags) {
        flags.accept(
                FlagId.of(kind, Long.toString(noted.position())).toString(),
                combine(
                        Marks.of(kind, noted, Marks.place(noted), limit),
                        Marks.about(noted),
                        measure,
                        Marks.begun(
                                before.getLong("millis"), 2, List.of(before.getLong("position"), noted.position()))));
    }
}
