package cn.shouwang.platform.console;

import cn.shouwang.platform.console.ReaderEvent.ReaderStarted;
import cn.shouwang.platform.console.ReaderEvent.ReaderStopped;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/// Which readers rest, and why.
record Halts(Map<String, Halt> byReader) {

    static final Halts NONE = new Halts(Map.of());

    /// Why a reader rests.
    record Halt(String reason, Act act) {}

    Halts {
        byReader = Map.copyOf(byReader);
    }

    Set<String> readers() {
        return byReader.keySet();
    }

    Optional<Halt> of(String reader) {
        return Optional.ofNullable(byReader.get(reader));
    }

    /// What is in force after the event.
    Halts after(ReaderEvent event, Act act) {
        var changed = new TreeMap<>(byReader);
        switch (event) {
            case ReaderStopped stopped -> changed.put(stopped.reader(), new Halt(stopped.reason(), act));
            case ReaderStarted started -> changed.remove(started.reader());
        }
        return new Halts(changed);
    }
}
