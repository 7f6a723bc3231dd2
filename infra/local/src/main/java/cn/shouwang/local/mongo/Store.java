package cn.shouwang.local.mongo;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;

/// The folder of a server: its log, and the databases and collections read from it.
///
/// One process owns a folder at a time, by a lock on the file `lock` in it. Creating, dropping and
/// renaming hold the monitor of this object.
final class Store implements AutoCloseable {

    private final FileChannel lockFile;
    private final RecordLog log;
    private final LongAdder liveBytes = new LongAdder();
    private final Map<String, LocalDatabase> databases = new ConcurrentSkipListMap<>();
    private final Map<Integer, Documents> documents = new ConcurrentHashMap<>();
    private final AtomicInteger lastCollection = new AtomicInteger();

    private Store(Path directory, FileChannel lockFile, int segmentBytes, Disk disk) throws IOException {
        this.lockFile = lockFile;
        var found = new HashMap<Integer, Remains>();
        this.log = Recovery.open(directory, segmentBytes, disk, (kind, collection, slot, _, location) -> {
            lastCollection.accumulateAndGet(collection, Math::max);
            var remains = found.computeIfAbsent(collection, _ -> new Remains());
            switch (kind) {
                case LogRecord.PUT -> remains.slots.put(slot, location);
                case LogRecord.DELETE -> remains.slots.remove(slot);
                case LogRecord.DEFINE -> remains.definedAt = location;
                case LogRecord.DROP -> found.remove(collection);
                case LogRecord.SEAL -> {}
                default ->
                    throw new StoreFailure("a record of unknown kind %d in %s; it was written by a newer version"
                            .formatted(kind, Location.describe(location)));
            }
        });
        try {
            found.forEach(this::restore);
        } catch (RuntimeException e) {
            log.close();
            throw e;
        }
    }

    /// What the log has of a collection. One without a definition was dropped.
    private static final class Remains {
        private final SlotTable slots = new SlotTable();
        private long definedAt = -1;
    }

    static Store open(Path directory, int segmentBytes, Disk disk) {
        try {
            Files.createDirectories(directory);
            var lockFile =
                    FileChannel.open(directory.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            try {
                if (tryLock(lockFile) == null) {
                    throw new StoreFailure(
                            "%s is in use by another process; stop it or choose another folder".formatted(directory));
                }
                return new Store(directory, lockFile, segmentBytes, disk);
            } catch (IOException | RuntimeException e) {
                lockFile.close();
                throw e;
            }
        } catch (IOException e) {
            throw new StoreFailure("%s could not be opened: %s".formatted(directory, e), e);
        }
    }

    private static @Nullable FileLock tryLock(FileChannel file) throws IOException {
        try {
            return file.tryLock();
        } catch (OverlappingFileLockException e) {
            return null; // this process has it
        }
    }

    private void restore(int id, Remains remains) {
        byte[] bson = remains.definedAt < 0 ? null : log.payload(remains.definedAt);
        if (bson == null) {
            return;
        }
        var definition = Bson.decode(bson);
        var database = database(Fields.text(definition, "db"));
        var name = Fields.text(definition, "name");
        var restored = new Documents(id, database.getDatabaseName(), name, this, remains.slots);
        var indexes = Fields.documents(definition, "indexes");
        restored.restore(indexes.stream().map(IndexDefinition::of).toList(), remains.definedAt);
        documents.put(id, restored);
        database.register(name, new LocalCollection(database, name, restored));
    }

    LocalDatabase database(String name) {
        return databases.computeIfAbsent(name, _ -> new LocalDatabase(name, this));
    }

    /// The databases that have collections, by name.
    List<LocalDatabase> databases() {
        return databases.values().stream()
                .filter(database -> !database.isEmpty())
                .toList();
    }

    LocalCollection create(LocalDatabase database, String name) {
        int id = lastCollection.incrementAndGet();
        var created = new Documents(id, database.getDatabaseName(), name, this, new SlotTable());
        created.addIndex(IndexDefinition.ID);
        documents.put(id, created);
        return new LocalCollection(database, name, created);
    }

    void forget(LocalCollection collection) {
        documents.remove(collection.documents().id());
    }

    /// The documents of a collection by its number, or null if it is gone.
    @Nullable
    Documents documents(int id) {
        return documents.get(id);
    }

    RecordLog log() {
        return log;
    }

    /// Bytes of the records that count; the rest of the log is dead.
    LongAdder liveBytes() {
        return liveBytes;
    }

    @Override
    public void close() {
        try (lockFile) {
            log.close();
        } catch (IOException e) {
            throw new StoreFailure("the lock could not be released: " + e, e);
        }
    }
}
