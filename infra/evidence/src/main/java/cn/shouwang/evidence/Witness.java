package cn.shouwang.evidence;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A second party: signs a log's checkpoint only if the log has done nothing but grow since the last one
/// it signed. The prefecture's laptop runs one.
public final class Witness {

    /// Why a witness does not sign.
    public enum Refusal {
        /// The checkpoint does not carry a good signature of the log's key.
        NOT_THE_LOG,
        /// It is not grown from the size this witness saw last: ask again from that one.
        OTHER_SIZE,
        /// It is of a size seen before, or a smaller one.
        SMALLER,
        /// It is not the log seen before: something was changed, removed or put in.
        NOT_GROWN
    }

    /// What came of it: the checkpoint with the signature, or why not.
    public record Answer(
            @Nullable SignedNote signed, @Nullable Refusal refusal) {}

    private final NoteSigner signer;
    private final NoteKey log;

    /// Watches the log whose key this is.
    public Witness(NoteSigner signer, NoteKey log) {
        this.signer = signer;
        this.log = log;
    }

    /// `seen` is the last checkpoint of the log this witness signed, if it did. The caller keeps the signed
    /// note before it hands it on.
    public Answer sign(Growth growth, Optional<Checkpoint> seen, Instant now) {
        var refusal = refusal(growth, seen);
        return refusal == null ? new Answer(signer.sign(growth.checkpoint(), now), null) : new Answer(null, refusal);
    }

    private @Nullable Refusal refusal(Growth growth, Optional<Checkpoint> seen) {
        var next = Checkpoint.parse(growth.checkpoint().text());
        if (!next.origin().equals(log.name()) || log.signed(growth.checkpoint()).isEmpty()) {
            return Refusal.NOT_THE_LOG;
        }
        var hashing = next.hashing();
        var last = seen.orElseGet(
                () -> Checkpoint.of(log.name(), 0, hashing.hasher().empty()));
        if (next.size() < last.size()) {
            return Refusal.SMALLER;
        }
        if (growth.old() != last.size()) {
            return Refusal.OTHER_SIZE;
        }
        return new Proofs(hashing).isGrown(last.size(), last.root(), next.size(), next.root(), growth.path())
                ? null
                : Refusal.NOT_GROWN;
    }
}
