package cn.shouwang.evidence.verify;

import cn.shouwang.evidence.SignedNote;
import java.util.List;

/// What the caller kept since earlier: checkpoints of this log, and the tiles of earlier copies of it.
public record Held(List<SignedNote> notes, List<TileStore> copies) {

    public static final Held NOTHING = new Held(List.of(), List.of());

    public Held {
        notes = List.copyOf(notes);
        copies = List.copyOf(copies);
    }
}
