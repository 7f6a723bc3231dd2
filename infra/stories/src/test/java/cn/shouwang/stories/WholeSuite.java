package cn.shouwang.stories;

import static org.assertj.core.api.Assertions.assertThat;

import cn.shouwang.bench.county.County;
import cn.shouwang.bench.county.Desk;
import cn.shouwang.bench.county.Ledger;
import cn.shouwang.bench.county.Load;
import cn.shouwang.bench.door.Office;
import cn.shouwang.bench.door.Offices;
import cn.shouwang.bench.door.Visitor;
import cn.shouwang.bench.drill.StoredLog;
import cn.shouwang.local.run.Progress;
import cn.shouwang.local.run.Suite;
import cn.shouwang.local.run.SuiteSettings;
import cn.shouwang.platform.test.Servers;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.stream.Collectors;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/// Every process of the suite, with the real broker and server, on free ports and empty data; one for all
/// stories, handed to whoever names it as a parameter.
final class WholeSuite implements AutoCloseable {

    private static final int DEMO_SEED = 2025;
    private static final int DEMO_HOUSEHOLDS = 400;
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Path directory;
    private final Suite suite;
    private final Offices offices;

    private WholeSuite(Path home) throws IOException {
        directory = Files.createTempDirectory("shouwang-stories");
        suite = new Suite(
                onServers(
                        SuiteSettings.of(home).below(directory).withFreePorts().withDemo(true)),
                Progress.silent());
        Runtime.getRuntime().addShutdownHook(new Thread(suite::stop)); // a broken-off test run leaves nothing behind
        suite.start();
        offices = Offices.of(suite.url(), suite.passwords());
    }

    /// Starts the suite for the first story and stops it after the last.
    static final class Running implements ParameterResolver {

        @Override
        public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
            return parameter.getParameter().getType() == WholeSuite.class;
        }

        @Override
        public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
            return suite(context);
        }

        static WholeSuite suite(ExtensionContext context) {
            return context.getRoot()
                    .getStore(Namespace.create(WholeSuite.class))
                    .computeIfAbsent(WholeSuite.class, _ -> start(), WholeSuite.class);
        }
    }

    /// By default the suite brings its own servers; in a run on containers it is given those.
    private static SuiteSettings onServers(SuiteSettings settings) {
        return Servers.kind() == Servers.Kind.CONTAINERS
                ? settings.withMongo(Servers.mongo()).withKafka(Servers.kafka())
                : settings;
    }

    private static WholeSuite start() {
        try {
            return new WholeSuite(Path.of(System.getProperty("shouwang.home", "../.."))
                    .toAbsolutePath()
                    .normalize());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Office office(String username) {
        return offices.of(username);
    }

    String url() {
        return suite.url();
    }

    Visitor visitor() {
        return new Visitor(suite.url());
    }

    /// The synthetic county of `up --demo` comes to what is there already.
    void takesDemoCounty() {
        var anyone = visitor();
        var county = new County(DEMO_SEED, cn.shouwang.bench.county.Village.all(anyone));
        var desk = new Desk(offices, anyone, new Ledger(), PATIENCE);
        var failures = new Load(county.families(DEMO_HOUSEHOLDS), desk, _ -> {}).run();
        assertThat(failures).isEmpty();
    }

    String issuer() {
        return suite.issuer();
    }

    Path issuersKeys() {
        return suite.passwords().resolveSibling("identity-keys.json");
    }

    void restart() {
        suite.stop();
        suite.start();
    }

    StoredLog log() {
        return StoredLog.read(suite.mongo("monitoring"));
    }

    /// All that any process has written to its log file.
    String writtenToLogFiles() {
        return suite.processes().stream().map(suite::log).map(WholeSuite::text).collect(Collectors.joining("\n"));
    }

    private static String text(Path file) {
        try {
            return Files.exists(file) ? Files.readString(file) : "";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() throws IOException {
        suite.close();
        try (var files = Files.walk(directory)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
