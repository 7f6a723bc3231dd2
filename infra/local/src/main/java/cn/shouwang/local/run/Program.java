package cn.shouwang.local.run;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// One process of the suite, as data.
///
/// `module` is its folder in the checkout, `port` where it listens unless told otherwise (0 for the
/// server process, whose two ports have names of their own), `heap` its largest heap.
/// `needsServer` means that it does not start before the database and the broker answer.
record Program(String name, String module, String mainClass, int port, String heap, boolean needsServer) {

    static final String MONGO = "mongo";
    static final String KAFKA = "kafka";
    static final int MONGO_PORT = 27_117;
    static final int KAFKA_PORT = 9_192;

    static final Program SERVER =
            new Program("server", "infra/local", "cn.shouwang.local.run.ServerProcess", 0, "512m", false);
    static final Program IDENTITY =
            new Program("identity", "infra/identity", "cn.shouwang.identity.Identity", 8081, "192m", false);
    static final Program GATEWAY =
            new Program("gateway", "gateway", "cn.shouwang.gateway.Gateway", 8080, "160m", false);

    /// In the order in which they are stopped: who sends requests before who answers them.
    static final List<Program> ALL = List.of(
            GATEWAY,
            new Program(
                    "employment", "employment-service", "cn.shouwang.employment.EmploymentService", 8104, "192m", true),
            new Program(
                    "monitoring", "monitoring-service", "cn.shouwang.monitoring.MonitoringService", 8101, "512m", true),
            IDENTITY,
            SERVER);

    private static final String SECOND = "-2";

    /// A second process of the same service, on the same database under the same keys.
    Program twin() {
        return new Program(name + SECOND, module, mainClass, 0, heap, needsServer);
    }

    /// The service it is a process of.
    String service() {
        return name.endsWith(SECOND) ? name.substring(0, name.length() - SECOND.length()) : name;
    }

    /// Under which name the port is known where the gateway finds a service, if that is not its own.
    static String door(String service) {
        return service + "-door";
    }

    /// The programs whose module is in the checkout.
    static List<Program> in(Path home) {
        return ALL.stream()
                .filter(program ->
                        Files.isRegularFile(home.resolve(program.module).resolve("pom.xml")))
                .toList();
    }

    /// The names of those that keep a log.
    static List<String> sealed(Path home) {
        return in(home).stream()
                .filter(program -> program.needsServer || program.equals(IDENTITY))
                .map(Program::name)
                .toList();
    }
}
