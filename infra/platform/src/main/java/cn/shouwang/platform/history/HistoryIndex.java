package cn.shouwang.platform.history;

import static com.mongodb.client.model.Indexes.ascending;
import static com.mongodb.client.model.Indexes.compoundIndex;
import static com.mongodb.client.model.Indexes.descending;

import cn.shouwang.platform.audit.Meta;
import cn.shouwang.platform.store.AsStored;
import cn.shouwang.platform.store.Reader;
import cn.shouwang.platform.store.Readers;
import cn.shouwang.platform.store.Recorded;
import com.mongodb.ErrorCategory;
import com.mongodb.MongoBulkWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.InsertManyOptions;
import com.mongodb.client.model.ReplaceOptions;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.springframework.context.SmartLifecycle;

/// Collection `history_v1`, one row per event as it is stored: `{_id: position, nth, name, revision,
/// stream, division, places, actor, role, from, channel, correlation?, causation?, on, recordedAt, about,
/// keys, words}`, and `history_forms_v1`, `{_id: name@revision, name, revision}` of every form there is.
///
/// `nth` is the event's place in its commit; `from` the actor's own division; `on` the village day as ISO
/// text, that of recording for an event that names none; `places` are the beginnings of `division` of 9
/// and 12 digits, by field `p9` and `p12`; `about` the ids it mentions, its stream among them; `keys` the
/// numbers these and the correlation are found by, since an index of texts of 36 characters would not fit
/// into memory; `words` those of [Terms].
///
/// A row follows from its event alone, so writing it twice changes nothing. Unlike a read model's, rows
/// are only ever added, which takes no look at what is there.
public final class HistoryIndex implements SmartLifecycle {

    static final String READER = "history-v1";

    private static final Duration PATIENCE = Duration.ofSeconds(2);
    private static final long EXACT = (1L << 52) - 1; // what a double holds, so that any server orders it fast

    private final MongoCollection<Document> rows;
    private final MongoCollection<Document> forms;
    private final Reader reader;
    private final Set<String> knownForms = new HashSet<>();
    private volatile boolean indexed;
    private volatile boolean running;

    public HistoryIndex(MongoDatabase database, Readers readers) {
        this.rows = database.getCollection("history_v1");
        this.forms = database.getCollection("history_forms_v1");
        this.reader = readers.stored(READER, this::write);
    }

    MongoCollection<Document> rows() {
        return rows;
    }

    MongoCollection<Document> forms() {
        return forms;
    }

    /// Whether every event up to `position` is indexed, waiting at most two seconds.
    boolean reaches(long position) {
        try {
            return reader.await(position, PATIENCE);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private void write(List<Recorded> batch) {
        ensureIndexes();
        var all = new ArrayList<Document>(batch.size());
        for (var recorded : batch) {
            if (recorded.event() instanceof AsStored event) {
                ensureForm(event);
                all.add(row(event));
            }
        }
        insert(all);
    }

    private void insert(List<Document> all) {
        try {
            rows.insertMany(all, new InsertManyOptions().ordered(false));
        } catch (MongoBulkWriteException e) {
            if (e.getWriteErrors().stream().anyMatch(error -> error.getCategory() != ErrorCategory.DUPLICATE_KEY)) {
                throw e;
            }
        }
    }

    /// A form is known before the first row that has it.
    private void ensureForm(AsStored event) {
        var name = event.entry().name();
        var revision = event.entry().revision();
        var form = name + "@" + revision;
        if (!knownForms.contains(form)) {
            var row = new Document("name", name).append("revision", revision);
            forms.replaceOne(new Document("_id", form), row, new ReplaceOptions().upsert(true));
            knownForms.add(form);
        }
    }

    Document row(AsStored event) {
        var entry = event.entry();
        var gist = Gist.of(entry.payload());
        var meta = Gist.meta(entry.meta());
        var about = new ArrayList<String>();
        about.add(event.commit().stream());
        gist.about().stream().filter(id -> !id.equals(event.commit().stream())).forEach(about::add);
        var row = new Document("_id", event.position())
                .append("nth", event.index())
                .append("name", entry.name())
                .append("revision", entry.revision())
                .append("stream", event.commit().stream())
                .append("division", gist.division());
        places(gist.division(), row);
        row.append("actor", meta.getOrDefault(Meta.ACTOR, ""))
                .append("role", meta.getOrDefault(Meta.ROLE, ""))
                .append("from", meta.getOrDefault(Meta.DIVISION, ""))
                .append("channel", meta.getOrDefault(Meta.CHANNEL, ""));
        copy(meta, Meta.CORRELATION, row);
        copy(meta, Meta.CAUSATION, row);
        return row.append("on", gist.onOr(entry.at()).toString())
                .append("recordedAt", Date.from(entry.at()))
                .append("about", about)
                .append("keys", keys(about, meta.get(Meta.CORRELATION)))
                .append("words", List.copyOf(gist.words()));
    }

    private static void places(String division, Document row) {
        for (var digits : new int[] {9, 12}) {
            if (division.length() >= digits) {
                row.append("p" + digits, division.substring(0, digits));
            }
        }
    }

    private static void copy(Map<String, String> meta, String key, Document row) {
        var text = meta.get(key);
        if (text != null) {
            row.append(key, text);
        }
    }

    private static List<Long> keys(List<String> about, @Nullable String correlation) {
        var keys = new ArrayList<Long>(about.size() + 1);
        about.forEach(id -> keys.add(key(id)));
        if (correlation != null) {
            keys.add(connection(correlation));
        }
        return keys;
    }

    /// The number an id is found by.
    static long key(String id) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(id.getBytes(StandardCharsets.UTF_8));
            return ByteBuffer.wrap(digest).getLong() & EXACT;
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /// The number a correlation is found by.
    static long connection(String correlation) {
        return key("=" + correlation);
    }

    private void ensureIndexes() {
        if (!indexed) {
            for (var field : List.of("name", "actor", "p9", "p12")) {
                rows.createIndex(compoundIndex(ascending(field), descending("_id")));
            }
            for (var field : List.of("keys", "words", "on")) {
                rows.createIndex(ascending(field));
            }
            indexed = true;
        }
    }

    @Override
    public void start() {
        running = true;
        reader.start();
    }

    @Override
    public void stop() {
        running = false;
        reader.close();
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
