package cn.shouwang.bench.drill.forget;

import cn.shouwang.bench.county.Forms;
import cn.shouwang.bench.door.Answer;
import cn.shouwang.bench.door.Caller;
import cn.shouwang.local.run.Suite;
import com.mongodb.client.MongoClients;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.UUID;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.bson.RawBsonDocument;

/// Every place a suite keeps or shows anything, looked through for traces.
///
/// A place is a document, a file, a record of a topic, a page of figures, or an answer. Documents are
/// read through the driver, files as they lie on the disk, those of the database and the broker
/// included.
final class Places {

    private static final List<String> LISTS = List.of(
            "/households?size=200",
            "/roster?size=200",
            "/reports?size=200",
            "/clues?size=200",
            "/todos?size=200",
            "/erasures?size=200",
            "/readings?size=200",
            "/duplicates?size=200",
            "/parked?size=200",
            "/history?size=200");

    private static final List<String> FOUND = List.of("found");

    private final Suite suite;
    private final Path directory;
    private final Map<String, Integer> looked = new LinkedHashMap<>();
    private final List<String> found = new ArrayList<>();

    Places(Suite suite, Path directory) {
        this.suite = suite;
        this.directory = directory;
    }

    /// How many places of each kind were looked through.
    Map<String, Integer> looked() {
        return looked;
    }

    int count() {
        return looked.values().stream().mapToInt(Integer::intValue).sum();
    }

    /// `<kind> <where>: <what>`, one per thing found in a place.
    List<String> found() {
        return found;
    }

    void documents(Traces traces) {
        var uri = suite.mongo("monitoring");
        var server = uri.substring(0, uri.lastIndexOf('/'));
        try (var client = MongoClients.create(server)) {
            for (var name : client.listDatabaseNames()) {
                var database = client.getDatabase(name);
                for (var collection : database.listCollectionNames()) {
                    for (var document : database.getCollection(collection, RawBsonDocument.class)
                            .find()) {
                        var bytes = document.getByteBuffer().array();
                        look("documents", name + "." + collection, traces.in(bytes));
                    }
                }
            }
        }
    }

    void files(Traces traces) {
        try (var files = Files.walk(directory)) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                look("files", directory.relativize(file).toString(), traces.in(Files.readAllBytes(file)));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void topics(Traces traces) {
        var settings = new Properties();
        settings.put("bootstrap.servers", suite.kafka());
        try (var consumer = new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            var partitions = consumer.listTopics().values().stream()
                    .flatMap(List::stream)
                    .map(part -> new TopicPartition(part.topic(), part.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            var ends = consumer.endOffsets(partitions);
            while (partitions.stream().anyMatch(part -> consumer.position(part) < ends.getOrDefault(part, 0L))) {
                for (var each : consumer.poll(Duration.ofMillis(200))) {
                    var where = each.topic() + "-" + each.partition() + "@" + each.offset();
                    look("records", where, traces.in(each.key() == null ? new byte[0] : each.key()));
                    look("records", where, traces.in(each.value() == null ? new byte[0] : each.value()));
                    each.headers()
                            .forEach(header -> look("records", where + " " + header.key(), traces.in(header.value())));
                }
            }
        }
    }

    void figures(Traces traces) {
        try (var client = HttpClient.newHttpClient()) {
            for (var process : List.of("monitoring", "employment", "gateway", "identity")) {
                var page = URI.create("http://127.0.0.1:" + suite.port(process) + "/actuator/prometheus");
                var answer = client.send(HttpRequest.newBuilder(page).build(), BodyHandlers.ofByteArray());
                look("figures", process, traces.in(answer.body()));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /// Everything the most powerful offices can be shown, and the pages of everybody.
    void answers(Traces traces, Map<String, Caller> callers, List<String> households) {
        callers.forEach((name, caller) -> {
            LISTS.forEach(list -> answer(traces, name, caller, Life.API + list));
            for (var household : households) {
                for (var page : List.of("", "/file", "/timeline?size=200", "/readings?size=200", "/identification")) {
                    answer(traces, name, caller, Life.API + "/households/" + household + page);
                }
            }
            for (var village : List.of(Life.VILLAGE, Life.OTHER_VILLAGE)) {
                answer(traces, name, caller, Life.API + "/public/publicity?village=" + village);
            }
            answer(traces, name, caller, "/api/employment/profiles?size=200");
        });
    }

    /// What somebody who holds the number of a report can ask.
    void owner(Traces traces, Caller visitor, String tracking, String phone) {
        answer(traces, "owner", visitor, Life.API + "/public/reports/" + tracking);
        var proof = new Forms.Readings(tracking, phone.substring(phone.length() - 4));
        var looks = visitor.post(
                Life.API + "/public/readings", proof, UUID.randomUUID().toString());
        look("answers", "owner /public/readings", traces.in(looks.body()));
    }

    /// What is found by searching for a person who is to be found no more; a find is a trace as well.
    void searches(Traces traces, Map<String, Caller> callers, List<Life.Search> searches) {
        callers.forEach((name, caller) -> searches.forEach(search -> {
            var answer = caller.post(
                    Life.API + "/searches/persons", search, UUID.randomUUID().toString());
            var where = "%s search by %s".formatted(name, search.by());
            look("answers", where, traces.in(answer.body()));
            look(
                    "answers",
                    where,
                    answer.isAccepted() && answer.json().path("found").asInt(1) > 0 ? FOUND : List.of());
        }));
    }

    private void answer(Traces traces, String name, Caller caller, String path) {
        var answer = caller.get(path);
        look("answers", name + " " + path, traces.in(answer.body()));
        if (answer.isAccepted()) {
            each(answer, path, "report", List.of("", "/photos"), traces, name, caller);
            each(answer, path, "clue", List.of(""), traces, name, caller);
            each(answer, path, "duplicate", List.of(""), traces, name, caller);
        }
    }

    /// The pages of each thing of a list.
    private void each(
            Answer list, String path, String thing, List<String> pages, Traces traces, String name, Caller caller) {
        var things = "/" + thing + "s";
        if (path.startsWith(Life.API + things + "?")) {
            for (var item : list.json().path("items")) {
                for (var page : pages) {
                    var where = Life.API + things + "/" + item.path(thing).asString("") + page;
                    look(
                            "answers",
                            name + " " + where,
                            traces.in(caller.get(where).body()));
                }
            }
        }
    }

    private void look(String kind, String where, List<String> traces) {
        looked.merge(kind, 1, Integer::sum);
        traces.forEach(what -> found.add("%s %s: %s".formatted(kind, where, what)));
    }
}
