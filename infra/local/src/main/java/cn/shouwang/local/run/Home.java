package cn.shouwang.local.run;

import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/// A checkout and the places below `.shouwang`, which git ignores.
record Home(Path root) {

    /// The checkout named by the system property `shouwang.home`, or the nearest one at or above
    /// the current folder.
    static Home find() {
        var named = System.getProperty("shouwang.home");
        for (@Nullable
                Path at = Path.of(named == null ? "" : named).toAbsolutePath().normalize();
                at != null;
                at = at.getParent()) {
            if (Files.isRegularFile(at.resolve("shouwang")) && Files.isRegularFile(at.resolve("pom.xml"))) {
                return new Home(at);
            }
        }
        throw new Options.Misused("不在守望的代码目录里 (not inside a checkout of shouwang)");
    }

    Path state() {
        return root.resolve(".shouwang");
    }

    Path data() {
        return state().resolve("data");
    }

    Path cache() {
        return state().resolve("cache");
    }
}
