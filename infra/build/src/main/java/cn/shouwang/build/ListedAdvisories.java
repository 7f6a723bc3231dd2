package cn.shouwang.build;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.maven.artifact.versioning.DefaultArtifactVersion;
import org.apache.maven.artifact.versioning.InvalidVersionSpecificationException;
import org.apache.maven.artifact.versioning.VersionRange;

/// The list in this repository: `group:artifact | range | id | source`, one a line, `#` begins a comment.
final class ListedAdvisories {

    private ListedAdvisories() {}

    /// @throws IllegalArgumentException with the line that is not such a line
    static List<Advisory> read(Path file) {
        try {
            return Files.readAllLines(file).stream()
                    .map(String::strip)
                    .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                    .map(ListedAdvisories::advisory)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Advisory advisory(String line) {
        String[] parts = line.split("\\s*\\|\\s*", -1);
        if (parts.length != 4) {
            throw new IllegalArgumentException("not an advisory: " + line);
        }
        try {
            VersionRange range = VersionRange.createFromVersionSpec(parts[1]);
            if (!range.hasRestrictions() || range.getRecommendedVersion() != null) {
                throw new IllegalArgumentException("not a range: " + line);
            }
            return new Advisory(
                    parts[2], parts[0], it -> range.containsVersion(new DefaultArtifactVersion(it)), parts[3]);
        } catch (InvalidVersionSpecificationException e) {
            throw new IllegalArgumentException("not a range: " + line, e);
        }
    }
}
