package cn.shouwang.bench.log;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/// A PostgreSQL of its own folder and port on loopback, as its package sets it up: every commit is
/// forced to disk. Gone, folder and all, when closed.
final class PostgresServer implements AutoCloseable {

    private static final Path INSTALLED = Path.of("/usr/lib/postgresql");
    private static final String ROOT = "root";
    private static final int CONNECTIONS = 100;

    private final Path programs;
    private final Path folder;
    private final int port;

    private PostgresServer(Path programs, Path folder, int port) {
        this.programs = programs;
        this.folder = folder;
        this.port = port;
    }

    /// Starts the newest one installed, if there is one.
    static Optional<PostgresServer> start() throws IOException {
        if (Files.notExists(INSTALLED)) {
            return Optional.empty();
        }
        try (var versions = Files.list(INSTALLED)) {
            var programs = versions.map(version -> version.resolve("bin"))
                    .filter(bin -> Files.isExecutable(bin.resolve("initdb")))
                    .max(Comparator.comparingInt(bin ->
                            Integer.parseInt(bin.getName(bin.getNameCount() - 2).toString())));
            return programs.isEmpty() ? Optional.empty() : Optional.of(start(programs.get()));
        }
    }

    private static PostgresServer start(Path programs) throws IOException {
        var server = new PostgresServer(programs, Files.createTempDirectory("shouwang-postgres"), freePort());
        if (isRoot()) {
            run(List.of("chown", "postgres", server.folder.toString()));
        }
        server.run("initdb", "-D", server.data(), "-U", "measure", "--auth=trust", "-E", "UTF8", "--no-sync");
        server.run(
                "pg_ctl",
                "-D",
                server.data(),
                "-w",
                "-l",
                server.folder.resolve("log").toString(),
                "-o",
                "-p %d -c listen_addresses=127.0.0.1 -c unix_socket_directories='' -c fsync=on -c max_connections=%d"
                        .formatted(server.port, CONNECTIONS),
                "start");
        return server;
    }

    String url() {
        return "jdbc:postgresql://127.0.0.1:" + port + "/postgres?user=measure";
    }

    String version() {
        return programs.getName(programs.getNameCount() - 2).toString();
    }

    private String data() {
        return folder.resolve("data").toString();
    }

    /// PostgreSQL refuses to run as root, and its package has a user for it.
    private void run(String program, String... arguments) throws IOException {
        var command = new ArrayList<String>();
        if (isRoot()) {
            command.addAll(List.of("runuser", "-u", "postgres", "--"));
        }
        command.add(programs.resolve(program).toString());
        command.addAll(List.of(arguments));
        run(command);
    }

    private static void run(List<String> command) throws IOException {
        var output = Files.createTempFile("shouwang-postgres", ".log");
        try {
            var process = new ProcessBuilder(command)
                    .directory(Path.of("/").toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(output.toFile())
                    .start();
            if (process.onExit()
                            .completeOnTimeout(process, 60, TimeUnit.SECONDS)
                            .join()
                            .isAlive()
                    || process.exitValue() != 0) {
                throw new IllegalStateException(command.getFirst() + " failed: " + Files.readString(output));
            }
        } finally {
            Files.delete(output);
        }
    }

    private static boolean isRoot() {
        return ROOT.equals(System.getProperty("user.name"));
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    @Override
    public void close() throws IOException {
        run("pg_ctl", "-D", data(), "-m", "immediate", "stop");
        try (var files = Files.walk(folder)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
