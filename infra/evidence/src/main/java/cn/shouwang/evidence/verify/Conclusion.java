package cn.shouwang.evidence.verify;

import cn.shouwang.evidence.verify.Finding.Kind;
import cn.shouwang.evidence.verify.Verdict.Outcome;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Puts together what the pass over a log has found: one finding for one thing that was done.
final class Conclusion {

    private static final int MOST_NOTES = 3;
    private static final Comparator<Finding> ORDER = Comparator.comparing(
                    (Finding finding) -> !finding.kind().isOfEvents())
            .thenComparing(Finding::from)
            .thenComparing(Finding::kind);

    private final Verifier pass;
    private final Trees trees;
    private final Marks marks;
    private final List<Finding> findings = new ArrayList<>();
    private final List<Said> notes = new ArrayList<>();

    Conclusion(Verifier pass, Marks marks) {
        this.pass = pass;
        this.trees = pass.trees();
        this.marks = marks;
    }

    Verdict verdict() {
        located();
        plain();
        unlocated();
        end();
        held();
        refused();
        tiles();
        rules();
        findings.sort(ORDER);
        var outcome = outcome();
        return new Verdict(
                pass.trust().origin(),
                pass.head(),
                pass.certain(),
                pass.compared(),
                pass.cosigned(),
                findings,
                notes,
                outcome);
    }

    /// What an account that has the signed root tells of the log.
    private void located() {
        var places = trees.located().stream()
                .filter(place -> place.suspect().entry() != null)
                .sorted(Comparator.comparing(Located::position))
                .toList();
        var found = new Diagnosis(pass.hashing(), places).findings();
        findings.addAll(found);
        var more = places.size() + trees.unlisted();
        if (!found.isEmpty() && more > 1) {
            findings.set(
                    0,
                    findings.getFirst()
                            .with(Said.of("共有 %d 个位置与封存时不同", "%d positions are not as they were sealed", more)));
        }
    }

    /// What is plain to see: gaps, doubles, what cannot be read.
    private void plain() {
        trees.findings().forEach(this::add);
        var proof = trees.failed().isEmpty() ? null : trees.failed().getFirst();
        trees.open().forEach(finding -> add(Trees.certain(finding, trees.good(), proof)));
    }

    private void add(Finding finding) {
        var late = finding.kind() == Kind.MISSING ? pass.gaps().late(finding.from()) : 0;
        if (late > 0) {
            findings.add(kind(finding, Kind.SWAPPED).with(Said.of("其中 %d 个出现在后面", "%d of them come later", late)));
        } else if (finding.kind() == Kind.UNREADABLE) {
            unreadable(finding);
        } else {
            findings.add(finding);
        }
    }

    private static Finding kind(Finding finding, Kind kind) {
        return new Finding(
                kind,
                finding.from(),
                finding.to(),
                finding.exact(),
                finding.what(),
                finding.agrees(),
                finding.contradicts(),
                finding.notes());
    }

    /// What cannot be read any more was changed, when something tells so.
    private void unreadable(Finding finding) {
        var changed = findings.stream()
                .filter(other -> other.kind() == Kind.CHANGED && covers(other, finding.from(), finding.to()))
                .findFirst();
        if (changed.isEmpty()) {
            findings.add(finding);
        } else {
            findings.set(
                    findings.indexOf(changed.get()),
                    changed.get().with(finding.notes().getFirst()));
        }
    }

    /// Signed checkpoints that nothing explains: the change lies before the first of them.
    private void unlocated() {
        if (!trees.failed().isEmpty()) {
            var first = trees.failed().getFirst();
            var from = size(trees.good());
            if (findings.stream()
                    .noneMatch(finding -> finding.kind().isOfEvents() && covers(finding, from, first.size()))) {
                var altered =
                        new Finding(Kind.ALTERED, from, first.size(), false, null, trees.good(), first, List.of());
                findings.add(trees.undecided().stream()
                        .findFirst()
                        .map(suspect -> altered.with(Said.of(
                                "日志与瓦片从位置 %d 起不同", "log and tiles differ from position %d", suspect.position())))
                        .orElse(altered));
            }
        }
    }

    private static boolean covers(Finding finding, long from, long to) {
        return finding.from() < to && from < finding.to();
    }

    private static long size(@Nullable Mark mark) {
        return mark == null ? 0 : mark.size();
    }

    /// The log ends before a checkpoint does.
    private void end() {
        if (pass.beyond().isEmpty()) {
            checkpointsGone();
            return;
        }
        var stored = pass.beyond().stream().anyMatch(mark -> !mark.held());
        var agrees = stored ? pass.certain() : pass.certainHeld();
        var from = pass.isEndProven() ? pass.head() : Math.min(size(agrees), pass.head());
        var finding = new Finding(
                stored ? Kind.TRUNCATED : Kind.ROLLED_BACK,
                from,
                pass.beyond().getLast().size(),
                from == pass.head(),
                null,
                pass.isEndProven() ? pass.certain() : agrees,
                pass.beyond().getFirst(),
                List.of());
        findings.add(finding.with(Said.of("日志只有 %d 个事件", "the log has %d events only", pass.head())));
    }

    private void checkpointsGone() {
        var held = pass.certainHeld();
        if (held != null && held.size() > marks.lastStored()) {
            findings.add(Finding.checkpoint(
                    Kind.ROLLED_BACK,
                    held.size(),
                    held.size(),
                    held.size(),
                    pass.certain(),
                    Said.of(
                            "事件都在，但存放的检查点止于 %d",
                            "the events are there, the stored checkpoints end at %d",
                            Math.max(0, marks.lastStored()))));
        }
    }

    /// A checkpoint the caller holds is not of this log, and nothing stored tells so: somebody with the key.
    private void held() {
        var failure = trees.heldFailure();
        if (failure == null) {
            return;
        }
        var from = size(failure.agrees());
        var to = failure.mark().size();
        var known = findings.stream()
                .anyMatch(finding -> finding.kind().compareTo(Kind.TRUNCATED) < 0 && covers(finding, from, to));
        if (!known) {
            findings.add(forked(failure));
        }
    }

    private Finding forked(Trees.HeldFailure failure) {
        var mark = failure.mark();
        var right = failure.right();
        if (right == null || failure.differing().isEmpty()) {
            return new Finding(
                    Kind.FORKED, size(failure.agrees()), mark.size(), false, null, failure.agrees(), mark, List.of());
        }
        var places = failure.differing().stream()
                .map(suspect -> new Located(suspect, failure.agrees(), mark, right))
                .toList();
        var done = new Diagnosis(pass.hashing(), places).findings().getFirst();
        return new Finding(
                Kind.FORKED,
                done.from(),
                done.to(),
                true,
                null,
                failure.agrees(),
                mark,
                List.of(done.kind().said()));
    }

    /// Checkpoints that do not count, one finding for each way in which they do not.
    private void refused() {
        var kinds = new TreeMap<Kind, Marks.Refused>();
        marks.refused().forEach(refused -> kinds.putIfAbsent(refused.kind(), refused));
        kinds.forEach((kind, first) -> {
            var certain = size(pass.certain());
            var covered = certain >= first.size();
            var finding = Finding.checkpoint(
                    kind,
                    first.size(),
                    covered ? first.size() : certain,
                    covered ? first.size() : Math.max(certain, pass.head()),
                    pass.certain(),
                    first.why());
            findings.add(
                    marks.refusedCount() == 1
                            ? finding
                            : finding.with(
                                    Said.of("共有 %d 个检查点不予采信", "%d checkpoints do not count", marks.refusedCount())));
        });
    }

    /// What tiles say of events that no checkpoint covers.
    private void tiles() {
        if (trees.failed().isEmpty() && !trees.undecided().isEmpty()) {
            var position = trees.undecided().getFirst().position();
            findings.add(
                    new Finding(Kind.TILE_DIFFERS, position, position + 1, true, null, pass.certain(), null, List.of())
                            .with(new Said("尚未封存，无从判定哪一方有误", "not sealed yet, so nobody can tell which is wrong")));
        }
        if (pass.beyond().isEmpty() && pass.tilesGoOn()) {
            findings.add(new Finding(
                            Kind.TRUNCATED, pass.head(), pass.head() + 1, true, null, pass.certain(), null, List.of())
                    .with(new Said("瓦片记有其后的事件", "tiles remember events behind the end")));
        }
    }

    /// A broken rule is a trace of what was found, or else the log was written so.
    private void rules() {
        findings.sort(ORDER);
        for (var broken : pass.structure().broken()) {
            var cause = findings.stream()
                    .filter(finding -> finding.kind().isOfEvents() || finding.kind() == Kind.UNREADABLE)
                    .filter(finding -> finding.from() <= broken.position())
                    .findFirst();
            if (cause.isEmpty()) {
                findings.add(irregular(broken));
            } else if (cause.get().kind() != Kind.IRREGULAR
                    && cause.get().notes().size() < MOST_NOTES) {
                findings.set(
                        findings.indexOf(cause.get()),
                        cause.get()
                                .with(Said.of(
                                        "位置 %1$d：%2$s",
                                        "position %1$d: %3$s",
                                        broken.position(),
                                        broken.what().zh(),
                                        broken.what().en())));
            }
        }
    }

    private Finding irregular(Structure.Broken broken) {
        var certain = pass.certain();
        var isSealed = certain != null && broken.position() < certain.size();
        return new Finding(
                        Kind.IRREGULAR,
                        broken.position(),
                        broken.position() + 1,
                        true,
                        null,
                        isSealed ? null : certain,
                        isSealed ? certain : null,
                        List.of(broken.what()))
                .with(isSealed ? new Said("封存时就是如此", "it was sealed so") : new Said("尚未封存", "it is not sealed yet"));
    }

    private Outcome outcome() {
        if (!findings.isEmpty()) {
            return Outcome.DAMAGED;
        }
        var unjudged = unjudged();
        if (unjudged != null) {
            notes.add(unjudged);
            return Outcome.UNJUDGED;
        }
        var tail = pass.head() - size(pass.certain());
        if (pass.head() == 0) {
            notes.add(new Said("日志为空", "the log is empty"));
        } else if (tail > 0) {
            notes.add(Said.of("最后 %d 个事件尚未封存，还不确定", "the last %d events are not sealed, not certain yet", tail));
        }
        return Outcome.GOOD;
    }

    private @Nullable Said unjudged() {
        if (pass.trust().log().isEmpty()) {
            return new Said("没有受信任的公钥，只能说自身前后一致", "no key is trusted: it agrees with itself, no more can be said");
        }
        if (pass.certain() == null && pass.head() > 0) {
            return new Said("没有任何检查点，无从判定", "there is no checkpoint to judge by");
        }
        return pass.trust().witnesses().stream()
                .map(witness -> witness.name())
                .filter(name -> pass.cosigned().stream().noneMatch(cosigned -> Objects.equals(cosigned.name(), name)))
                .findFirst()
                .map(name -> Said.of("%s 没有联署过相符的检查点", "%s has cosigned no checkpoint that agrees", name))
                .orElse(null);
    }
}
