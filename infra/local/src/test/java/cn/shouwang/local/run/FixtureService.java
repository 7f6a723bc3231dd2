package cn.shouwang.local.run;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/// Stands in for a service in the runner's tests: answers the readiness probe on `PORT`, ends at once in a
/// training run, and appends its name to `<DATA_DIR>/../stopped` at SIGTERM.
///
/// A service whose name begins with `broken` prints why and ends with code 3; one whose name begins with
/// `untrainable` does so in a training run only.
final class FixtureService {

    private FixtureService() {}

    public static void main(String[] args) throws IOException {
        var name = System.getProperty("shouwang.process", "");
        var training = "onRefresh".equals(System.getProperty("spring.context.exit"));
        if (name.startsWith("broken") || (training && name.startsWith("untrainable"))) {
            System.out.println(name + " cannot start");
            System.exit(3);
        }
        if (training) {
            System.exit(0);
        }
        var stopped = Path.of(System.getenv("DATA_DIR")).resolveSibling("stopped");
        Runtime.getRuntime().addShutdownHook(new Thread(() -> append(stopped, name)));
        var port = Integer.parseInt(System.getenv("PORT"));
        var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        server.createContext("/actuator/health/readiness", exchange -> {
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        server.start();
    }

    private static void append(Path file, String name) {
        try {
            Files.writeString(file, name + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
