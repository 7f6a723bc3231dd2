package cn.shouwang.bench.drill;

import static com.mongodb.client.model.Sorts.ascending;

import com.mongodb.ConnectionString;
import com.mongodb.client.MongoClients;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A service's log as it lies in its database, collection `log`: one document per commit, `{_id: position
/// of its first event, stream, sequence, key?, events: [{id, name, payload, …}]}`. Read only.
public record StoredLog(List<Commit> commits) {

    private static final JsonMapper JSON = JsonMapper.shared();

    /// What one command stored. `key` is there for a command that may be repeated: 64 hex digits for a
    /// caller's, other text for a policy's.
    public record Commit(
            long position,
            String stream,
            long sequence,
            @Nullable String key,
            List<Event> events) {

        public long last() {
            return position + events.size() - 1;
        }

        boolean isAskedByCaller() {
            return key != null && key.matches("[0-9a-f]{64}");
        }
    }

    /// One event; `payload` is JSON text.
    public record Event(String id, String name, String payload) {

        JsonNode json() {
            return JSON.readTree(payload);
        }
    }

    /// All of it, in order of position.
    public static StoredLog read(String uri) {
        var address = new ConnectionString(uri);
        try (var client = MongoClients.create(address)) {
            var commits = new ArrayList<Commit>();
            client.getDatabase(Objects.requireNonNull(address.getDatabase()))
                    .getCollection("log")
                    .find()
                    .sort(ascending("_id"))
                    .forEach(document -> commits.add(commit(document)));
            return new StoredLog(List.copyOf(commits));
        }
    }

    /// The position that the next commit gets.
    public long head() {
        return commits.isEmpty() ? 0 : commits.getLast().last() + 1;
    }

    /// Every event of that name.
    public Stream<Event> events(String name) {
        return commits.stream().flatMap(commit -> commit.events().stream()).filter(event -> event.name()
                .equals(name));
    }

    /// How many commands of callers are stored; what policies added is not counted.
    public long askedByCallers() {
        return commits.stream().filter(Commit::isAskedByCaller).count();
    }

    long count(String... names) {
        return Stream.of(names).mapToLong(name -> events(name).count()).sum();
    }

    private static Commit commit(Document document) {
        var events = document.getList("events", Document.class).stream()
                .map(event -> new Event(event.getString("id"), event.getString("name"), event.getString("payload")))
                .toList();
        return new Commit(
                document.getLong("_id"),
                document.getString("stream"),
                document.getLong("sequence"),
                document.getString("key"),
                events);
    }
}
