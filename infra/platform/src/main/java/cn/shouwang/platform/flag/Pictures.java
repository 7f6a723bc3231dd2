package cn.shouwang.platform.flag;

import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.set;

import cn.shouwang.platform.projection.Rows;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.bson.Document;
import org.bson.conversions.Bson;

/// Flags a picture that was put forward before, for another thing or on another day: one flag for each
/// time, whoever it was.
///
/// Folds one row per picture: `{_id, stream, on, position, millis, times}`, the first time and how often
/// it was flagged. The likeness is a keyed hash, which the log holds as well; it leaves no row in answers.
final class Pictures {

    private Pictures() {}

    static void look(Noted noted, Rows rows) {
        for (var part : noted.form().likeness()) {
            Optional.ofNullable(part.of(noted.recorded().event()))
                    .ifPresent(likeness -> rows.fold("likeness\n" + likeness, (row, flags) -> fold(row, noted, flags)));
        }
    }

    private static void fold(Document row, Noted noted, BiConsumer<String, Bson> flags) {
        var stream = noted.recorded().stream();
        var on = noted.form()
                .on(noted.recorded().event())
                .orElseGet(() -> noted.at().toLocalDate())
                .toString();
        if (row.getLong("position") == null) {
            row.append("stream", stream)
                    .append("on", on)
                    .append("position", noted.position())
                    .append("millis", noted.millis())
                    .append("times", 1);
        } else if (!stream.equals(row.getString("stream")) || !on.equals(row.getString("on"))) {
            row.put("times", row.getInteger("times") + 1);
            flags.accept(
                    FlagId.of(FlagKind.SAME_PHOTO, Long.toString(noted.position()))
                            .toString(),
                    combine(
                            Marks.of(FlagKind.SAME_PHOTO, noted, Marks.place(noted), 2),
                            Marks.about(noted),
                            set("measure", row.getInteger("times").longValue()),
                            Marks.begun(row.getLong("millis"), 2, List.of(row.getLong("position"), noted.position()))));
        }
    }
}
