package cn.shouwang.bench.drill.intruder;

import static cn.shouwang.bench.drill.intruder.Attack.answered;
import static cn.shouwang.bench.drill.intruder.Attack.refused;
import static cn.shouwang.bench.drill.intruder.World.any;

import cn.shouwang.bench.drill.intruder.Attack.Leave;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Addresses that one process reads differently from another, questions with more or stranger parameters, and
/// pages that are not for the public.
final class CrookedPaths {

    private static final Family FAMILY = Family.PATHS;

    private static final List<String> DETOURS = List.of(
            "/public/..%s",
            "/public/%%2e%%2e%s",
            "/public/%%252e%%252e%s",
            "/public/..;%s",
            "/public/..;a=b%s",
            "/public/.%%2e%s",
            "/public/%%2e%%2e%%2f%s",
            "/public/..%%5c%s",
            "/public/..\\%s",
            "/public//..%s",
            "/public/%%c0%%ae%%c0%%ae%s",
            "/public/divisions/..;/..%s",
            "/public;%s",
            "/public%%00%s",
            "/%s",
            "/.%s",
            "//%s",
            "/;%s",
            "/%%2e%s",
            "\\%s",
            "/public/reports/../..%s",
            "/v3/api-docs/..%s",
            "/v3/api-docs/..;%s",
            "/actuator/health/..%s",
            "/error/..%s");

    private static final List<String> TAILS = List.of(
            "/",
            "//",
            ".",
            "/.",
            "%%20",
            "%%00",
            "%%0a",
            "%%2f",
            ".json",
            ".html",
            ".css",
            ";jsessionid=1",
            ";a=b",
            ";.css",
            "%%3b",
            "?",
            "%%3f",
            "#a",
            "/..",
            "/../",
            "%%09",
            "..;/",
            "/%%2e%%2e/file",
            "*",
            "%%ff",
            "%%",
            "%%zz");

    /// Pages of frameworks, of tools and of carelessness.
    private static final List<String> HIDDEN = List.of(
            "/actuator/env",
            "/actuator/heapdump",
            "/actuator/threaddump",
            "/actuator/beans",
            "/actuator/configprops",
            "/actuator/loggers",
            "/actuator/mappings",
            "/actuator/shutdown",
            "/actuator/gateway/routes",
            "/actuator/refresh",
            "/actuator/httpexchanges",
            "/actuator/logfile",
            "/actuator/jolokia",
            "/actuator/sessions",
            "/actuator/auditevents",
            "/actuator/caches",
            "/actuator/metrics",
            "/actuator/info",
            "/actuator/conditions",
            "/actuator/scheduledtasks",
            "/actuator/startup",
            "/actuator/flyway",
            "/.git/config",
            "/.git/HEAD",
            "/.env",
            "/.svn/entries",
            "/.DS_Store",
            "/WEB-INF/web.xml",
            "/META-INF/MANIFEST.MF",
            "/application.yml",
            "/BOOT-INF/classes/application.yml",
            "/etc/passwd",
            "/h2-console",
            "/console",
            "/swagger-ui.html",
            "/swagger-ui/index.html",
            "/v2/api-docs",
            "/internal",
            "/internal/users",
            "/admin",
            "/debug",
            "/trace",
            "/jolokia",
            "/server-status",
            "/phpinfo.php",
            "/secrets/users.json",
            "/users.json",
            "/backup.zip",
            "/log",
            "/logs/monitoring.log",
            "/graphql",
            "/manager/html",
            "/oauth2/introspect",
            "/keys",
            "/static/..%2f..%2fapplication.yml",
            "/assets/..%2fapplication.yml",
            "/assets/%2e%2e/application.yml",
            "/assets/..%5capplication.yml",
            "/webjars/",
            "/cgi-bin/",
            "/rows",
            "/log/0");

    private final World world;
    private final SplittableRandom random;

    private CrookedPaths(World world, SplittableRandom random) {
        this.world = world;
        this.random = random;
    }

    static Stream<Attack> attacks(World world, SplittableRandom random) {
        var maker = new CrookedPaths(world, random);
        return Family.inTurn(List.of(
                maker::detour,
                maker::tail,
                maker::hidden,
                maker::hidden,
                maker::detour,
                maker::otherCase,
                maker::lengthy,
                maker::manyParameters,
                maker::repeated,
                maker::pages,
                maker::orders,
                maker::overridden,
                maker::methods,
                maker::past));
    }

    /// Something protected: its path, and the village it belongs to.
    private record Secret(String path, String village) {}

    private Attack detour() {
        var secret = secret();
        return crooked(secret, any(DETOURS, random).formatted(secret.path()));
    }

    private Attack tail() {
        var secret = secret();
        return crooked(secret, secret.path() + any(TAILS, random).formatted());
    }

    private Attack otherCase() {
        var secret = secret();
        var path = secret.path();
        var bent = path.chars()
                .mapToObj(letter -> random.nextBoolean()
                        ? Character.toString(Character.toUpperCase(letter))
                        : "%%%02x".formatted(letter))
                .collect(Collectors.joining())
                .replace("%2f", "/");
        return crooked(secret, random.nextBoolean() ? bent : path.toUpperCase(Locale.ROOT));
    }

    /// Asked by nobody, or by somebody who must not see it.
    private Attack crooked(Secret secret, String path) {
        var door = any(List.of(world.gateway().to("monitoring"), world.monitoring()), random);
        var by = random.nextBoolean() ? world.nobody() : any(world.strangersTo(secret.village()), random);
        var request = Request.get(door, door.prefix() + path).by(by);
        return answered(FAMILY, by, request).leaving(Leave.CLOSE);
    }

    private Secret secret() {
        var target = world.something(random);
        var reads = world.reads().stream()
                .filter(one -> one.service().equals("monitoring") && !one.isPublic())
                .toList();
        return new Secret(any(reads, random).filled(target.ids()), target.village());
    }

    private Attack hidden() {
        var path = any(HIDDEN, random);
        var doors = List.of(
                world.gateway(),
                world.gateway().to("monitoring"),
                world.gateway().to("employment"),
                world.monitoring(),
                world.employment(),
                world.identity());
        var door = any(doors, random);
        var prefix = door.gateway() && random.nextBoolean() ? door.prefix() + "/public/.." : door.prefix();
        var by = random.nextInt(3) == 0 ? world.intruder(World.ADMIN) : world.nobody();
        var at = door.equals(world.gateway()) ? "" : prefix;
        var request = Request.get(door, at + path);
        return refused(FAMILY, by, door.name().equals("identity") ? request : request.by(by))
                .leaving(Leave.CLOSE);
    }

    private Attack lengthy() {
        var length = any(List.of(1_000, 4_000, 7_900, 8_300, 12_000, 16_500, 33_000, 70_000), random);
        var part = any(List.of("a", "/", "/a", "../", "%41", "%", ";a", "?", "&a="), random);
        var door = any(List.of(world.gateway(), world.monitoring(), world.employment(), world.identity()), random);
        var request = Request.get(door, "/api/monitoring/public/divisions/" + part.repeat(length / part.length()));
        return answered(FAMILY, world.nobody(), request).leaving(Leave.CLOSE);
    }

    private Attack manyParameters() {
        var count = any(List.of(100, 500, 1_000, 1_600), random);
        var query = IntStream.range(0, count).mapToObj(i -> "a" + i % 7 + "=1").collect(Collectors.joining("&"));
        return listed("?" + query);
    }

    private Attack repeated() {
        var target = world.something(random);
        return listed(any(
                        List.of(
                                "?division=440233101200&division=%s",
                                "?division=%s&division=440233101200",
                                "?division=440233101200,%s",
                                "?division[]=%s",
                                "?division[0]=%s",
                                "?division=%s%%00",
                                "?division=%s%%0a",
                                "?Division=%s",
                                "?scope.division=%s",
                                "?gate.scope=%s",
                                "?village=%s&village=440233101200",
                                "?state=&division=%s",
                                "?division=&division=%s",
                                "?class.module.classLoader.resources.context.parent.pipeline.first.pattern=%s"),
                        random)
                .formatted(target.village()));
    }

    private Attack pages() {
        var hostile = any(
                List.of(
                        "-1",
                        "0",
                        "2147483648",
                        "1e9",
                        "9999999999999999999",
                        "1.5",
                        "",
                        "NaN",
                        "0x10",
                        "%20",
                        "1%00",
                        "201",
                        "a",
                        "１",
                        "-0",
                        "%2b1"),
                random);
        return listed("?" + any(List.of("page", "size", "limit", "offset", "per_page"), random) + "="
                + Request.utf8(hostile) + "&size=200");
    }

    private Attack orders() {
        return listed(any(
                List.of(
                        "?sort=idNumber,asc",
                        "?sort=$where",
                        "?sort=-name",
                        "?sort[]=_id",
                        "?order=phone",
                        "?fields=name,phone,document",
                        "?projection=whole",
                        "?include=personal",
                        "?expand=members.person",
                        "?reveal=true",
                        "?masked=false",
                        "?format=csv",
                        "?callback=a",
                        "?q=1990000",
                        "?search=999999",
                        "?debug=true&trace=true&exception=1",
                        "?lang=..%2f..%2f",
                        "?as-of=2020-01-01",
                        "?scope=440233"),
                random));
    }

    /// A list as somebody reads it who has nothing planted in it.
    private Attack listed(String query) {
        var target = world.something(random);
        var lists = world.reads().stream()
                .filter(one -> !one.namesSomething() && !one.isPublic())
                .toList();
        var endpoint = any(lists, random);
        var door = world.door(endpoint, random.nextInt(3) == 0);
        var by = any(world.strangersTo(target.village()), random);
        return answered(
                        FAMILY,
                        by,
                        Request.get(door, World.target(door, endpoint, Map.of()) + query)
                                .by(by))
                .leaving(Leave.CLOSE);
    }

    private Attack overridden() {
        var secret = secret();
        var path = secret.path();
        var door = any(List.of(world.gateway().to("monitoring"), world.monitoring()), random);
        var by = any(world.strangersTo(secret.village()), random);
        var method = any(List.of("DELETE", "PUT", "GET", "POST", "PATCH", "TRACE"), random);
        var name = any(List.of("X-HTTP-Method-Override", "X-HTTP-Method", "X-Method-Override", "_method"), random);
        var request = Request.of(
                        door, random.nextBoolean() ? "POST" : "GET", door.prefix() + path + "?_method=" + method)
                .with(name, method)
                .with("Content-Type", "application/json")
                .by(by);
        return answered(FAMILY, by, request).leaving(Leave.CLOSE);
    }

    private Attack methods() {
        var method = any(
                List.of(
                        "PUT",
                        "DELETE",
                        "PATCH",
                        "TRACE",
                        "TRACK",
                        "CONNECT",
                        "PROPFIND",
                        "MKCOL",
                        "COPY",
                        "LOCK",
                        "DEBUG",
                        "OPTIONS",
                        "HEAD",
                        "FOO",
                        "get",
                        "Get",
                        "PURGE",
                        "A".repeat(300),
                        "GET\t",
                        "POST,GET",
                        "G\u00cbT",
                        "*"),
                random);
        var secret = secret();
        var path = secret.path();
        var door = any(List.of(world.gateway().to("monitoring"), world.monitoring(), world.identity()), random);
        var by = any(world.strangersTo(secret.village()), random);
        var request = Request.of(door, method, door.prefix() + path).with("X-Echo", "zzechozz");
        var signed = door.name().equals("identity") ? request : request.by(by);
        return answered(FAMILY, by, signed).leaving(Leave.CLOSE).without("zzechozz");
    }

    /// Through the gateway to what the services keep for the machine they run on.
    private Attack past() {
        var path = any(
                List.of(
                        "/actuator/prometheus",
                        "/actuator/health",
                        "/v3/api-docs",
                        "/error",
                        "/actuator",
                        "/public/../actuator/prometheus",
                        "/public/%2e%2e/actuator/prometheus",
                        "/public/..;/v3/api-docs",
                        "/public/%2e%2e%2factuator",
                        "/public/error",
                        "/public/actuator/env",
                        "/public/v3/api-docs"),
                random);
        var door =
                world.gateway().to(any(List.of("monitoring", "employment", "identity", "server", "..", "."), random));
        var by = random.nextBoolean() ? world.nobody() : world.intruder(World.ADMIN);
        return answered(FAMILY, by, Request.get(door, door.prefix() + path).by(by))
                .leaving(Leave.CLOSE);
    }
}
