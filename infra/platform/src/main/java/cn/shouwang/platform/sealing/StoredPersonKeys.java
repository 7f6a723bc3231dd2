package cn.shouwang.platform.sealing;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.ne;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.set;
import static com.mongodb.client.model.Updates.unset;

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
import java.util.Optional;
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
        var version = wrapping.current();
        var fresh = subjects.stream().map(subject -> fresh(subject, version)).toList();
        var alone = insert(fresh);
        if (wrapping.version(version).isEmpty()) {
            // rotated in between: nothing was sealed under these keys yet, and nothing opens them
            keys.deleteMany(and(in("_id", subjects), eq("version", version)));
            make(subjects);
        } else if (alone) {
            fresh.forEach(made -> remember(made.getString("_id"), made));
        } else {
            load(subjects); // what is stored holds
        }
    }

    /// False when some of them were there already.
    private boolean insert(List<Document> fresh) {
        try {
            keys.insertMany(fresh, new InsertManyOptions().ordered(false));
            return true;
        } catch (MongoBulkWriteException e) {
            if (e.getWriteErrors().stream().anyMatch(error -> error.getCategory() != ErrorCategory.DUPLICATE_KEY)) {
                throw e;
            }
            return false;
        }
    }

    private Document fresh(String subject, long version) {
        return new Document("_id", subject)
                .append("version", version)
                .append("wrapped", wrapped(subject, Secret.random(), version));
    }

    private Binary wrapped(String subject, Secret secret, long version) {
        var key = wrapping.version(version)
                .orElseThrow(() -> new IllegalStateException("no wrapping key of version " + version));
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
        var version = stored.getLong("version");
        var key = wrapping.version(version)
                .orElseThrow(() -> new IllegalStateException("person keys are wrapped by version " + version
                        + " of the installation's key, which its file does not hold"));
        return Optional.of(new Secret(key.open(stored.getString("_id"), wrapped.getData())));
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
    /// wrapped anew. After a crash half-way it is simply called again.
    public synchronized long rotate() {
        var version = wrapping.rotate();
        var done = rewrap(version);
        wrapping.dropOthers();
        return done;
    }

    private long rewrap(long version) {
        var done = 0L;
        while (true) {
            var old = keys.find(and(exists("wrapped"), ne("version", version)))
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
                                combine(set("version", version), set("wrapped", wrapped(subject, secret, version))))));
            }
            keys.bulkWrite(List.copyOf(updates));
            done += updates.size();
        }
    }
}
