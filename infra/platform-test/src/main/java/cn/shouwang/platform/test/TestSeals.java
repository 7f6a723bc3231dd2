package cn.shouwang.platform.test;

import cn.shouwang.platform.sealing.Forgotten;
import cn.shouwang.platform.sealing.PersonKeys;
import cn.shouwang.platform.sealing.Seals;
import cn.shouwang.platform.sealing.Suite;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Person keys in memory, for tests without a database.
public final class TestSeals implements PersonKeys {

    private final Map<String, Held> keys = new HashMap<>();
    private final Set<String> destroyed = new HashSet<>();

    /// Seals whose keys nobody else has.
    public static Seals fresh() {
        return new TestSeals().seals();
    }

    public Seals seals() {
        return new Seals(this, Suite.AES);
    }

    public synchronized void destroy(String subject) {
        keys.remove(subject);
        destroyed.add(subject);
    }

    @Override
    public synchronized Optional<Held> find(String subject) {
        return Optional.ofNullable(keys.get(subject));
    }

    @Override
    public synchronized void make(Collection<String> subjects) {
        for (var subject : subjects) {
            if (destroyed.contains(subject)) {
                throw new Forgotten();
            }
            keys.computeIfAbsent(subject, _ -> Held.random());
        }
    }
}
