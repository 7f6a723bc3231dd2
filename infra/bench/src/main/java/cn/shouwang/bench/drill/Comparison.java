package cn.shouwang.bench.drill;

import cn.shouwang.bench.county.Ledger;
import cn.shouwang.bench.drill.StoredLog.Commit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;

/// Holds what callers were told against what is stored, and counts what is missing and what is too much.
final class Comparison {

    private final List<String> findings = new ArrayList<>();
    private long gaps;
    private long lost;
    private long duplicated;

    /// Every acknowledged command is in the log exactly once, at the position and under the id that the
    /// caller was told, and no caller's command is there that nobody was told of.
    void receipts(Ledger ledger, StoredLog log) {
        var byLast = new HashMap<Long, Commit>();
        log.commits().forEach(commit -> byLast.put(commit.last(), commit));
        var told = new HashSet<Long>();
        for (var receipt : ledger.receipts()) {
            var commit = byLast.get(receipt.position());
            if (commit == null || !commit.stream().equals(receipt.id())) {
                lost(1, "%s was told %s at %d".formatted(receipt.key(), receipt.id(), receipt.position()));
            } else if (!told.add(receipt.position())) {
                lost(1, "%s shares position %d with another command".formatted(receipt.key(), receipt.position()));
            }
        }
        log.commits().stream()
                .filter(Commit::isAskedByCaller)
                .filter(commit -> !told.contains(commit.last()))
                .forEach(commit -> duplicated(1, "nobody was told of position " + commit.position()));
        ledger.contradictions().forEach(key -> duplicated(1, key + " was answered in two ways"));
    }

    /// Positions and the sequences of every stream run without a gap from 0; no key, no event twice.
    void shape(String service, StoredLog log) {
        var next = 0L;
        var sequences = new HashMap<String, Long>();
        var keys = new HashSet<String>();
        var ids = new HashSet<String>();
        for (var commit : log.commits()) {
            expect(service + " position", next, commit.position());
            expect(service + " sequence", sequences.getOrDefault(commit.stream(), 0L), commit.sequence());
            next = commit.last() + 1;
            sequences.put(commit.stream(), commit.sequence() + commit.events().size());
            if (commit.key() != null && !keys.add(commit.key())) {
                duplicated(1, "%s: key of position %d twice".formatted(service, commit.position()));
            }
            commit.events().stream()
                    .filter(event -> !ids.add(event.id()))
                    .forEach(event -> duplicated(1, "%s: event %s twice".formatted(service, event.id())));
        }
    }

    private void expect(String what, long expected, long found) {
        if (found != expected) {
            gaps++;
            lost(1, "%s %d where %d is due".formatted(what, found, expected));
        }
    }

    /// Each of those members joined the household once; the last of them left it once.
    void members(StoredLog log, String household, List<String> those) {
        those.forEach(
                member -> count("member " + member, 1, happened(log, "household.member-added", household, member)));
        var gone = those.getLast();
        count("leaving of " + gone, 1, happened(log, "household.member-decreased", household, gone));
    }

    private static long happened(StoredLog log, String name, String household, String member) {
        return log.events(name)
                .map(StoredLog.Event::json)
                .filter(event -> event.path("household").asString("").equals(household)
                        && event.path("member").asString("").equals(member))
                .count();
    }

    /// As many as there should be.
    void count(String what, long expected, long found) {
        if (found < expected) {
            lost(expected - found, "%s: %d of %d".formatted(what, found, expected));
        }
        if (found > expected) {
            duplicated(found - expected, "%s: %d instead of %d".formatted(what, found, expected));
        }
    }

    private void lost(long count, String finding) {
        lost += count;
        findings.add("lost: " + finding);
    }

    private void duplicated(long count, String finding) {
        duplicated += count;
        findings.add("duplicated: " + finding);
    }

    /// Positions and sequences that are not the ones that were due; each counts as lost, too.
    long gaps() {
        return gaps;
    }

    long lost() {
        return lost;
    }

    long duplicated() {
        return duplicated;
    }

    boolean isGood() {
        return lost == 0 && duplicated == 0;
    }

    List<String> findings() {
        return List.copyOf(findings);
    }
}
