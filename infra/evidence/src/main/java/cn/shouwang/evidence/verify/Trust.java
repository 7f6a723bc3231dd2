package cn.shouwang.evidence.verify;

import cn.shouwang.evidence.NoteKey;
import java.util.Set;

/// Whom the caller trusts: keys of the log whose origin is `origin`, and of parties who cosign it.
public record Trust(String origin, Set<NoteKey> log, Set<NoteKey> witnesses) {

    public Trust {
        log = Set.copyOf(log);
        witnesses = Set.copyOf(witnesses);
    }
}
