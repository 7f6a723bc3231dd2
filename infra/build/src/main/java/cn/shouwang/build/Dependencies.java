package cn.shouwang.build;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// `Dependencies <bill of materials> <advisories.txt> [<folder of OSV files>]`: prints the licences and what
/// is known to be bad, and fails when there is any such thing. A licence that is missing is only told.
public final class Dependencies {

    /// @param components what was looked at
    /// @param advisories how many advisories were looked for
    /// @param findings one line for each bad component
    record Report(List<Component> components, int advisories, List<String> findings) {

        Map<String, Long> licences() {
            return components.stream()
                    .map(it -> it.licences().isEmpty() ? "(none named)" : String.join(" or ", it.licences()))
                    .collect(Collectors.groupingBy(it -> it, TreeMap::new, Collectors.counting()));
        }
    }

    private Dependencies() {}

    @SuppressWarnings("SystemOut") // it is what a person reads in the build
    public static void main(String[] arguments) {
        String osv =
                arguments.length > 2 ? Objects.requireNonNullElse(arguments[2], "") : ""; // Maven says null for empty
        Report report = check(Path.of(arguments[0]), Path.of(arguments[1]), osv);
        print(report, osv, System.out);
        if (!report.findings().isEmpty()) {
            throw new IllegalStateException("known to be bad: " + String.join("; ", report.findings()));
        }
    }

    static Report check(Path billOfMaterials, Path listed, String osvFolder) {
        var advisories = new ArrayList<>(ListedAdvisories.read(listed));
        if (!osvFolder.isBlank()) {
            advisories.addAll(OsvAdvisories.read(Path.of(osvFolder)));
        }
        List<Component> components = BillOfMaterials.read(billOfMaterials);
        List<String> findings = components.stream()
                .flatMap(component -> advisories.stream()
                        .filter(advisory -> advisory.affects(component))
                        .map(advisory -> "%s %s: %s (%s)"
                                .formatted(
                                        component.coordinates(),
                                        component.version(),
                                        advisory.id(),
                                        advisory.source())))
                .toList();
        return new Report(components, advisories.size(), findings);
    }

    private static void print(Report report, String osv, PrintStream out) {
        report.licences().forEach((licence, count) -> out.printf("licence %4d  %s%n", count, licence));
        report.findings().forEach(finding -> out.println("BAD " + finding));
        out.printf(
                "dependencies: %d components, %d advisories looked for%s, %d found%n",
                report.components().size(),
                report.advisories(),
                osv.isBlank() ? " (the list only, no database)" : "",
                report.findings().size());
    }
}
