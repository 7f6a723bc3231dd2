package cn.shouwang.audit;

import cn.shouwang.evidence.Malformed;
import cn.shouwang.evidence.NoteKey;
import cn.shouwang.evidence.NoteSigner;
import cn.shouwang.evidence.verify.Trust;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// The keys a verification trusts, and where they are from.
///
/// Without `--key` an installation is trusted about itself: its own key signs under any origin. That shows that
/// nobody else changed it, not that its owner did not.
record Trusted(Set<NoteKey> keys, Set<NoteKey> witnesses, List<NoteSigner> own, boolean isGiven) {

    private static final String SECRET = "PRIVATE+KEY+";

    /// By the options `--key` and `--witness`; `secrets` is the folder of an installation's keys, if it is one.
    static Trusted of(Options options, Optional<Path> secrets) {
        var keys = new HashSet<NoteKey>();
        options.all("key").forEach(text -> keys.addAll(given(text)));
        var witnesses = new HashSet<NoteKey>();
        options.all("witness").forEach(text -> witnesses.addAll(given(text)));
        if (keys.stream().anyMatch(key -> key.kind() != NoteKey.Kind.LOG)) {
            throw new Misused("--key 是联署方的公钥，应为日志的公钥 (is a witness's key, not a log's)");
        }
        if (witnesses.stream().anyMatch(key -> key.kind() != NoteKey.Kind.WITNESS)) {
            throw new Misused("--witness 是日志的公钥，应为联署方的公钥 (is a log's key, not a witness's)");
        }
        return keys.isEmpty()
                ? new Trusted(Set.of(), witnesses, secrets.map(Trusted::own).orElse(List.of()), false)
                : new Trusted(keys, witnesses, List.of(), true);
    }

    private static List<NoteKey> given(String text) {
        if (text.contains("+") && !text.startsWith(SECRET)) {
            try {
                return List.of(NoteKey.parse(text));
            } catch (Malformed e) {
                throw new Misused("公钥不成立 (not a key): " + e.getMessage());
            }
        }
        if (text.startsWith(SECRET)) {
            throw new Misused("这是私钥，不要放在命令行里 (this is a private key; never put it on a command line)");
        }
        return keys(Options.path(text));
    }

    /// The public keys of a file, one a line.
    static List<NoteKey> keys(Path file) {
        var keys = new ArrayList<NoteKey>();
        for (var line : lines(file)) {
            if (line.startsWith(SECRET)) {
                throw new Misused(file + " 是私钥文件，要的是公钥 (holds a private key, a public one is asked for)");
            }
            try {
                keys.add(NoteKey.parse(line));
            } catch (Malformed e) {
                throw new Misused(file + ": " + e.getMessage());
            }
        }
        return keys;
    }

    private static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file).stream()
                    .map(String::strip)
                    .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                    .toList();
        } catch (IOException e) {
            throw new Misused("读不到 (cannot read) " + file);
        }
    }

    /// The installation's own keys, `*evidence*` below its folder of secrets.
    private static List<NoteSigner> own(Path secrets) {
        if (!Files.isDirectory(secrets)) {
            return List.of();
        }
        try (var files = Files.newDirectoryStream(secrets, "*evidence*")) {
            var own = new ArrayList<NoteSigner>();
            for (var file : files) {
                lines(file).stream()
                        .filter(line -> line.startsWith(SECRET))
                        .map(NoteSigner::parse)
                        .forEach(own::add);
            }
            return own;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + secrets, e);
        }
    }

    /// What counts for a log: its given keys, or the installation's, or for want of both those beside it.
    Trust of(Source source) {
        var given = keys.stream()
                .filter(key -> service(key.name()).equals(source.service()))
                .collect(Collectors.toSet());
        var origin =
                given.stream().map(NoteKey::name).findFirst().or(source::origin).orElse("shouwang/" + source.service());
        if (isGiven) {
            return new Trust(
                    origin,
                    given.stream().filter(key -> key.name().equals(origin)).collect(Collectors.toSet()),
                    witnesses);
        }
        var own = this.own.stream().map(signer -> signer.as(origin).key());
        return new Trust(origin, own.collect(Collectors.toSet()), witnesses);
    }

    /// The service an origin `shouwang/<area>/<service>` names.
    static String service(String origin) {
        var parts = List.of(origin.replaceFirst("/sm3$", "").split("/"));
        return Objects.requireNonNull(parts.getLast());
    }
}
