package cn.shouwang.monitoring.batch;

import cn.shouwang.monitoring.sheet.Verdict;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// What became of a file. `file` is a keyed hash of its bytes; `rows` those that held anything, `verdicts`
/// how many there were of each; `facts` the sealed pieces in order; `errors` the sealed file of errors,
/// packed with gzip, absent when no row was refused.
public record Staged(
        String file,
        int bytes,
        int rows,
        Map<Verdict, Integer> verdicts,
        List<Piece> facts,
        @Nullable Piece errors) {

    /// Sealed bytes: the id under which they are kept, and the hash of what is kept there.
    public record Piece(String id, String sha256) {}

    public Staged {
        verdicts = Collections.unmodifiableMap(new TreeMap<>(verdicts)); // one order when stored
        facts = List.copyOf(facts);
    }

    public int accepted() {
        return verdicts.getOrDefault(Verdict.ACCEPTED, 0);
    }
}
