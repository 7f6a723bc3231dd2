package cn.shouwang.monitoring.quality;

import cn.shouwang.monitoring.quality.QualityEvent.DataQualityIssueFound;
import cn.shouwang.monitoring.quality.QualityEvent.IssueAssigned;
import cn.shouwang.monitoring.quality.QualityEvent.IssueExplained;
import cn.shouwang.monitoring.quality.QualityEvent.IssueFixed;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// The issues of one household, and what findings mean for them.
final class IssueBook {

    /// The latest issue about one thing. `told` are the facts it was last judged by.
    record Entry(int issue, Finding finding, IssueState state, long told, LocalDate lastOn) {

        private Entry after(QualityEvent event, long judgedBy) {
            return new Entry(issue, finding, IssueState.after(event), judgedBy, event.on());
        }
    }

    private final Map<Finding.Subject, Entry> latest = new HashMap<>();
    private final Map<Integer, Finding.Subject> subjects = new TreeMap<>();

    void on(QualityEvent event) {
        switch (event) {
            case DataQualityIssueFound found -> {
                var finding = found.finding();
                subjects.put(found.issue(), finding.subject());
                latest.put(
                        finding.subject(),
                        new Entry(found.issue(), finding, IssueState.OPEN, finding.told(), found.on()));
            }
            case IssueExplained explained -> move(explained, explained.told());
            case IssueAssigned _, IssueFixed _ -> move(event, 0);
        }
    }

    private void move(QualityEvent event, long judgedBy) {
        latest.computeIfPresent(
                subjects.get(event.issue()), (_, entry) -> entry.after(event, Math.max(judgedBy, entry.told())));
    }

    int next() {
        return subjects.size() + 1;
    }

    /// The issue of that number; null when it never was, or when it came back under a later number.
    @Nullable
    Entry find(int issue) {
        var subject = subjects.get(issue);
        var entry = subject == null ? null : latest.get(subject);
        return entry == null || entry.issue() != issue ? null : entry;
    }

    /// What is found and no issue yet: not open, and not explained for as many facts. In a fixed
    /// order.
    List<Finding> news(Set<Finding> findings) {
        return findings.stream()
                .filter(this::isNew)
                .sorted(Comparator.comparing(Finding::rule)
                        .thenComparing(finding -> String.valueOf(finding.member()))
                        .thenComparing(Finding::key))
                .toList();
    }

    private boolean isNew(Finding finding) {
        var known = latest.get(finding.subject());
        return known == null
                || switch (known.state()) {
                    case OPEN, ASSIGNED -> false;
                    case FIXED -> true;
                    case EXPLAINED -> finding.told() > known.told();
                };
    }

    /// Numbers of the open issues that are not among the findings any more, in order.
    List<Integer> gone(Set<Finding> findings) {
        var found = findings.stream().map(Finding::subject).collect(Collectors.toSet());
        return latest.entrySet().stream()
                .filter(entry -> entry.getValue().state().isOpen() && !found.contains(entry.getKey()))
                .map(entry -> entry.getValue().issue())
                .sorted()
                .toList();
    }

    /// Whether these findings change nothing.
    boolean isUpToDateWith(Set<Finding> findings) {
        return news(findings).isEmpty() && gone(findings).isEmpty();
    }
}
