package cn.shouwang.audit;

import cn.shouwang.evidence.Checkpoint;
import cn.shouwang.evidence.Growth;
import cn.shouwang.evidence.Malformed;
import cn.shouwang.evidence.NoteKey;
import cn.shouwang.evidence.NoteSigner;
import cn.shouwang.evidence.SignedNote;
import cn.shouwang.evidence.Witness;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// `cosign`: the prefecture's laptop. Signs the checkpoint of a log only if it has done nothing but grow since
/// the last one signed here.
///
/// The folder of `--state` holds for each log its public key, which stays the one given first, and the last
/// checkpoint that was signed: written before the signature is handed out, so that no crash makes this
/// witness sign two histories.
final class Cosigning {

    static final String INIT = "cosign init --name NAME --key FILE";
    static final String SIGN = "cosign sign GROWTH|EXPORT --key FILE --state DIR [--log VKEY|FILE]";

    private final Screen screen;
    private final Clock clock;

    Cosigning(Screen screen) {
        this(screen, Clock.systemUTC());
    }

    Cosigning(Screen screen, Clock clock) {
        this.screen = screen;
        this.clock = clock;
    }

    int run(List<String> args) {
        return switch (args.isEmpty() ? "" : args.getFirst()) {
            case "init" -> init(args.subList(1, args.size()));
            case "sign" -> sign(args.subList(1, args.size()));
            default ->
                throw new Misused("用法 usage: ./shouwang audit " + INIT + "\n           ./shouwang audit " + SIGN);
        };
    }

    private int init(List<String> args) {
        var options = new Options(args, Set.of(), Set.of("name", "key"));
        options.words(0, 0, INIT);
        var signer = named(options.required("name"));
        var file = Options.path(options.required("key"));
        DurableFile.create(file, signer.secret() + "\n", true);
        screen.line("私钥，只留在本机 the private key, for this machine only: " + file);
        screen.line("公钥，交给各方 the public key, for everybody:");
        screen.line(signer.key().toString());
        return 0;
    }

    private static NoteSigner named(String name) {
        try {
            return NoteSigner.fresh(name, NoteKey.Kind.WITNESS);
        } catch (Malformed _) {
            throw new Misused("--name 不能有空格和加号 (has no spaces and no plus)");
        }
    }

    private int sign(List<String> args) {
        var options = new Options(args, Set.of(), Set.of("key", "state", "log"));
        var path = Options.path(options.words(1, 1, SIGN).getFirst());
        var signer = signer(Options.path(options.required("key")));
        var state = Options.path(options.required("state"));
        try {
            Files.createDirectories(state);
            try (var lock =
                    FileChannel.open(state.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
                try (var _ = lock.lock()) { // two at once would each sign their own
                    return sign(path, signer, state, options);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot use " + state, e);
        }
    }

    private static NoteSigner signer(Path file) {
        try {
            var signer = NoteSigner.parse(Files.readString(file).strip());
            if (signer.key().kind() != NoteKey.Kind.WITNESS) {
                throw new Misused("不是联署方的私钥 (is not the key of a witness): " + file);
            }
            return signer;
        } catch (IOException _) {
            throw new Misused("读不到 (cannot read) " + file);
        }
    }

    private int sign(Path path, NoteSigner signer, Path state, Options options) {
        var export = ExportFolder.is(path);
        var note = export
                ? new ExportFolder(path)
                        .last()
                        .map(last -> SignedNote.parse(last.note()))
                        .orElseThrow(() -> nothing(path))
                : Growth.parse(ExportFolder.bytes(path)).checkpoint();
        var memory = new Memory(state, Checkpoint.parse(note.text()).origin());
        var seen = memory.seen();
        var growth = export
                ? Proving.growth(
                        new ExportFolder(path), seen.map(Checkpoint::size).orElse(0L))
                : Growth.parse(ExportFolder.bytes(path));
        var answer = new Witness(signer, memory.log(options)).sign(growth, seen, clock.instant());
        var signed = answer.signed();
        if (signed == null) {
            return refuse(answer.refusal(), seen, path);
        }
        memory.keep(signed);
        screen.out().print(signed);
        screen.out().flush();
        return 0;
    }

    private static Unjudged nothing(Path path) {
        return new Unjudged("没有检查点 (no checkpoint in) " + path);
    }

    private int refuse(Witness.@Nullable Refusal refusal, Optional<Checkpoint> seen, Path path) {
        var size = seen.map(Checkpoint::size).orElse(0L);
        screen.note(
                switch (refusal) {
                    case NOT_THE_LOG -> "不予联署：检查点没有该日志的有效签名 (refused: not signed by the key of that log)";
                    case OTHER_SIZE ->
                        "不予联署：请给出自 %d 起的增长证明 (refused: ask for the growth from %d, growth --old %d)"
                                .formatted(size, size, size);
                    case SMALLER ->
                        "不予联署：上次已联署到 %d，这份更小，日志可能被回退 (refused: %d events were signed here before, these are fewer; the log may have been rolled back)"
                                .formatted(size, size);
                    case NOT_GROWN ->
                        "不予联署：它不是由上次联署的 %d 个事件增长而来，历史被改写。请保存这份文件作为证据 (refused: not grown from the %d events signed here before, the history was rewritten. Keep this file as evidence): %s"
                                .formatted(size, size, path);
                    case null -> "不予联署 (refused)";
                });
        return 1;
    }

    /// What this witness remembers of one log.
    private static final class Memory {

        private final Path log;
        private final Path last;
        private final String origin;

        Memory(Path state, String origin) {
            var name = origin.replaceAll("[^A-Za-z0-9._-]", "_");
            this.log = state.resolve(name + ".key");
            this.last = state.resolve(name + ".checkpoint");
            this.origin = origin;
        }

        Optional<Checkpoint> seen() {
            return Files.exists(last)
                    ? Optional.of(Checkpoint.parse(
                            SignedNote.parse(ExportFolder.bytes(last)).text()))
                    : Optional.empty();
        }

        /// The key given first; another one is refused, whoever brings it.
        NoteKey log(Options options) {
            var given = options.one("log")
                    .map(text ->
                            Trusted.of(new Options(List.of("--key", text), Set.of(), Set.of("key")), Optional.empty()))
                    .flatMap(trusted -> trusted.keys().stream()
                            .filter(key -> key.name().equals(origin))
                            .findFirst());
            if (!Files.exists(log)) {
                var key = given.orElseThrow(() -> new Misused(
                        "第一次联署请用 --log 给出该日志的公钥 (the first time, --log gives the key of the log) " + origin));
                DurableFile.create(log, key + "\n", false);
                return key;
            }
            var kept = Trusted.keys(log).getFirst();
            if (given.isPresent() && !given.get().equals(kept)) {
                throw new Misused("与先前记下的日志公钥不同 (is not the key kept of this log before): " + log);
            }
            return kept;
        }

        void keep(SignedNote signed) {
            DurableFile.replace(last, signed.toString());
        }
    }
}
