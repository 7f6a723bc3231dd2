package cn.shouwang.bench.drill.intruder;

import cn.shouwang.bench.door.Offices;
import cn.shouwang.bench.door.Visitor;
import cn.shouwang.bench.drill.intruder.Finding.Kind;
import cn.shouwang.local.run.Progress;
import cn.shouwang.local.run.Suite;
import cn.shouwang.local.run.SuiteSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Consumer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Thousands of attacks on a suite of its own, on free ports and below a directory of its own.
///
/// Most of them under the limits of a county that signs in from one address, so that they arrive; the flood at
/// the end, on the same data, under the limits that hold by default.
public final class IntruderDrill {

    private static final List<String> ACCOUNTS = List.of(
            World.SISTER,
            World.ELSEWHERE,
            World.NEIGHBOUR,
            World.TOWN,
            World.AUDITOR,
            World.BANK,
            World.ADMIN,
            World.COUNTY);

    private static final int SERVICES = 3;
    private static final int MOST_TRIES = 30;

    private final SuiteSettings settings;
    private final long seed;
    private final List<Family> families;
    private final Consumer<String> screen;
    private final Marked marked;
    private final Tally tally = new Tally();
    private final Receipts receipts = new Receipts();
    private String times = "";
    private String memory = "";

    /// @param home the checkout whose build is attacked
    /// @param directory where its data and logs go
    /// @param only the one family to carry out, or an empty text for all of them
    public IntruderDrill(Path home, Path directory, long seed, String only, Consumer<String> screen) {
        this.settings = SuiteSettings.of(home).below(directory).withFreePorts();
        this.seed = seed;
        this.families = List.of(Family.values()).stream()
                .filter(family -> only.isEmpty() || family.name().equalsIgnoreCase(only))
                .toList();
        this.screen = screen;
        this.marked = new Marked(seed);
    }

    /// The names that `only` may have.
    public static List<String> families() {
        return List.of(Family.values()).stream()
                .map(family -> family.name().toLowerCase(Locale.ROOT))
                .toList();
    }

    /// Runs the drill and stops everything it started, whatever happens. True when nothing was found; the
    /// verdict is the last line on the screen.
    public boolean run() throws InterruptedException {
        var began = System.nanoTime();
        Planted planted;
        try (var canary = new Canary()) {
            planted = attacked(canary);
            if (canary.calls() > 0) {
                tally.found(null, List.of(new Finding(Kind.LEAKED, "the suite called an address out of a request")));
                screen.accept("  LEAKED: %d calls of an address out of a request".formatted(canary.calls()));
            }
        }
        if (families.contains(Family.FLOOD)) {
            flooded(planted);
        }
        tally.table().forEach(screen);
        screen.accept(String.format(
                Locale.ROOT,
                "  允许并存下 allowed and stored %d, 内存 memory %s, 编号错/无此编号 malformed/unknown number %s, %.0f s",
                receipts.count(),
                memory,
                times,
                (System.nanoTime() - began) / 1e9));
        screen.accept(tally.verdict());
        return tally.isGood();
    }

    private interface Work<T> {
        T on(Suite suite) throws InterruptedException;
    }

    private static <T> T running(Suite suite, Work<T> work) throws InterruptedException {
        var stopAtInterrupt = new Thread(suite::stop);
        Runtime.getRuntime().addShutdownHook(stopAtInterrupt);
        try (suite) {
            suite.start();
            return work.on(suite);
        } finally {
            Runtime.getRuntime().removeShutdownHook(stopAtInterrupt);
        }
    }

    // With the limits of a demo --------------------------------------------------------------------

    private Planted attacked(Canary canary) throws InterruptedException {
        return running(new Suite(settings.withDemo(true), Progress.silent()), suite -> {
            var offices = Offices.of(suite.url(), suite.passwords());
            var planted = new Planting(offices, new Visitor(suite.url()), marked, seed).plant();
            var world = world(suite, offices, planted, canary.port());
            var county = offices.of(World.COUNTY);
            var before = Untouched.since(suite, county, planted);
            var judge = new Judge(marked.markers());
            new Controls(world, judge).check();
            described(world);
            var assault = new Assault(world, judge, before, seed, tally, receipts, screen);
            for (var family : families) {
                if (family != Family.FLOOD) {
                    var from = System.nanoTime();
                    assault.by(family);
                    screen.accept(String.format(
                            Locale.ROOT, "  %-18s %.1f s", family.words(), (System.nanoTime() - from) / 1e9));
                }
            }
            times = assault.times();
            memory = before.grown();
            afterwards(before.findings(receipts, judge, new Judge(Paper.traces())));
            return planted;
        });
    }

    private void afterwards(List<Finding> findings) {
        tally.found(null, findings);
        findings.forEach(finding -> screen.accept("  %s seed %d: %s".formatted(finding.kind(), seed, finding.what())));
    }

    private void described(World world) {
        var unknown = world.commands().stream()
                .filter(endpoint -> !Paper.knows(endpoint))
                .map(Endpoint::path)
                .toList();
        screen.accept("  %d 个接口 endpoints, 种子 seed %d%s"
                .formatted(
                        world.endpoints().size(),
                        seed,
                        unknown.isEmpty() ? "" : ", 无样表 without a form of their own: " + unknown));
    }

    private World world(Suite suite, Offices offices, Planted planted, int canary) throws InterruptedException {
        var secret = secret(suite.passwords().resolveSibling("gateway-client-secret"));
        var intruders = new ArrayList<>(List.of(Intruder.nobody()));
        Tokens sisters = null;
        for (var account : ACCOUNTS) {
            var office = offices.of(account);
            var session = office.session();
            var tokens = Tokens.of(account, office.password(), suite.issuer(), suite.url(), secret);
            sisters = sisters == null ? tokens : sisters;
            var division = account.replaceFirst("^(village|town)-", "");
            intruders.add(new Intruder(
                    account,
                    division.matches("\\d+") ? division : "440233",
                    !List.of(World.BANK, World.ADMIN).contains(account),
                    session.cookies(),
                    session.csrf(),
                    tokens.access()));
        }
        return new World(
                new Door("gateway", suite.port("gateway"), "/api/monitoring", true),
                new Door("monitoring", suite.port("monitoring"), "", false),
                new Door("employment", suite.port("employment"), "", false),
                new Door("identity", suite.port("identity"), "", false),
                described(suite.port("gateway")),
                List.copyOf(intruders),
                Objects.requireNonNull(sisters),
                json(suite.port("identity"), "/oauth2/jwks"),
                planted,
                canary);
    }

    /// The gateway leaves out a service whose description does not come in time, as at its first asking.
    private static List<Endpoint> described(int gateway) throws InterruptedException {
        for (var tries = 0; ; tries++) {
            var endpoints = Endpoint.in(json(gateway, "/openapi"));
            var services = endpoints.stream().map(Endpoint::service).distinct().count();
            if (services == SERVICES) {
                return endpoints;
            }
            if (tries == MOST_TRIES) {
                throw new IllegalStateException("the description has %d services".formatted(services));
            }
            Thread.sleep(1_000);
        }
    }

    private static JsonNode json(int port, String path) {
        var seen = Wire.send(Request.get(new Door("", port, "", false), path), Duration.ofSeconds(20));
        return JsonMapper.shared().readTree(seen.answers().getFirst().text());
    }

    private static String secret(Path file) {
        try {
            return Files.readString(file).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    // With the limits as they are --------------------------------------------------------------------

    /// Many requests at once are answered with 429 in the end, and never with a fault.
    private void flooded(Planted planted) throws InterruptedException {
        running(new Suite(settings.withDemo(false), Progress.silent()), suite -> {
            var county = Offices.of(suite.url(), suite.passwords()).of(World.COUNTY);
            var before = Untouched.since(suite, county, planted);
            var door = new Door("gateway", suite.port("gateway"), "/api/monitoring", true);
            var world = new World(
                    door,
                    new Door("monitoring", suite.port("monitoring"), "", false),
                    new Door("employment", suite.port("employment"), "", false),
                    new Door("identity", suite.port("identity"), "", false),
                    List.of(),
                    List.of(Intruder.nobody()),
                    new Tokens("", "", ""),
                    JsonMapper.shared().createObjectNode(),
                    planted,
                    0);
            var judge = new Judge(marked.markers());
            new Assault(world, judge, before, seed, tally, receipts, screen).by(Family.FLOOD);
            if (tally.tooMany(Family.FLOOD) == 0) {
                afterwards(List.of(new Finding(Kind.LET_IN, "a flood from one address was never told to wait")));
            }
            afterwards(before.findings(receipts, judge, new Judge(Paper.traces())));
            return true;
        });
    }
}
