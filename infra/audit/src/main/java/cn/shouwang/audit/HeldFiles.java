package cn.shouwang.audit;

import cn.shouwang.evidence.Checkpoint;
import cn.shouwang.evidence.Malformed;
import cn.shouwang.evidence.SignedNote;
import cn.shouwang.evidence.verify.Held;
import cn.shouwang.evidence.verify.TileStore;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// What the auditor kept since earlier, by log: a file is a checkpoint, a folder an earlier export, or holds
/// exports or checkpoints.
final class HeldFiles {

    private final Map<String, List<SignedNote>> notes = new HashMap<>();
    private final Map<String, List<TileStore>> copies = new HashMap<>();

    HeldFiles(List<String> names) {
        names.stream().map(Options::path).forEach(this::add);
    }

    private void add(Path path) {
        if (Files.isRegularFile(path)) {
            note(path);
        } else if (ExportFolder.is(path)) {
            copy(new ExportFolder(path));
        } else if (Files.isDirectory(path)) {
            Folders.list(path).stream()
                    .filter(file -> file.toString().endsWith(".txt") || ExportFolder.is(file))
                    .forEach(this::add);
        } else {
            throw new Misused("没有这个文件 (no such file): " + path);
        }
    }

    private void note(Path file) {
        try {
            keep(SignedNote.parse(ExportFolder.bytes(file)));
        } catch (Malformed e) {
            throw new Misused("不是检查点 (is no checkpoint): " + file + " (" + e.getMessage() + ")");
        }
    }

    private void copy(ExportFolder export) {
        try (var checkpoints = export.checkpoints()) {
            while (checkpoints.hasNext()) {
                keep(SignedNote.parse(checkpoints.next().note().getBytes(StandardCharsets.UTF_8)));
            }
        } catch (Malformed e) {
            throw new Misused("所持的导出已损坏 (the export that is held is damaged): " + export.folder());
        }
        export.origin().ifPresent(origin -> copies.computeIfAbsent(origin, _ -> new ArrayList<>())
                .add(export));
    }

    private void keep(SignedNote note) {
        notes.computeIfAbsent(Checkpoint.parse(note.text()).origin(), _ -> new ArrayList<>())
                .add(note);
    }

    boolean isEmpty() {
        return notes.isEmpty() && copies.isEmpty();
    }

    boolean knows(String origin) {
        return notes.containsKey(origin);
    }

    Held of(String origin) {
        return new Held(notes.getOrDefault(origin, List.of()), copies.getOrDefault(origin, List.of()));
    }
}
