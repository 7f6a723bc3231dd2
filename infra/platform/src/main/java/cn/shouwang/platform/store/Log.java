package cn.shouwang.platform.store;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Indexes.ascending;
import static com.mongodb.client.model.Projections.include;
import static com.mongodb.client.model.Sorts.descending;

import com.mongodb.ReadConcern;
import com.mongodb.ReadPreference;
import com.mongodb.WriteConcern;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.InsertManyOptions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.bson.codecs.configuration.CodecRegistries;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

/// The collection `log`: written through its [Appender] only, read by anyone.
///
/// Reads see what a majority has acknowledged, from the primary, so a reader never sees a commit that
/// a failover could take back.
public final class Log {

    /// What some fifty readers hold at once of a log that grew by a county's register has to fit beside all
    /// else.
    private static final int READ_AHEAD = 128;

    private final MongoCollection<Commit> commits;
    private final MongoCollection<Prepared> appended;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition grown = lock.newCondition();
    private long signalled = -1;
    private volatile boolean indexed;

    public Log(MongoDatabase database) {
        this.commits = database.getCollection("log", Commit.class)
                .withCodecRegistry(CodecRegistries.fromRegistries(
                        CodecRegistries.fromCodecs(new CommitCodec(), new Prepared.Bytes()),
                        database.getCodecRegistry()))
                .withWriteConcern(WriteConcern.MAJORITY.withJournal(true))
                .withReadConcern(ReadConcern.MAJORITY)
                .withReadPreference(ReadPreference.primary());
        this.appended = commits.withDocumentClass(Prepared.class);
    }

    /// The position the next commit gets; 0 for an empty log.
    public long head() {
        return last().map(commit -> commit.last() + 1).orElse(0L);
    }

    /// The commit stored under a command's key, if any.
    public Optional<Commit> byKey(String key) {
        return Optional.ofNullable(commits.find(eq("key", key)).first());
    }

    /// Commits in order, from the one that holds `position`. The caller closes it. Who goes on where a commit
    /// ended, as readers mostly do, costs one question.
    public ReadAhead from(long position) {
        var commits = cursor(gte("_id", position), "_id");
        if (commits.beginsAt(position)) {
            return commits;
        }
        var holder = holding(position).filter(commit -> commit.last() >= position);
        if (holder.isEmpty()) {
            return commits;
        }
        commits.close();
        return cursor(gte("_id", holder.get().position()), "_id");
    }

    /// The commit that holds `position`; the last one before it when the log does not reach so far or has a
    /// hole, empty before the first.
    public Optional<Commit> holding(long position) {
        return Optional.ofNullable(commits.find(lte("_id", position))
                .sort(descending("_id"))
                .limit(1)
                .first());
    }

    /// Commits in order, from the one that holds the first event behind `position`. The caller closes the stream.
    Stream<Commit> after(long position) {
        var commits = from(position + 1);
        var order = Spliterator.ORDERED | Spliterator.NONNULL;
        return StreamSupport.stream(Spliterators.spliteratorUnknownSize(commits, order), false)
                .filter(commit -> commit.last() > position)
                .onClose(commits::close);
    }

    /// The last commit, if there is one.
    public Optional<Commit> newest() {
        return last();
    }

    /// The commits whose first positions these are, in order.
    public List<Commit> all(Collection<Long> firsts) {
        return commits.find(in("_id", firsts))
                .sort(ascending("_id"))
                .batchSize(firsts.size() + 1)
                .into(new ArrayList<>());
    }

    /// Commits of one stream in order, from the one that holds `sequence`. The caller closes it.
    public ReadAhead stream(String stream, long sequence) {
        var first = sequence == 0 ? null : holding(stream, sequence);
        return cursor(
                and(eq("stream", stream), gte("sequence", first == null ? sequence : first.sequence())), "sequence");
    }

    /// The last commit of one stream, if the stream exists.
    public Optional<Commit> lastOf(String stream) {
        return Optional.ofNullable(holding(stream, Long.MAX_VALUE));
    }

    /// Those of `streams` that have begun, asked with one question.
    public Set<String> begun(Collection<String> streams) {
        var begun = new HashSet<String>();
        if (!streams.isEmpty()) {
            commits.find(and(in("stream", streams), eq("sequence", 0L)))
                    .projection(include("stream"))
                    .batchSize(streams.size() + 1)
                    .forEach(commit -> begun.add(commit.stream()));
        }
        return begun;
    }

    /// Waits until a commit at or past `position` was stored by this process, or the time is over.
    /// Commits of other processes are not announced: poll.
    public void awaitPast(long position, Duration time) throws InterruptedException {
        lock.lockInterruptibly();
        try {
            var left = time.toNanos();
            while (signalled < position && left > 0) {
                left = grown.awaitNanos(left);
            }
        } finally {
            lock.unlock();
        }
    }

    Optional<Commit> last() {
        ensureIndexes();
        return Optional.ofNullable(
                commits.find().sort(descending("_id")).limit(1).first());
    }

    Optional<Commit> at(long position) {
        return Optional.ofNullable(commits.find(eq("_id", position)).first());
    }

    Optional<Commit> at(String stream, long sequence) {
        return Optional.ofNullable(commits.find(and(eq("stream", stream), eq("sequence", sequence)))
                .first());
    }

    void insert(List<Prepared> batch) {
        appended.insertMany(batch, new InsertManyOptions().ordered(true));
    }

    void grownTo(long position) {
        lock.lock();
        try {
            signalled = Math.max(signalled, position);
            grown.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private @Nullable Commit holding(String stream, long sequence) {
        return commits.find(and(eq("stream", stream), lte("sequence", sequence)))
                .sort(descending("sequence"))
                .limit(1)
                .first();
    }

    private ReadAhead cursor(Bson filter, String order) {
        return new ReadAhead(commits.find(filter)
                .sort(ascending(order))
                .batchSize(READ_AHEAD)
                .iterator());
    }

    /// Made before the first append, not at start, so that a service comes up while its store is away.
    private void ensureIndexes() {
        if (!indexed) {
            commits.createIndex(ascending("stream", "sequence"), new IndexOptions().unique(true));
            commits.createIndex(
                    ascending("key"), new IndexOptions().unique(true).sparse(true));
            indexed = true;
        }
    }
}
