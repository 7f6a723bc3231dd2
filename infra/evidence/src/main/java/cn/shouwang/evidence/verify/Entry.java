package cn.shouwang.evidence.verify;

import cn.shouwang.evidence.Hash;
import cn.shouwang.evidence.LoggedEvent;
import org.jspecify.annotations.Nullable;

/// An event as it was found: the place it says to have, the hash of its leaf, and the event itself unless it
/// cannot be read. `defect` says what is wrong with how it is stored.
public record Entry(
        long position,
        Hash leaf,
        @Nullable LoggedEvent event,
        @Nullable Defect defect) {

    /// What is wrong with how an event is stored, whatever it says.
    public record Defect(Finding.Kind kind, Said what) {}

    public static Entry of(LoggedEvent event, Hash leaf) {
        return new Entry(event.position(), leaf, event, null);
    }
}
