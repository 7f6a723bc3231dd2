package cn.shouwang.local.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Finds which process listens on a port, from `/proc`.
///
/// Without `/proc`, or for a process of another user, the owner stays unknown: that is an answer,
/// not an error.
final class PortOwner {

    private static final String LISTENING = "0A";
    private static final int ADDRESS = 1;
    private static final int STATE = 3;
    private static final int INODE = 9;

    private PortOwner() {}

    static Optional<ProcessHandle> of(int port) {
        var sockets = new HashSet<String>();
        sockets.addAll(listening(Path.of("/proc/net/tcp"), port));
        sockets.addAll(listening(Path.of("/proc/net/tcp6"), port));
        return sockets.isEmpty()
                ? Optional.empty()
                : ProcessHandle.allProcesses()
                        .filter(process -> holds(process.pid(), sockets))
                        .findFirst();
    }

    /// In words: `java (pid 4711)`.
    static String name(int port) {
        return of(port).map(process -> program(process.pid()) + " (pid " + process.pid() + ")")
                .orElse("另一个进程 (another process)");
    }

    private static Set<String> listening(Path table, int port) {
        var ending = ":%04X".formatted(port);
        var sockets = new HashSet<String>();
        for (var line : lines(table)) {
            var columns = line.trim().split("\\s+");
            if (columns.length > INODE && columns[STATE].equals(LISTENING) && columns[ADDRESS].endsWith(ending)) {
                sockets.add("socket:[" + columns[INODE] + "]");
            }
        }
        return sockets;
    }

    private static boolean holds(long pid, Set<String> sockets) {
        try (DirectoryStream<Path> open = Files.newDirectoryStream(Path.of("/proc/" + pid + "/fd"))) {
            for (var file : open) {
                if (sockets.contains(target(file))) {
                    return true;
                }
            }
            return false;
        } catch (IOException | UncheckedIOException e) {
            return false; // gone meanwhile, or not ours to look into
        }
    }

    private static String target(Path link) {
        try {
            return Files.readSymbolicLink(link).toString();
        } catch (IOException e) {
            return "";
        }
    }

    private static String program(long pid) {
        var lines = lines(Path.of("/proc/" + pid + "/comm"));
        return lines.isEmpty() ? "?" : lines.getFirst();
    }

    private static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (IOException e) {
            return List.of();
        }
    }
}
