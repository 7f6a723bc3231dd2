package cn.shouwang.platform.command;

import cn.shouwang.platform.store.Meta;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// One attempt to have a command stored: the key by which a repetition is recognised, the print of
/// the request, the causes, and in the end what was stored.
///
/// Bound to the thread that handles the command, so the store can put the key into the same document
/// as the events. One attempt stores one commit.
public final class Attempt {

    /// The attempt under way in this thread, if any.
    public static final ScopedValue<Attempt> CURRENT = ScopedValue.newInstance();

    private final @Nullable String key;
    private final String print;
    private final String correlation;
    private final String causation;
    private @Nullable Accepted stored;

    private Attempt(@Nullable String key, String print, String correlation, String causation) {
        this.key = key;
        this.print = print;
        this.correlation = correlation;
        this.causation = causation;
    }

    /// An attempt that is not recognised when repeated.
    public static Attempt once(String correlation) {
        return new Attempt(null, "", correlation, correlation);
    }

    /// An attempt under a key, itself unguessable or derived from a message id.
    public static Attempt keyed(String key, String print, String correlation, String causation) {
        return new Attempt(key, print, correlation, causation);
    }

    public Optional<String> key() {
        return Optional.ofNullable(key);
    }

    /// Hash of the request under the key; differs when the key is used for another request.
    public String print() {
        return print;
    }

    public Optional<Accepted> stored() {
        return Optional.ofNullable(stored);
    }

    /// Told by the store once the commit is durable.
    public void stored(Accepted accepted) {
        if (stored != null) {
            throw new IllegalStateException("one attempt stores one commit");
        }
        stored = accepted;
    }

    Map<String, String> causes() {
        var causes = new HashMap<String, String>();
        causes.put(Meta.CORRELATION, correlation);
        causes.put(Meta.CAUSATION, causation);
        return causes;
    }
}
