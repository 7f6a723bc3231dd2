package cn.shouwang.local.run;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The whole suite on this machine, process by process.
///
/// `up`, the stories and the failure drills all run it through this class. One thread drives a suite;
/// [#stop()] may come from any thread at any moment and leaves no process behind. After a stop the
/// same suite can be started again on the same data and ports.
public final class Suite implements AutoCloseable {

    private final SuiteSettings settings;
    private final List<Program> programs;
    private final Progress progress;
    private final Children children = new Children();
    private final Map<String, Integer> ports;
    private final Surroundings surroundings;
    private final Launcher launcher;
    private final Map<String, Member> members = new LinkedHashMap<>();

    /// Makes the installation's keys and users if they are missing, and picks free ports; starts nothing.
    public Suite(SuiteSettings settings, Progress progress) {
        this(settings, Program.in(settings.home()), progress);
    }

    Suite(SuiteSettings settings, List<Program> present, Progress progress) {
        var ownServers = settings.mongo() == null || settings.kafka() == null;
        this.programs = present.stream()
                .filter(program -> ownServers || !program.equals(Program.SERVER))
                .flatMap(program -> Stream.of(program, program.twin())
                        .filter(one -> one.equals(program) || settings.ports().containsKey(one.name())))
                .toList();
        this.settings = settings;
        this.progress = progress;
        this.ports = Ports.resolve(settings.ports());
        var mongo = settings.mongo() == null ? "mongodb://127.0.0.1:" + port(Program.MONGO) : settings.mongo();
        var kafka = settings.kafka() == null ? "127.0.0.1:" + port(Program.KAFKA) : settings.kafka();
        var installation =
                Installation.open(settings.data(), settings.demo() ? Division.in(settings.home()) : List.of());
        this.surroundings =
                new Surroundings(ports, new MongoUri(mongo), kafka, installation, settings.data(), settings.demo());
        this.launcher = new Launcher(
                children,
                settings,
                surroundings,
                settings.run(),
                settings.logs(),
                settings.mongo() == null,
                settings.kafka() == null);
        programs.forEach(program -> members.put(program.name(), member(program)));
    }

    /// Starts everything and returns when everything is ready.
    ///
    /// @throws PortsBusy when a port is taken; nothing has been started then
    /// @throws StartFailed when a process did not come up; all others have been stopped then
    public void start() {
        PortsBusy.check(portsInUse());
        children.open();
        new Training(children, settings, progress).run(programs);
        var serverUp = new CompletableFuture<Void>();
        if (!members.containsKey(Program.SERVER.name())) {
            serverUp.complete(null);
        }
        var firstFailure = new AtomicReference<@Nullable RuntimeException>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            programs.reversed().forEach(program -> threads.execute(() -> start(program, serverUp, firstFailure)));
        }
        var failure = firstFailure.get();
        if (failure != null) {
            stop();
            throw failure;
        }
    }

    private void start(
            Program program,
            CompletableFuture<Void> serverUp,
            AtomicReference<@Nullable RuntimeException> firstFailure) {
        try {
            if (program.needsServer()) {
                serverUp.join();
            }
            member(program.name()).start();
            if (program.equals(Program.SERVER)) {
                serverUp.complete(null);
            }
        } catch (RuntimeException e) {
            firstFailure.compareAndSet(null, e);
            children.close();
            members.values().forEach(Member::kill); // nobody waits for the others to come up in vain
            serverUp.completeExceptionally(e);
        }
    }

    /// Stops in order: first who asks, then who answers, last the servers. Returns when all are gone.
    public void stop() {
        children.close();
        members.values().forEach(Member::stop);
        children.killAll();
    }

    /// The same as [#stop()].
    @Override
    public void close() {
        stop();
    }

    /// SIGKILL, as the kernel would do it; returns when the process is gone. It stays away until
    /// [#restart(String)], even where crashed processes are brought back.
    public void kill(String name) {
        member(name).kill();
    }

    /// Stops the process if it is running, starts it, and returns when it is ready.
    public void restart(String name) {
        member(name).stop();
        member(name).start();
    }

    /// The names of the processes, in the order in which they are stopped.
    public List<String> processes() {
        return List.copyOf(members.keySet());
    }

    /// Resident memory of each running process in bytes; a process is missing where `/proc` does not say.
    public Map<String, Long> residentMemory() {
        var memory = new LinkedHashMap<String, Long>();
        members.forEach((name, member) ->
                member.pid().ifPresent(pid -> ResidentMemory.of(pid).ifPresent(bytes -> memory.put(name, bytes))));
        return memory;
    }

    /// The process id of each running process.
    public Map<String, Long> pids() {
        var pids = new LinkedHashMap<String, Long>();
        members.forEach((name, member) -> member.pid().ifPresent(pid -> pids.put(name, pid)));
        return pids;
    }

    /// Where people and tests enter: the gateway.
    public String url() {
        return surroundings.url("gateway");
    }

    /// The issuer's address.
    public String issuer() {
        return surroundings.url("identity");
    }

    /// Where `name`, or `mongo` or `kafka`, listens.
    public int port(String name) {
        return ports.getOrDefault(name, 0);
    }

    /// The Mongo connection string of the service `name`.
    public String mongo(String name) {
        return surroundings.mongo().database(name);
    }

    /// The Kafka servers in use.
    public String kafka() {
        return surroundings.kafka();
    }

    /// The list of first passwords: username, password, role, division, name between tabs.
    public Path passwords() {
        return surroundings.installation().passwords();
    }

    /// Where `name` writes its log.
    public Path log(String name) {
        return settings.logs().resolve(name + ".log");
    }

    private Map<String, Integer> portsInUse() {
        var used = new HashMap<String, Integer>();
        programs.stream()
                .filter(program -> !program.equals(Program.SERVER))
                .forEach(program -> used.put(program.name(), port(program.name())));
        if (settings.mongo() == null) {
            used.put(Program.MONGO, port(Program.MONGO));
        }
        if (settings.kafka() == null) {
            used.put(Program.KAFKA, port(Program.KAFKA));
        }
        return used;
    }

    private Member member(Program program) {
        return new Member(
                program.name(),
                launcher.log(program),
                () -> launcher.start(program, new StartCache(settings.cache(), launcher.jvm(program)).flags()),
                child -> launcher.isReady(program, child),
                settings.restart() ? Backoff.standard() : null,
                progress);
    }

    private Member member(String name) {
        var member = members.get(name);
        if (member == null) {
            throw new IllegalArgumentException("no process " + name + " among " + members.keySet());
        }
        return member;
    }
}
