package cn.shouwang.platform.evidence;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Updates.set;

import cn.shouwang.evidence.Hash;
import cn.shouwang.evidence.Tiles;
import cn.shouwang.platform.store.LogUnavailable;
import com.mongodb.ErrorCategory;
import com.mongodb.MongoBulkWriteException;
import com.mongodb.ReadConcern;
import com.mongodb.ReadPreference;
import com.mongodb.WriteConcern;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.InsertOneModel;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.WriteModel;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bson.Document;
import org.bson.types.Binary;

/// Collection `tiles`: `{_id: "<level>/<index>", hashes: 32 bytes each, one behind the other}`.
///
/// A tile only ever grows: a write never shortens it, and one that would change a hash that is there is
/// refused as [Damaged], whichever process wrote it.
final class StoredTiles implements Tiles {

    private static final int TURNS = 20; // of processes that write the same tiles at once

    /// A tile as it shall be stored.
    static final class Tile {

        private final int level;
        private final long index;
        private final byte[] hashes;

        /// Takes the array as its own; the caller forgets it.
        Tile(int level, long index, byte[] hashes) {
            this.level = level;
            this.index = index;
            this.hashes = hashes;
        }

        String id() {
            return level + "/" + index;
        }

        /// Place of the first hash in which the two differ, as far as both go; -1 when they do not.
        private int difference(byte[] other) {
            var common = Math.min(hashes.length, other.length);
            var at = Arrays.mismatch(hashes, 0, common, other, 0, common);
            return at < 0 ? -1 : at / Hash.BYTES;
        }

        private long leaf(int place) {
            return ((index << Byte.SIZE) + place) << (Byte.SIZE * level);
        }
    }

    private final MongoCollection<Document> tiles;

    StoredTiles(MongoDatabase database) {
        this.tiles = database.getCollection("tiles")
                .withWriteConcern(WriteConcern.MAJORITY.withJournal(true))
                .withReadConcern(ReadConcern.MAJORITY)
                .withReadPreference(ReadPreference.primary());
    }

    @Override
    public byte[] read(int level, long index, int width) {
        return find(level, index)
                .filter(hashes -> hashes.length >= width * Hash.BYTES)
                .orElseThrow(() -> new Missing(level, index));
    }

    /// The hashes of a tile as far as it is filled.
    Optional<byte[]> find(int level, long index) {
        return Optional.ofNullable(tiles.find(eq("_id", level + "/" + index)).first())
                .flatMap(StoredTiles::hashes);
    }

    private static Optional<byte[]> hashes(Document tile) {
        return tile.get("hashes") instanceof Binary hashes ? Optional.of(hashes.getData()) : Optional.empty();
    }

    /// The tiles as they are now, each asked for once: for one tree and one thread.
    Tiles remembered() {
        var known = new HashMap<String, byte[]>();
        return (level, index, width) -> {
            var hashes = known.computeIfAbsent(
                    level + "/" + index, _ -> find(level, index).orElseGet(() -> new byte[0]));
            if (hashes.length < width * Hash.BYTES) {
                throw new Missing(level, index);
            }
            return hashes;
        };
    }

    /// Makes sure that all of these are stored, durably.
    void write(List<Tile> filled) {
        var due = filled;
        for (var turn = 0; !due.isEmpty(); turn++) {
            if (turn == TURNS) {
                throw new LogUnavailable("the tiles are being written by others");
            }
            due = attempt(due);
        }
    }

    /// What is to be looked at once more, because another process wrote at the same time.
    private List<Tile> attempt(List<Tile> due) {
        var there = existing(due);
        var writes = new ArrayList<WriteModel<Document>>();
        for (var tile : due) {
            write(tile, there).ifPresent(writes::add);
        }
        return writes.isEmpty() || isDone(writes) ? List.of() : due;
    }

    private Map<String, Document> existing(List<Tile> due) {
        var existing = new HashMap<String, Document>();
        tiles.find(in("_id", due.stream().map(Tile::id).toList()))
                .forEach(tile -> existing.put(tile.getString("_id"), tile));
        return existing;
    }

    private static Optional<WriteModel<Document>> write(Tile tile, Map<String, Document> there) {
        var row = there.get(tile.id());
        var hashes = new Binary(tile.hashes);
        if (row == null) {
            return Optional.of(new InsertOneModel<>(new Document("_id", tile.id()).append("hashes", hashes)));
        }
        var old = hashes(row).orElseThrow(() -> new Damaged(Damage.TILES_CHANGED, tile.leaf(0)));
        var differs = tile.difference(old);
        if (differs >= 0) {
            throw new Damaged(Damage.TILES_CHANGED, tile.leaf(differs));
        }
        return old.length >= tile.hashes.length
                ? Optional.empty()
                : Optional.of(new UpdateOneModel<>(
                        and(eq("_id", tile.id()), eq("hashes", new Binary(old))), set("hashes", hashes)));
    }

    private boolean isDone(List<WriteModel<Document>> writes) {
        try {
            var result = tiles.bulkWrite(writes, new BulkWriteOptions().ordered(false));
            return result.getInsertedCount() + result.getMatchedCount() == writes.size();
        } catch (MongoBulkWriteException e) {
            if (e.getWriteErrors().stream().allMatch(error -> error.getCategory() == ErrorCategory.DUPLICATE_KEY)
                    && e.getWriteConcernError() == null) {
                return false;
            }
            throw e;
        }
    }
}
