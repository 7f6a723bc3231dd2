package cn.shouwang.bench.drill.intruder;

import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Sorts.ascending;
import static com.mongodb.client.model.Sorts.descending;

import com.mongodb.ConnectionString;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.bson.Document;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What a service's log has grown by since a moment, read past the service.
final class Additions {

    private static final JsonMapper JSON = JsonMapper.shared();

    private final String uri;
    private final long since;

    /// One commit: who asked for it, what that account may reach, and where the events are true.
    ///
    /// @param last the position that whoever asked was told
    /// @param isReading whether it says who looked at something, or was refused: the suite's own note
    record Commit(long last, String channel, String actor, String reach, List<String> divisions, boolean isReading) {

        boolean isAsked() {
            return channel.equals("WEB") || channel.equals("PUBLIC");
        }

        boolean isWithinReach() {
            return divisions.stream().allMatch(division -> division.startsWith(reach));
        }
    }

    private Additions(String uri, long since) {
        this.uri = uri;
        this.since = since;
    }

    /// From now on.
    static Additions since(String uri) {
        long head = reading(uri, log -> {
            var last = log.find().sort(descending("_id")).first();
            return last == null
                    ? 0L
                    : last.getLong("_id")
                            + last.getList("events", Document.class).size();
        });
        return new Additions(uri, head);
    }

    /// The same moment for a server that has come up again elsewhere.
    Additions at(String other) {
        return new Additions(other, since);
    }

    List<Commit> commits() {
        return reading(uri, log -> {
            var commits = new ArrayList<Commit>();
            log.find(gte("_id", since))
                    .sort(ascending("_id"))
                    .map(Additions::commit)
                    .into(commits);
            return List.copyOf(commits);
        });
    }

    private static Commit commit(Document document) {
        var events = document.getList("events", Document.class);
        var meta = json(events.getFirst(), "meta");
        return new Commit(
                document.getLong("_id") + events.size() - 1,
                meta.path("channel").asString(""),
                meta.path("actor").asString(""),
                meta.path("division").asString(""),
                events.stream()
                        .map(event -> json(event, "payload").path("division").asString(""))
                        .toList(),
                events.stream().allMatch(event -> event.getString("name").startsWith("reading.")));
    }

    private static JsonNode json(Document event, String field) {
        return JSON.readTree(event.getString(field));
    }

    private static <T> T reading(String uri, Function<MongoCollection<Document>, T> question) {
        var address = new ConnectionString(uri);
        try (var client = MongoClients.create(address)) {
            return question.apply(client.getDatabase(Objects.requireNonNull(address.getDatabase()))
                    .getCollection("log"));
        }
    }
}
