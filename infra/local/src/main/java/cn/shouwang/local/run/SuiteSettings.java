package cn.shouwang.local.run;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// How a suite is to run.
///
/// `home` is the checkout whose build is run; `state` holds `logs` and `run` (pid files) and must
/// not be shared by two suites; `data` is what has to be kept. `ports` names ports by process, plus
/// `mongo` and `kafka`; 0 is a free port. `mongo` and `kafka` are servers elsewhere, null for our own.
/// `demo` adds the users of the synthetic county. `restart` brings crashed processes back.
public record SuiteSettings(
        Path home,
        Path state,
        Path data,
        Map<String, Integer> ports,
        @Nullable String mongo,
        @Nullable String kafka,
        boolean demo,
        boolean restart) {

    public SuiteSettings {
        ports = Map.copyOf(ports);
    }

    /// The default ports and folders of the checkout.
    public static SuiteSettings of(Path home) {
        var places = new Home(home);
        return new SuiteSettings(home, places.state(), places.data(), defaultPorts(), null, null, false, false);
    }

    private static Map<String, Integer> defaultPorts() {
        var ports = new HashMap<>(Map.of(Program.MONGO, Program.MONGO_PORT, Program.KAFKA, Program.KAFKA_PORT));
        Program.ALL.stream().filter(program -> program.port() != 0).forEach(p -> ports.put(p.name(), p.port()));
        return ports;
    }

    /// The same with all files below `directory`, for a suite beside the developer's own.
    public SuiteSettings below(Path directory) {
        return new SuiteSettings(home, directory, directory.resolve("data"), ports, mongo, kafka, demo, restart);
    }

    public SuiteSettings withData(Path directory) {
        return new SuiteSettings(home, state, directory, ports, mongo, kafka, demo, restart);
    }

    /// The same on a free port for every process.
    public SuiteSettings withFreePorts() {
        var free = new HashMap<>(ports);
        free.replaceAll((_, _) -> 0);
        return new SuiteSettings(home, state, data, free, mongo, kafka, demo, restart);
    }

    public SuiteSettings withPort(String name, int port) {
        var changed = new HashMap<>(ports);
        changed.put(name, port);
        return new SuiteSettings(home, state, data, changed, mongo, kafka, demo, restart);
    }

    /// The same with a second process of a service, `<service>-2`, on a free port. The gateway finds the
    /// service at `door`, where the caller hands what comes to one of the two.
    public SuiteSettings withTwin(String service, int door) {
        return withPort(service + "-2", 0).withPort(Program.door(service), door);
    }

    public SuiteSettings withMongo(@Nullable String uri) {
        return new SuiteSettings(home, state, data, ports, uri, kafka, demo, restart);
    }

    public SuiteSettings withKafka(@Nullable String servers) {
        return new SuiteSettings(home, state, data, ports, mongo, servers, demo, restart);
    }

    public SuiteSettings withDemo(boolean demo) {
        return new SuiteSettings(home, state, data, ports, mongo, kafka, demo, restart);
    }

    public SuiteSettings withRestart(boolean restart) {
        return new SuiteSettings(home, state, data, ports, mongo, kafka, demo, restart);
    }

    Path logs() {
        return state.resolve("logs");
    }

    Path run() {
        return state.resolve("run");
    }

    Path cache() {
        return new Home(home).cache();
    }
}
