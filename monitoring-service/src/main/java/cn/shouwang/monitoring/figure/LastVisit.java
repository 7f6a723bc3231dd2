package cn.shouwang.monitoring.figure;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.bson.Document;

/// The visits of one case of a household, as its file keeps them: the one for its identification and those
/// for its removal.
public final class LastVisit {

    private LastVisit() {}

    /// The latest of all; empty when the case of that number has no visit.
    public static Optional<Document> of(Document file, int cycle) {
        return Stream.concat(first(file, cycle).stream(), later(file, cycle).stream())
                .max(Comparator.comparing(visit -> visit.getString("on")));
    }

    static Optional<Document> first(Document file, int cycle) {
        return Optional.ofNullable(file.get("cycles", new Document()).get(String.valueOf(cycle), Document.class))
                .map(row -> row.get("visit", Document.class));
    }

    static List<Document> later(Document file, int cycle) {
        return file.get("exits", new Document()).values().stream()
                .map(Document.class::cast)
                .filter(exit -> exit.getInteger("cycle") == cycle && exit.containsKey("visit"))
                .map(exit -> exit.get("visit", Document.class))
                .toList();
    }
}
