package cn.shouwang.evidence;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Collection;
import java.util.List;

/// That an event stands in a log, to be checked by anyone with the log's public key and nothing else
/// (c2sp.org/tlog-proof, file ending `.tlog-proof`). The event's line comes along as its extra data.
public record EventProof(String line, long index, List<Hash> path, SignedNote checkpoint) {

    private static final String HEAD = "c2sp.org/tlog-proof@v1\nextra ";
    private static final String INDEX = "\nindex ";

    public EventProof {
        path = List.copyOf(path);
    }

    /// The proof of event `index` under a checkpoint, whose tree is at least so large.
    public static EventProof of(String line, long index, HashTree tree, SignedNote checkpoint) {
        return new EventProof(line, index, tree.inclusion(index), checkpoint);
    }

    /// Reads a proof; [Malformed] when it is none.
    public static EventProof parse(byte[] bytes) {
        var text = Text.utf8(bytes);
        var index = text.indexOf(INDEX);
        if (!text.startsWith(HEAD) || index < 0) {
            throw new Malformed("not a proof that carries its event");
        }
        var end = text.indexOf('\n', index + 1);
        if (end < 0) {
            throw new Malformed("a proof ends too early");
        }
        var rest = Lines.parse(text.substring(end + 1));
        return new EventProof(
                new String(Text.base64(text.substring(HEAD.length(), index)), StandardCharsets.UTF_8),
                Text.number(text.substring(index + INDEX.length(), end)),
                rest.path(),
                rest.checkpoint());
    }

    /// The event, once it is proven to stand in a log whose key is among `keys`; [Malformed] says why not.
    public LoggedEvent check(Collection<NoteKey> keys) {
        var head = Checkpoint.parse(checkpoint.text());
        var signed = keys.stream()
                .filter(key -> key.kind() == NoteKey.Kind.LOG && key.name().equals(head.origin()))
                .anyMatch(key -> key.signed(checkpoint).isPresent());
        if (!signed) {
            throw new Malformed("the checkpoint is not signed by a known key of its log");
        }
        var bytes = line.getBytes(StandardCharsets.UTF_8);
        var event = LoggedEvent.parse(bytes);
        var leaf = head.hashing().hasher().leaf(bytes);
        if (event.position() != index
                || !new Proofs(head.hashing()).includes(leaf, index, head.size(), path, head.root())) {
            throw new Malformed("the event does not stand at that place of that log");
        }
        return event;
    }

    @Override
    public String toString() {
        var proof = new StringBuilder(HEAD)
                .append(Base64.getEncoder().encodeToString(line.getBytes(StandardCharsets.UTF_8)))
                .append(INDEX)
                .append(index)
                .append('\n');
        new Lines(path, checkpoint).write(proof);
        return proof.toString();
    }
}
