package cn.shouwang.platform.sealing;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.set;
import static com.mongodb.client.model.Updates.unset;
import static java.util.stream.Collectors.toMap;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.mongodb.ErrorCategory;
import com.mongodb.MongoBulkWriteException;
import com.mongodb.ReadConcern;
import com.mongodb.ReadPreference;
import com.mongodb.WriteConcern;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.InsertManyOptions;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.WriteModel;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Date;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import org.bson.Document;
import org.bson.types.Binary;

/// Person keys in collection `person_keys`: `{_id: subject, version, wrapped}`, wrapped by the
/// installation's key of that version; `{_id, destroyedAt}` once destroyed.
///
/// A key is durable before anything is sealed under it. Opened keys are kept in memory for a minute,
/// so that a key destroyed by another process is gone everywhere a minute later.
public final class StoredPersonKeys implements PersonKeys {

    private static final int MOST_IN_MEMORY = 50_000;
    private static final Duration KEPT = Duration.ofMinutes(1);
    private static final int REWRAPPED_AT_ONCE = 1_000;
    private static final Duration PATIENCE = Duration.ofSeconds(3);
    private static final Duration PAUSE = Duration.ofMillis(20);

    private final MongoCollection<Document> keys;
    private final WrappingKeys wrapping;
    private final Suite suite;
    private final Clock clock;
    private final Cache<String, Optional<Held>> held = Caffeine.newBuilder()
            .maximumSize(MOST_IN_MEMORY)
            .expireAfterWrite(KEPT)
            .build();

    public StoredPersonKeys(MongoDatabase database, WrappingKeys wrapping, Suite suite, Clock clock) {
        this.keys = collection(database);
        this.wrapping = wrapping;
        this.suite = suite;
        this.clock = clock;
    }

    /// Whether that database holds no key that would have to be unwrapped.
    public static boolean isFresh(MongoDatabase database) {
        return collection(database).find(exists("wrapped")).first() == null;
    }

    private static MongoCollection<Document> collection(MongoDatabase database) {
        return database.getCollection("person_keys")
                .withWriteConcern(WriteConcern.MAJORITY.withJournal(true))
                .withReadConcern(ReadConcern.MAJORITY)
                .withReadPreference(ReadPreference.primary());
    }

    @Override
    public Optional<Held> find(String subject) {
        var known = held.getIfPresent(subject);
        if (known != null) {
            return known;
        }
        var stored = keys.find(eq("_id", subject)).first();
        if (stored == null) {
            return Optional.empty(); // not remembered: another process may make it next
        }
        return remember(subject, stored);
    }

    @Override
    public void fetch(Collection<String> subjects) {
        var missing = subjects.stream()
                .filter(subject -> held.getIfPresent(subject) == null)
                .toList();
        if (!missing.isEmpty()) {
            keys.find(in("_id", missing)).forEach(stored -> remember(stored.getString("_id"), stored));
        }
    }

    @Override
    public void make(Collection<String> subjects) {
        var missing = new HashSet<String>();
        for (var subject : subjects) {
            var known = held.getIfPresent(subject);
            if (known == null) {
                missing.add(subject);
            } else if (known.isEmpty()) {
                throw new Forgotten();
            }
        }
        insertAll(missing);
    }

    private void load(Collection<String> subjects) {
        for (var stored : keys.find(in("_id", subjects))) {
            if (remember(stored.getString("_id"), stored).isEmpty()) {
                throw new Forgotten();
            }
        }
    }

    /// Tries to make them without asking first: what a stream is about was opened when it was read, a
    /// moment ago, so who is not in memory is nearly always new.
    private void insertAll(Collection<String> subjects) {
        if (subjects.isEmpty()) {
            return;
        }
        var made = subjects.stream().collect(toMap(subject -> subject, _ -> Secret.random()));
        var wrap = wrapping.current();
        var alone = insert(made, wrap);
        // a rotation that began meanwhile may have looked for keys to wrap anew before these were there
        for (var now = wrapping.current(); now.version() != wrap.version(); now = wrapping.current()) {
            wrapAnew(made, wrap, now);
            wrap = now;
        }
        if (alone) {
            made.forEach((subject, secret) -> held.put(subject, Optional.of(new Held(secret))));
        } else {
            load(subjects); // what is stored holds
        }
    }

    /// False when some of them were there already.
    private boolean insert(Map<String, Secret> made, WrappingKeys.Current wrap) {
        var rows = made.entrySet().stream()
                .map(one -> new Document("_id", one.getKey())
                        .append("version", wrap.version())
                        .append("wrapped", wrapped(one.getKey(), one.getValue(), wrap.key())))
                .toList();
        try {
            keys.insertMany(rows, new InsertManyOptions().ordered(false));
            return true;
        } catch (MongoBulkWriteException e) {
            if (e.getWriteErrors().stream().anyMatch(error -> error.getCategory() != ErrorCategory.DUPLICATE_KEY)) {
                throw e;
            }
            return false;
        }
    }

    /// Those of `made` that are stored as they were wrapped; another's key for the same subject stays.
    private void wrapAnew(Map<String, Secret> made, WrappingKeys.Current old, WrappingKeys.Current wrap) {
        List<UpdateOneModel<Document>> updates = new ArrayList<>();
        made.forEach((subject, secret) -> updates.add(new UpdateOneModel<>(
                and(eq("_id", subject), eq("wrapped", wrapped(subject, secret, old.key()))),
                combine(set("version", wrap.version()), set("wrapped", wrapped(subject, secret, wrap.key()))))));
        keys.bulkWrite(List.copyOf(updates));
    }

    private Binary wrapped(String subject, Secret secret, Secret key) {
        return new Binary(key.seal(suite, subject, secret.bytes()));
    }

    private Optional<Held> remember(String subject, Document stored) {
        var opened = unwrapped(stored).map(Held::new);
        held.put(subject, opened);
        return opened;
    }

    private Optional<Secret> unwrapped(Document stored) {
        var wrapped = stored.get("wrapped", Binary.class);
        if (wrapped == null) {
            return Optional.empty();
        }
        var subject = stored.getString("_id");
        var key = wrapping.version(stored.getLong("version"));
        return key.isPresent()
                ? key.map(found -> new Secret(found.open(subject, wrapped.getData())))
                : unwrappedAnew(subject, stored);
    }

    /// The key was dropped since the row was read: a rotation has wrapped it anew meanwhile, or whoever
    /// makes it now is about to.
    private Optional<Secret> unwrappedAnew(String subject, Document seen) {
        var until = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            var stored = keys.find(eq("_id", subject)).first();
            if (stored == null) {
                return Optional.empty();
            }
            if (!Objects.equals(seen.get("version"), stored.get("version"))) {
                return unwrapped(stored);
            }
            if (System.nanoTime() > until) {
                throw new IllegalStateException("person keys are wrapped by version " + stored.get("version")
                        + " of the installation's key, which its file does not hold");
            }
            LockSupport.parkNanos(PAUSE.toNanos());
        }
    }

    /// Destroys the keys of `subjects`, and the installation's key that wrapped them, so that older copies
    /// of `person_keys`, in a backup or in freed disk blocks, open nothing either. May be repeated.
    public void destroy(Collection<String> subjects) {
        var now = Date.from(clock.instant());
        var gone = subjects.stream()
                .<WriteModel<Document>>map(subject -> new UpdateOneModel<>(
                        eq("_id", subject),
                        combine(unset("wrapped"), unset("version"), set("destroyedAt", now)),
                        new UpdateOptions().upsert(true)))
                .toList();
        if (!gone.isEmpty()) {
            keys.bulkWrite(gone);
        }
        subjects.forEach(subject -> held.put(subject, Optional.empty()));
        rotate();
    }

    /// Wraps every person key by a new key of the installation and drops the old ones; the number of keys
    /// wrapped anew. One process at a time; after a crash half-way it is simply called again.
    public long rotate() {
        return wrapping.alone(() -> {
            wrapping.rotate();
            var done = rewrap(wrapping.current());
            wrapping.dropOthers();
            return done;
        });
    }

    /// A key under a version that is gone already belongs to whoever makes it at this moment and sees
    /// after its insert that the version has changed.
    private long rewrap(WrappingKeys.Current wrap) {
        var done = 0L;
        while (true) {
            var old = keys.find(in("version", wrapping.others()))
                    .limit(REWRAPPED_AT_ONCE)
                    .into(new ArrayList<>());
            if (old.isEmpty()) {
                return done;
            }
            List<UpdateOneModel<Document>> updates = new ArrayList<>();
            for (var stored : old) {
                var subject = stored.getString("_id");
                unwrapped(stored)
                        .ifPresent(secret -> updates.add(new UpdateOneModel<>(
                                and(eq("_id", subject), eq("version", stored.getLong("version"))),
                                combine(
                                        set("version", wrap.version()),
                                        set("wrapped", wrapped(subject, secret, wrap.key()))))));
            }
            keys.bulkWrite(List.copyOf(updates));
            done += updates.size();
        }
    }
}
