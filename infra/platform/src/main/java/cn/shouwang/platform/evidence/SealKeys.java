package cn.shouwang.platform.evidence;

import cn.shouwang.evidence.Checkpoint;
import cn.shouwang.evidence.KeyFile;
import cn.shouwang.evidence.Malformed;
import cn.shouwang.evidence.NoteKey;
import cn.shouwang.evidence.NoteSigner;
import cn.shouwang.evidence.SignedNote;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.function.BooleanSupplier;

/// The installation's keys that sign checkpoints, each under the name of this log, its `origin`.
///
/// They lie in a file outside the database, mode 0600, made at the first start and shared by the services
/// of an installation. Once there are checkpoints, a file that is gone is an error: a new key would not be
/// the one whose public half others hold.
final class SealKeys {

    private final KeyFile file;
    private final String origin;
    private final BooleanSupplier fresh;

    /// `fresh` tells whether nothing was signed yet.
    SealKeys(Path file, String origin, BooleanSupplier fresh) {
        this.file = new KeyFile(file);
        this.origin = origin;
        this.fresh = fresh;
    }

    /// Those that sign, at least one; [KeyTrouble] without.
    List<NoteSigner> signers() {
        if (!file.exists()) {
            if (!fresh.getAsBoolean() && !file.exists()) {
                throw KeyTrouble.lost();
            }
            file.begin(NoteSigner.fresh(installation(), NoteKey.Kind.LOG));
        }
        try {
            return file.read().stream().map(key -> key.as(origin)).toList();
        } catch (Malformed | UncheckedIOException _) {
            throw KeyTrouble.unreadable();
        }
    }

    /// The name of the key in the file: `shouwang/<area>`.
    private String installation() {
        return origin.replaceFirst("^([^/]+/[^/]+)/.*", "$1");
    }

    /// Whether one of `signers` signed; [KeyTrouble] when none did, [Damaged] when a signature is not good.
    static void mustHaveSigned(List<NoteSigner> signers, Checkpoints.Stored stored) {
        try {
            if (signers.stream()
                    .noneMatch(signer -> signer.key().signed(stored.note()).isPresent())) {
                throw KeyTrouble.foreign();
            }
        } catch (Malformed _) {
            throw new Damaged(Damage.CHECKPOINT_FORGED, stored.size());
        }
    }

    static SignedNote sign(List<NoteSigner> signers, Checkpoint head, Instant now) {
        var note = signers.getFirst().sign(head.text(), now);
        for (var other : signers.subList(1, signers.size())) {
            note = other.sign(note, now);
        }
        return note;
    }
}
