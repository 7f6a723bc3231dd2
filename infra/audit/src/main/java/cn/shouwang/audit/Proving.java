package cn.shouwang.audit;

import cn.shouwang.evidence.Checkpoint;
import cn.shouwang.evidence.EventProof;
import cn.shouwang.evidence.Growth;
import cn.shouwang.evidence.HashTree;
import cn.shouwang.evidence.Hashing;
import cn.shouwang.evidence.LeafLine;
import cn.shouwang.evidence.LoggedEvent;
import cn.shouwang.evidence.SignedNote;
import cn.shouwang.evidence.verify.StoredNote;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// `prove`, `check` and `growth`: small files that prove one thing to somebody who has nothing but a public
/// key.
final class Proving {

    static final String PROVE =
            "prove EVENT [FOLDER | --mongo URI | --data DIR] [--service NAME] [--key VKEY|FILE …] [--out FILE]";
    static final String CHECK = "check PROOF --key VKEY|FILE …";
    static final String GROWTH = "growth [FOLDER | --mongo URI | --data DIR] [--service NAME] --old N [--out FILE]";

    private final Screen screen;

    Proving(Screen screen) {
        this.screen = screen;
    }

    int prove(List<String> args) {
        var options = options(args, Set.of("key", "out"));
        var words = options.words(1, 2, PROVE);
        try (var sources = Sources.open(options, words.stream().skip(1).findFirst())) {
            for (var source : sources.all()) {
                var event = find(source, words.getFirst());
                if (event != null) {
                    return prove(source, event, options, Trusted.of(options, sources.secrets()));
                }
            }
        }
        throw new Unjudged("没有这个事件 (no such event)");
    }

    private static Options options(List<String> args, Set<String> more) {
        var valued = new HashSet<>(Sources.OPTIONS);
        valued.addAll(more);
        return new Options(args, Set.of(), valued);
    }

    /// By position or id.
    private static @Nullable LoggedEvent find(Source source, String name) {
        Predicate<LoggedEvent> is = name.matches("\\d{1,18}")
                ? event -> event.position() == Long.parseLong(name)
                : event -> event.id().equals(name);
        try (var entries = source.entries(Hashing.SHA256)) {
            while (entries.hasNext()) {
                var event = entries.next().event();
                if (event != null && is.test(event)) {
                    return event;
                }
            }
        }
        return null;
    }

    private int prove(Source source, LoggedEvent event, Options options, Trusted trusted) {
        var note = sealed(source);
        var head = Checkpoint.parse(note.text());
        if (event.position() >= head.size()) {
            throw new Unjudged("该事件尚未封存，稍后再证明 (the event is not sealed yet, prove it later)");
        }
        var tree = new HashTree(head.hashing(), source.tiles(), head.size());
        var line = new String(new LeafLine().of(event), StandardCharsets.UTF_8);
        var proof = EventProof.of(line, event.position(), tree, note);
        var keys = trusted.of(source).log();
        if (!keys.isEmpty()) {
            proof.check(keys); // nobody is handed a proof that does not hold
        }
        var file = Options.path(options.one("out").orElse(source.service() + "-" + event.position() + ".tlog-proof"));
        DurableFile.create(file, proof.toString(), false);
        screen.line("证明 proof: " + file);
        return 0;
    }

    private static SignedNote sealed(Source source) {
        return source.last()
                .map(StoredNote::note)
                .map(SignedNote::parse)
                .orElseThrow(() -> new Unjudged("尚未封存 (nothing is sealed yet)"));
    }

    int check(List<String> args) {
        var options = new Options(args, Set.of(), Set.of("key", "witness"));
        var file = Options.path(options.words(1, 1, CHECK).getFirst());
        if (!options.has("key")) {
            throw new Unjudged("没有公钥就无从核对：--key (nothing can be checked without a key)");
        }
        var trusted = Trusted.of(options, Optional.empty());
        var proof = EventProof.parse(ExportFolder.bytes(file));
        var event = proof.check(trusted.keys());
        said(event, Checkpoint.parse(proof.checkpoint().text())).forEach(screen::line);
        trusted.witnesses().forEach(witness -> witness.signed(proof.checkpoint())
                .ifPresent(at -> screen.line("联署 cosigned: " + witness.name() + " " + at)));
        return 0;
    }

    private static List<String> said(LoggedEvent event, Checkpoint head) {
        var said = new ArrayList<String>();
        said.add("成立：日志 %s 的前 %d 个事件中，位置 %d 是下面这个事件，此后未变。".formatted(head.origin(), head.size(), event.position()));
        said.add("Proven: of the first %d events of log %s the one at position %d is the one below, unchanged since."
                .formatted(head.size(), head.origin(), event.position()));
        said.add("  事件 event     " + event.name() + " " + event.id());
        said.add("  记录于 recorded " + event.at());
        said.add("  对象 subject   " + event.type() + " " + event.stream() + "，序号 number " + event.sequence());
        said.add("  内容 content   " + event.payload());
        said.add("  经办 by        " + event.meta());
        return said;
    }

    int growth(List<String> args) {
        var options = options(args, Set.of("old", "out"));
        var folder = options.words(0, 1, GROWTH).stream().findFirst();
        try (var sources = Sources.open(options, folder)) {
            var source = sources.only();
            var old = options.number("old").orElseThrow(() -> new Misused("缺少 --old (is missing)"));
            var growth = growth(source, old);
            var file = options.one("out");
            if (file.isPresent()) {
                DurableFile.create(Options.path(file.get()), growth.toString(), false);
            } else {
                screen.out().print(growth);
                screen.out().flush();
            }
            return 0;
        }
    }

    /// That a log is grown from its first `old` events to its last checkpoint.
    static Growth growth(Source source, long old) {
        var note = sealed(source);
        var head = Checkpoint.parse(note.text());
        if (old > head.size()) {
            throw new Unjudged("日志只封存到 %d (the log is sealed up to %d only)".formatted(head.size(), head.size()));
        }
        return Growth.of(old, new HashTree(head.hashing(), source.tiles(), head.size()), note);
    }
}
