package cn.shouwang.platform.flag;

import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.set;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import org.bson.Document;
import org.bson.conversions.Bson;

/// Flags the same answers about several things by one account: one flag per set of answers, which grows
/// while each comes within `hours` of the one before.
///
/// Kept in the office's row, see [Bursts], as `copies: [{print, first, since, last, streams, positions}]`:
/// of each set of answers a hash, and no longer than it may still be copied. Several visits to one thing
/// are one.
final class Copies {

    private static final long HOUR = 3_600_000;
    private static final int MOST_SETS = 20;
    private static final int MOST_THINGS = Marks.MOST_POSITIONS;

    private Copies() {}

    static void look(Document row, Noted noted, BiConsumer<String, Bson> flags) {
        if (noted.form().compared().isEmpty()) {
            return;
        }
        var rule = noted.rules().copies();
        var sets = new ArrayList<>(row.getList("copies", Document.class, List.of()));
        sets.removeIf(set -> noted.millis() - set.getLong("last") > rule.hours() * HOUR);
        var print = print(noted);
        var answers = sets.stream()
                .filter(set -> print.equals(set.getString("print")))
                .findFirst()
                .orElseGet(() -> begun(print, noted));
        sets.remove(answers);
        sets.add(further(answers, noted, flags));
        row.put("copies", sets.subList(Math.max(0, sets.size() - MOST_SETS), sets.size()));
    }

    private static Document begun(String print, Noted noted) {
        return new Document("print", print)
                .append("first", noted.position())
                .append("since", noted.millis())
                .append("streams", List.<String>of())
                .append("positions", List.<Long>of());
    }

    private static Document further(Document before, Noted noted, BiConsumer<String, Bson> flags) {
        var rule = noted.rules().copies();
        var streams = new ArrayList<>(before.getList("streams", String.class));
        var positions = new ArrayList<>(before.getList("positions", Long.class));
        var answers = new Document(before).append("last", noted.millis());
        if (streams.contains(noted.recorded().stream()) || streams.size() == MOST_THINGS) {
            return answers;
        }
        streams.add(noted.recorded().stream());
        positions.add(noted.position());
        if (streams.size() >= rule.subjects()) {
            flags.accept(
                    FlagId.of(FlagKind.COPY_PASTE, noted.office(), Long.toString(answers.getLong("first")))
                            .toString(),
                    combine(
                            Marks.of(FlagKind.COPY_PASTE, noted, noted.from(), rule.subjects()),
                            set("name", noted.form().name()),
                            set("measure", (long) streams.size()),
                            set("within", rule.hours()),
                            Marks.begun(answers.getLong("since"), positions.size(), positions)));
        }
        return answers.append("streams", streams).append("positions", positions);
    }

    private static String print(Noted noted) {
        var event = noted.recorded().event();
        var answers = noted.form().compared().stream()
                .map(part -> String.valueOf(part.of(event)))
                .collect(Collectors.joining("\n", noted.form().name() + "\n", ""));
        try {
            var hash = MessageDigest.getInstance("SHA-256").digest(answers.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash, 0, 16);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
