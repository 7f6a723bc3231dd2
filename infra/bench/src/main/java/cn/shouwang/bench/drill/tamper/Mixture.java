package cn.shouwang.bench.drill.tamper;

import cn.shouwang.evidence.verify.Finding;
import cn.shouwang.evidence.verify.Held;
import cn.shouwang.evidence.verify.Verifier;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;

/// An event, a tile and a checkpoint at once, anywhere.
final class Mixture {

    private final Book whole;
    private final Random random;

    Mixture(Book whole, long seed) {
        this.whole = whole;
        this.random = new Random(seed);
    }

    Optional<String> run() {
        var book = whole.copy();
        var size = whole.events().size();
        var event = Deed.EDIT.on(book, random.nextInt(size), random);
        var tile = Deed.TILE.on(book, random.nextInt(size), random);
        var checkpoint = Deed.CHECKPOINT.on(book, random.nextInt(size), random);
        var verdict = new Verifier(book, Trial.TRUST, Held.NOTHING).verify();
        var seen = verdict.findings().stream().anyMatch(finding -> isAt(finding, event.position()))
                && verdict.findings().stream().anyMatch(finding -> isAt(finding, tile.position()))
                && verdict.findings().stream().anyMatch(finding -> Objects.equals(finding.what(), checkpoint.what()));
        return seen
                ? Optional.empty()
                : Optional.of("event %d, tile %d, %s: %s"
                        .formatted(event.position(), tile.position(), checkpoint.what(), verdict.findings()));
    }

    private static boolean isAt(Finding finding, long position) {
        return finding.exact() ? finding.from() == position : finding.from() <= position && position < finding.to();
    }
}
