package cn.shouwang.platform.evidence;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import cn.shouwang.evidence.Checkpoint;
import cn.shouwang.evidence.HashTree;
import cn.shouwang.evidence.Hashing;
import cn.shouwang.evidence.Proofs;
import cn.shouwang.platform.evidence.Checkpoints.Stored;
import cn.shouwang.platform.evidence.Sealer.Settings;
import cn.shouwang.platform.rule.RuleBroken;
import cn.shouwang.platform.store.Commit;
import cn.shouwang.platform.store.Service;
import cn.shouwang.platform.test.Servers;
import com.mongodb.client.MongoDatabase;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.bouncycastle.crypto.digests.SM3Digest;

/// A log of its own and what seals it.
final class Sealing implements AutoCloseable {

    static final String ORIGIN = "shouwang/440233/bells";

    final MongoDatabase database = Servers.freshDatabase();
    final Service service = new Service(database, "one");
    private final Path key;
    private final String origin;

    Sealing(Path key, String origin) {
        this.key = key;
        this.origin = origin;
    }

    Sealing(Path key) {
        this(key, ORIGIN);
    }

    /// A process that begins now; a checkpoint is due at each turn.
    Sealer sealer() {
        return sealer(key, 1);
    }

    Sealer sealer(Path keyFile, int patrol) {
        return new Sealer(
                new Settings(origin, keyFile, Duration.ZERO, patrol), service.log(), database, Clock.systemUTC());
    }

    /// Commits of three events.
    void commits(int count) {
        IntStream.range(0, count).forEach(_ -> service.ring(UUID.randomUUID().toString(), 0, 3));
    }

    /// One event with these texts, stored for a command that may be repeated.
    void event(String payload) {
        var entry = new Commit.Entry(
                UUID.randomUUID().toString(), "bell.rang", "2", Instant.EPOCH, payload, "{\"actor\":\"东\"}");
        var stream = UUID.randomUUID().toString();
        service.appender().append(new Commit(-1, stream, "Bell", 0, "key-" + stream, "print", List.of(entry)));
    }

    /// The rule by which it does not seal.
    String refusal(Sealer sealer) {
        return assertThatExceptionOfType(RuleBroken.class)
                .isThrownBy(sealer::seal)
                .actual()
                .rule();
    }

    List<Stored> checkpoints() {
        return new Checkpoints(database).page(0, 1000).reversed();
    }

    Stored last() {
        return new Checkpoints(database).last().orElseThrow();
    }

    /// Whether each checkpoint has grown into the next, by the tiles as they are now.
    boolean areGrown() {
        var all = checkpoints();
        return IntStream.range(1, all.size()).allMatch(at -> isGrown(all.get(at - 1), all.get(at)));
    }

    private boolean isGrown(Stored older, Stored newer) {
        var hashing = Checkpoint.hashing(origin);
        var tree = new HashTree(hashing, new StoredTiles(database), newer.size());
        return new Proofs(hashing)
                .isGrown(
                        older.size(),
                        older.head().root(),
                        newer.size(),
                        newer.head().root(),
                        tree.consistency(older.size()));
    }

    byte[] storedRoot() {
        return new StoredRoot(Checkpoint.hashing(origin) == Hashing.SM3 ? Sealing::sm3 : Sealing::sha256).of(database);
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] sm3(byte[] bytes) {
        var digest = new SM3Digest();
        digest.update(bytes, 0, bytes.length);
        var hash = new byte[32];
        digest.doFinal(hash, 0);
        return hash;
    }

    @Override
    public void close() {
        service.close();
    }
}
