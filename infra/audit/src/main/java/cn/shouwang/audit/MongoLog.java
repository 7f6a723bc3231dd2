package cn.shouwang.audit;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Sorts.ascending;
import static com.mongodb.client.model.Sorts.descending;

import cn.shouwang.evidence.Hashing;
import cn.shouwang.evidence.NoteKey;
import cn.shouwang.evidence.verify.Cursor;
import cn.shouwang.evidence.verify.Entry;
import cn.shouwang.evidence.verify.StoredNote;
import com.mongodb.ReadConcern;
import com.mongodb.ReadPreference;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoCursor;
import com.mongodb.client.MongoDatabase;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.function.Function;
import org.bson.Document;
import org.bson.RawBsonDocument;
import org.bson.types.Binary;

/// The log of a service as its database has it: collections `log`, `tiles` and `checkpoints`. Read only.
public final class MongoLog implements Source {

    private static final int READ_AHEAD = 512;

    private final MongoDatabase database;

    public MongoLog(MongoDatabase database) {
        this.database = database.withReadConcern(ReadConcern.MAJORITY).withReadPreference(ReadPreference.primary());
    }

    @Override
    public String service() {
        return database.getName();
    }

    @Override
    public List<NoteKey> keys() {
        return List.of();
    }

    /// Those that are there now; later ones are left for the next time.
    @Override
    public Cursor<StoredNote> checkpoints() {
        var notes = database.getCollection("checkpoints");
        var last = notes.find().sort(descending("_id")).limit(1).first();
        if (last == null) {
            return Cursor.over(List.of());
        }
        var cursor = notes.find(lte("_id", last.get("_id")))
                .sort(ascending("_id"))
                .batchSize(READ_AHEAD)
                .iterator();
        return new Mapped<>(cursor, MongoLog::note);
    }

    @Override
    public Optional<StoredNote> last() {
        return Optional.ofNullable(database.getCollection("checkpoints")
                        .find()
                        .sort(descending("_id"))
                        .limit(1)
                        .first())
                .map(MongoLog::note);
    }

    private static StoredNote note(Document document) {
        var size = document.get("_id") instanceof Number number ? number.longValue() : -1;
        var note = document.get("note") instanceof String text ? text : "";
        return new StoredNote(size, note);
    }

    @Override
    public Optional<byte[]> tile(int level, long index) {
        var tile = database.getCollection("tiles")
                .find(eq("_id", level + "/" + index))
                .first();
        return tile != null && tile.get("hashes") instanceof Binary hashes
                ? Optional.of(hashes.getData())
                : Optional.empty();
    }

    private MongoCollection<RawBsonDocument> log() {
        return database.getCollection("log", RawBsonDocument.class);
    }

    @Override
    public Cursor<Entry> entries(Hashing hashing) {
        var commits = log().find().sort(ascending("_id")).batchSize(READ_AHEAD).iterator();
        return new Commits(commits, new CommitReader(hashing));
    }

    @Override
    public long head() {
        var last = log().find().sort(descending("_id")).limit(1).first();
        return last == null
                ? 0
                : new CommitReader(Hashing.SHA256).read(last, 0).getLast().position() + 1;
    }

    private static final class Commits implements Cursor<Entry> {

        private final MongoCursor<RawBsonDocument> commits;
        private final CommitReader reader;
        private final Deque<Entry> read = new ArrayDeque<>();
        private long due;

        Commits(MongoCursor<RawBsonDocument> commits, CommitReader reader) {
            this.commits = commits;
            this.reader = reader;
        }

        @Override
        public boolean hasNext() {
            return !read.isEmpty() || commits.hasNext();
        }

        @Override
        public Entry next() {
            if (!hasNext()) {
                throw new NoSuchElementException();
            }
            if (read.isEmpty()) {
                read.addAll(reader.read(commits.next(), due));
            }
            var entry = read.remove();
            due = entry.position() + 1;
            return entry;
        }

        @Override
        public void close() {
            commits.close();
        }
    }

    private record Mapped<T>(MongoCursor<Document> documents, Function<Document, T> map) implements Cursor<T> {

        @Override
        public boolean hasNext() {
            return documents.hasNext();
        }

        @Override
        public T next() {
            return map.apply(documents.next());
        }

        @Override
        public void close() {
            documents.close();
        }
    }
}
