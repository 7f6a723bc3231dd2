package cn.shouwang.audit;

import cn.shouwang.evidence.Checkpoint;
import cn.shouwang.evidence.Hashing;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/// The page that lies in an export, for a person who has never seen the suite.
final class ExportReadme {

    private ExportReadme() {}

    static byte[] of(Checkpoint end) {
        try (var page = Objects.requireNonNull(ExportReadme.class.getResourceAsStream("export-readme.md"))) {
            return new String(page.readAllBytes(), StandardCharsets.UTF_8)
                    .replace("{origin}", end.origin())
                    .replace("{size}", Long.toString(end.size()))
                    .replace("{root}", end.root().toBase64())
                    .replace("{hash}", end.hashing() == Hashing.SM3 ? "sm3" : "sha256")
                    .getBytes(StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("the jar is not whole", e);
        }
    }
}
