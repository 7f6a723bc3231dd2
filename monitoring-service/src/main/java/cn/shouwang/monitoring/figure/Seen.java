package cn.shouwang.monitoring.figure;

import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.bson.Document;

/// What the last visit of a household's present case found, be it for its identification or its removal.
/// Amounts are fen per head and year; `gainFen` is what came since the first visit of the case, empty while
/// there was only one. `blocksFen` are the household's sums a year by the name of the block.
record Seen(
        boolean housing,
        boolean schooling,
        boolean water,
        boolean insurance,
        long perHeadFen,
        Optional<Long> gainFen,
        Map<String, Long> blocksFen) {

    Seen {
        blocksFen = Map.copyOf(blocksFen);
    }

    /// From a row of the household file; empty when the case of that number has no visit.
    static Optional<Seen> of(Document file, int cycle) {
        var first = LastVisit.later(file, cycle).isEmpty() ? Optional.<Document>empty() : LastVisit.first(file, cycle);
        return LastVisit.of(file, cycle).map(last -> seen(last, first));
    }

    private static Seen seen(Document last, Optional<Document> first) {
        var perHead = last.getLong("perHeadFen");
        return new Seen(
                last.getBoolean("housingProblem"),
                last.getBoolean("childOutOfSchool"),
                last.getBoolean("waterProblem"),
                last.getBoolean("memberUninsured"),
                perHead,
                first.map(visit -> perHead - visit.getLong("perHeadFen")),
                blocks(last.get("blocksFen", Document.class)));
    }

    private static Map<String, Long> blocks(Document blocks) {
        return blocks.keySet().stream().collect(Collectors.toMap(block -> block, blocks::getLong));
    }
}
