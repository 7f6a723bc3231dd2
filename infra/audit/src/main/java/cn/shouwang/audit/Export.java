package cn.shouwang.audit;

import cn.shouwang.evidence.Checkpoint;
import cn.shouwang.evidence.verify.Held;
import cn.shouwang.evidence.verify.Verifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// `export`: a folder a log that can be verified on any computer, `DIR` itself for one log and `DIR/<service>`
/// for several. Appears whole or not at all, and is verified once it is there.
final class Export {

    static final String USAGE =
            "export [FOLDER | --mongo URI | --data DIR] [--service NAME …] [--key VKEY|FILE …] --to DIR";

    private final Screen screen;

    Export(Screen screen) {
        this.screen = screen;
    }

    int run(List<String> args) {
        var valued = new HashSet<>(Sources.OPTIONS);
        valued.addAll(Set.of("key", "to"));
        var options = new Options(args, Set.of(), valued);
        var folder = options.words(0, 1, USAGE).stream().findFirst();
        var target = Options.path(options.required("to"));
        if (Files.exists(target)) {
            throw new Misused("已存在，不覆盖 (is there already and is not overwritten): " + target);
        }
        try (var sources = Sources.open(options, folder)) {
            var trusted = Trusted.of(options, sources.secrets());
            var written = write(sources.all(), trusted, target);
            return written.stream()
                    .mapToInt(export -> verified(export, trusted))
                    .max()
                    .orElse(0);
        }
    }

    private static List<ExportFolder> write(List<Source> sources, Trusted trusted, Path target) {
        var draft = target.resolveSibling(
                target.getFileName() + ".draft-" + ProcessHandle.current().pid());
        try {
            var written = new ArrayList<ExportFolder>();
            for (var source : sources) {
                if (source.last().isEmpty() && sources.size() > 1) {
                    continue; // nothing of it is sealed
                }
                var below = sources.size() == 1 ? Path.of("") : Path.of(source.service());
                new ExportWriter(draft.resolve(below)).write(source, trusted.of(source));
                written.add(new ExportFolder(target.resolve(below)));
            }
            if (written.isEmpty()) {
                throw new Unjudged("尚未封存，没有可导出的 (nothing is sealed yet that could be exported)");
            }
            Folders.putInPlace(draft, target);
            return written;
        } finally {
            Folders.delete(draft);
        }
    }

    private int verified(ExportFolder export, Trusted trusted) {
        var trust = trusted.of(export);
        var began = System.nanoTime();
        var verdict = new Verifier(export, trust, Held.NOTHING).verify();
        screen.line("已导出 exported: " + export.folder());
        new Report(export.service(), verdict, (System.nanoTime() - began) / 1e9)
                .lines()
                .forEach(screen::line);
        return verdict.outcome().code();
    }

    /// The last checkpoint that can be read: an export ends where it ends.
    static Checkpoint end(Source source) {
        return source.last()
                .flatMap(Source::head)
                .orElseThrow(() -> new Unjudged(
                        "%s：没有可读的检查点，没有可导出的 (no checkpoint can be read, so there is".formatted(source.service())
                                + " nothing to export)"));
    }
}
