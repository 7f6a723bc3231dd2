package cn.shouwang.platform.store;

import cn.shouwang.platform.audit.Meta;
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
    private final boolean request;
    private @Nullable Accepted stored;

    private Attempt(@Nullable String key, String print, String correlation, String causation, boolean request) {
        this.key = key;
        this.print = print;
        this.correlation = correlation;
        this.causation = causation;
        this.request = request;
    }

    /// An attempt that is not recognised when repeated.
    public static Attempt once(String correlation) {
        return new Attempt(null, "", correlation, correlation, true);
    }

    /// A caller's request under a key. It gets the same answer when repeated, a refusal included.
    public static Attempt request(String key, String print, String correlation) {
        return new Attempt(key, print, correlation, correlation, true);
    }

    /// A policy's answer to a message, under a key derived from the message. What was stored is
    /// recognised when repeated; what was refused is tried again.
    public static Attempt keyed(String key, String print, String correlation, String causation) {
        return new Attempt(key, print, correlation, causation, false);
    }

    /// One of many commands that one event causes, each to a stream of its own that it begins: what was
    /// stored before is recognised by the stream, so it takes no key.
    public static Attempt beginning(String correlation, String causation) {
        return new Attempt(null, "", correlation, causation, false);
    }

    /// Whether a refusal is final for this key.
    public boolean isRequest() {
        return request;
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

    /// The chain this attempt belongs to, under the keys of [Meta].
    public Map<String, String> causes() {
        var causes = new HashMap<String, String>();
        causes.put(Meta.CORRELATION, correlation);
        causes.put(Meta.CAUSATION, causation);
        return causes;
    }
}
