package cn.shouwang.bench.drill.tamper;

import cn.shouwang.evidence.verify.Finding.Kind;
import cn.shouwang.evidence.verify.Held;
import cn.shouwang.evidence.verify.Verifier;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/// Everything as it was at an earlier checkpoint, as from an old backup: whole in itself. The auditor has a
/// later checkpoint, or the later ones alone are taken away.
final class RollBack {

    private final Book whole;
    private final Random random;

    RollBack(Book whole, long seed) {
        this.whole = whole;
        this.random = new Random(seed);
    }

    Optional<String> run() {
        var sizes = List.copyOf(whole.notes().keySet());
        var at = random.nextInt(sizes.size() - 1);
        var size = sizes.get(at);
        var later = sizes.get(at + 1 + random.nextInt(sizes.size() - at - 1));
        var book = whole.copy();
        book.notes().tailMap(size, false).clear();
        var checkpointsOnly = random.nextInt(4) == 0;
        if (!checkpointsOnly) {
            book.events().subList(size.intValue(), book.events().size()).clear();
            book.rebuild();
        }
        var held = new Held(
                List.of(whole.note(size), whole.note(later)), random.nextBoolean() ? List.of(whole) : List.of());
        var verdict = new Verifier(book, Trial.TRUST, held).verify();
        var seen = verdict.first()
                .filter(first -> first.kind() == Kind.ROLLED_BACK)
                .filter(first -> first.from() == (checkpointsOnly ? later : size));
        return seen.isPresent()
                ? Optional.empty()
                : Optional.of("ROLL_BACK to %d, held %d: %s".formatted(size, later, verdict.findings()));
    }
}
