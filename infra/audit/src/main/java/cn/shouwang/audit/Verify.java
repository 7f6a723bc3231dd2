package cn.shouwang.audit;

import cn.shouwang.evidence.verify.Verdict;
import cn.shouwang.evidence.verify.Verdict.Outcome;
import cn.shouwang.evidence.verify.Verifier;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.json.JsonMapper;

/// `verify`: whether logs are whole. Exit code 0 when all are, 1 when one is damaged, 3 when one cannot be
/// judged.
final class Verify {

    static final String USAGE =
            "verify [FOLDER | --mongo URI | --data DIR] [--service NAME …] [--key VKEY|FILE …] [--held FILE|FOLDER …]"
                    + " [--witness VKEY|FILE …] [--json]";

    private final Screen screen;

    Verify(Screen screen) {
        this.screen = screen;
    }

    int run(List<String> args) {
        var valued = new HashSet<>(Sources.OPTIONS);
        valued.addAll(Set.of("key", "held", "witness"));
        var options = new Options(args, Set.of("json"), valued);
        var words = options.words(0, 1, USAGE);
        var held = new HeldFiles(options.all("held"));
        try (var sources = Sources.open(options, words.stream().findFirst())) {
            var trusted = Trusted.of(options, sources.secrets());
            var reports = new ArrayList<Report>();
            for (var source : sources.all()) {
                reports.add(report(source, trusted, held));
            }
            if (!held.isEmpty()
                    && reports.stream()
                            .noneMatch(report -> held.knows(report.verdict().origin()))) {
                throw new Unjudged("所持的检查点都不属于这里的日志 (none of what is held belongs to a log that is here)");
            }
            print(reports, trusted, options.has("json"));
            return code(reports);
        }
    }

    private static Report report(Source source, Trusted trusted, HeldFiles held) {
        var trust = trusted.of(source);
        var began = System.nanoTime();
        var verdict = new Verifier(source, trust, held.of(trust.origin())).verify();
        return new Report(source.service(), verdict, (System.nanoTime() - began) / 1e9);
    }

    private void print(List<Report> reports, Trusted trusted, boolean json) {
        if (json) {
            screen.line(JsonMapper.shared()
                    .writerWithDefaultPrettyPrinter()
                    .writeValueAsString(reports.stream().map(Report::json).toList()));
            return;
        }
        reports.forEach(report -> report.lines().forEach(screen::line));
        if (!trusted.isGiven()) {
            screen.line(
                    trusted.own().isEmpty()
                            ? "没有给出公钥：结论只说明自身是否一致。 No key was given: the verdict says no more than that it agrees with itself."
                            : "公钥取自本机：这等于相信本机。换一台电脑，用另行保存的公钥（--key）和检查点（--held）核对才能证明。"
                                    + " The key was taken from this machine, which trusts the machine itself. To prove more, use"
                                    + " another one, with a key (--key) and a checkpoint (--held) kept elsewhere.");
        }
    }

    private static int code(List<Report> reports) {
        var outcomes =
                reports.stream().map(Report::verdict).map(Verdict::outcome).toList();
        return outcomes.contains(Outcome.DAMAGED)
                ? Outcome.DAMAGED.code()
                : outcomes.contains(Outcome.UNJUDGED) ? Outcome.UNJUDGED.code() : Outcome.GOOD.code();
    }
}
