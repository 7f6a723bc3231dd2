package cn.shouwang.build.kept;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// What became of one file in the history, oldest first.
///
/// Two branches may add the same file before they meet; what either added is then approved. Once the
/// file was removed, adding it again approves nothing.
final class Past {

    /// What one commit did: `blob` is the new content, absent when the file went.
    record Change(String commit, boolean adds, Optional<String> blob) {}

    private final List<Change> changes = new ArrayList<>();

    void add(Change change) {
        changes.add(change);
    }

    /// The contents with which the file was approved.
    Set<String> approved() {
        var approved = new LinkedHashSet<String>();
        for (var change : changes) {
            if (change.blob().isEmpty()) {
                break;
            }
            if (change.adds()) {
                approved.add(change.blob().get());
            }
        }
        return approved;
    }

    /// Every content the file ever had.
    Set<String> contents() {
        var contents = new LinkedHashSet<String>();
        changes.forEach(change -> change.blob().ifPresent(contents::add));
        return contents;
    }

    /// The commit that approved the file.
    String since() {
        return changes.getFirst().commit();
    }

    /// The last commit that made the file other than approved, if it was a commit.
    Optional<String> changedBy() {
        var approved = approved();
        return changes.reversed().stream()
                .filter(change -> change.blob().filter(approved::contains).isEmpty())
                .map(Change::commit)
                .findFirst();
    }
}
