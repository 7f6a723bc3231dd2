package cn.shouwang.bench.drill.intruder;

import static cn.shouwang.bench.drill.intruder.Attack.answered;
import static cn.shouwang.bench.drill.intruder.Attack.refused;
import static cn.shouwang.bench.drill.intruder.Attack.stored;
import static cn.shouwang.bench.drill.intruder.World.any;

import cn.shouwang.bench.drill.intruder.Attack.Leave;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.regex.Matcher;
import java.util.stream.Stream;

/// Text that is a question to a database, a script or a template for whoever takes it for one, and text that
/// ends a line where it must not.
final class Operators {

    /// Begins a line that no process writes of its own accord.
    static final String FORGED = "{\"@timestamp\":\"forged-by-the-drill\"";

    private static final Family FAMILY = Family.OPERATORS;

    /// 1337 × 7331: nobody says so who has not multiplied.
    private static final String PRODUCT = "9801547";

    private static final List<String> QUERIES = List.of(
            "division[$ne]=1",
            "division[$gt]=",
            "division[$regex]=.*",
            "division[$in][]=440233101203",
            "division={\"$ne\":null}",
            "division=440233.*",
            "division=4402331012%2e%2e",
            "division=%24where",
            "$where=1",
            "$or[0][division]=440233101203",
            "filter={\"$where\":\"sleep(3000)\"}",
            "household[$ne]=1",
            "household={\"$gt\":\"\"}",
            "state[$ne]=X",
            "state=OPEN' || '1'=='1",
            "division=440233101200' OR '1'='1",
            "village=';return true;var a='",
            "_id[$exists]=true",
            "size[$gt]=1",
            "page={\"$inc\":1}");

    private static final List<String> VALUES = List.of(
            "{\"$gt\":\"\"}",
            "{\"$ne\":null}",
            "{\"$regex\":\".*\"}",
            "{\"$where\":\"return true\"}",
            "{\"$function\":{\"body\":\"function(){return 1}\",\"args\":[],\"lang\":\"js\"}}",
            "[{\"$ne\":1}]",
            "{\"$oid\":\"507f1f77bcf86cd799439011\"}",
            "{\"$numberLong\":\"1\"}",
            "{\"$binary\":{\"base64\":\"AAAA\",\"subType\":\"04\"}}",
            "{\"$ref\":\"log\",\"$id\":0}");

    private static final List<String> TEXTS = List.of(
            "${1337*7331}",
            "#{1337*7331}",
            "{{1337*7331}}",
            "*{1337*7331}",
            "__${1337*7331}__::.x",
            "#{T(Integer).valueOf(1337*7331)}",
            "<%= 1337*7331 %>",
            "${jndi:ldap://127.0.0.1:CANARY/a}",
            "${${lower:j}ndi:rmi://127.0.0.1:CANARY/a}",
            "%{#context}http://127.0.0.1:CANARY/a",
            "http://127.0.0.1:CANARY/",
            "<script>alert(9801)</script>",
            "<img src=http://127.0.0.1:CANARY/ onerror=alert(9801)>",
            "'; db.log.drop(); '",
            "\"; return true; //",
            "1; sleep 10",
            "$(curl http://127.0.0.1:CANARY/)",
            "`curl http://127.0.0.1:CANARY/`",
            "=cmd|'/c calc'!A0",
            "$where",
            "$ne",
            "division",
            "a.b.$[]",
            "../../../../etc/passwd",
            "{0} {1} %s %n %x",
            "(a+)+$" + "a".repeat(60));

    private final World world;
    private final SplittableRandom random;

    private Operators(World world, SplittableRandom random) {
        this.world = world;
        this.random = random;
    }

    static Stream<Attack> attacks(World world, SplittableRandom random) {
        var maker = new Operators(world, random);
        return Family.inTurn(List.of(
                maker::query,
                maker::inPath,
                maker::inField,
                maker::asText,
                maker::inHeader,
                maker::newLine,
                maker::query));
    }

    private Attack query() {
        var lists = world.reads().stream().filter(one -> !one.namesSomething()).toList();
        var endpoint = any(lists, random);
        var target = world.something(random);
        var by = any(world.strangersTo(target.village()), random);
        var door = world.door(endpoint, random.nextInt(3) == 0);
        var plain = any(QUERIES, random).replace("440233101203", target.village());
        var query =
                random.nextBoolean() ? coded(plain) : plain.replace(" ", "+").replace("\"", "%22");
        return answered(
                        FAMILY,
                        by,
                        Request.get(door, World.target(door, endpoint, Map.of()) + "?size=200&" + query)
                                .by(by))
                .leaving(Leave.CLOSE);
    }

    /// The first `=` separates; all else is the value's.
    private static String coded(String query) {
        var parts = query.split("=", 2);
        return encoded(parts[0]) + "=" + (parts.length == 2 ? encoded(parts[1]) : "");
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private Attack inPath() {
        var endpoint = any(
                world.reads().stream()
                        .filter(one -> one.namesSomething() && !one.isPublic())
                        .toList(),
                random);
        var target = world.something(random);
        var by = any(world.strangersTo(target.village(), endpoint), random);
        var door = world.door(endpoint, random.nextInt(3) == 0);
        var value = encoded(random.nextBoolean() ? any(VALUES, random) : text()).replace("+", "%20");
        var ids = new HashMap<String, String>();
        target.ids().keySet().forEach(place -> ids.put(place, value));
        var request = Request.get(door, World.target(door, endpoint, ids)).by(by);
        var attack = endpoint.isListAbout() ? answered(FAMILY, by, request) : refused(FAMILY, by, request);
        return evaluated(attack.leaving(Leave.CLOSE));
    }

    private Attack inField() {
        var form = form();
        var value = any(VALUES, random);
        var body = form.body()
                .replaceFirst(
                        any(List.of("\"village\":\"[^\"]*\"", "\"name\":\"[^\"]*\"", "\"phone\":\"[^\"]*\""), random),
                        "\"village\":" + Matcher.quoteReplacement(value));
        return refused(
                FAMILY,
                form.by(),
                Request.post(form.door(), form.target(), body).by(form.by()));
    }

    private Attack asText() {
        var form = form();
        var text = text().replace("\\", "\\\\").replace("\"", "\\\"");
        var body = random.nextInt(4) == 0
                ? form.body().replace(Paper.NAME, text)
                : form.body().replace("看病花费大", text).replace("支出明显增加", text).replace("一组", text);
        return evaluated(stored(
                FAMILY,
                form.by(),
                Request.post(form.door(), form.target(), body).by(form.by())));
    }

    private Attack inHeader() {
        var name = any(
                List.of(
                        "User-Agent",
                        "Referer",
                        "Accept-Language",
                        "X-Forwarded-For",
                        "Idempotency-Key",
                        "traceparent",
                        "Origin",
                        "Accept",
                        "X-Request-Id",
                        "If-None-Match",
                        "Range",
                        "Content-Type",
                        "Log-Position",
                        "spring.cloud.function.routing-expression"),
                random);
        var target = world.something(random);
        var by = any(world.strangersTo(target.village()), random);
        var endpoint = any(world.endpoints(), random);
        var door = world.door(endpoint, random.nextInt(3) == 0);
        var path = World.target(door, endpoint, World.nothing(random));
        var request = endpoint.isRead()
                ? Request.get(door, path)
                : Request.of(door, "POST", path)
                        .with("Content-Type", "application/json")
                        .carrying("{}");
        return evaluated(
                answered(FAMILY, by, request.instead(name, Request.utf8(text())).by(by))
                        .leaving(Leave.CLOSE));
    }

    /// A header of the attacker's in the answer, a line of the attacker's in a log.
    private Attack newLine() {
        var ending = any(List.of("%0d%0a", "%0a", "%0d", "%E5%98%8A%E5%98%8D", "%00%0a"), random);
        var forged = ending + "X-Injected:%20drill" + ending + encoded(FORGED).replace("+", "%20") + ending;
        var door = any(List.of(world.gateway().to("monitoring"), world.monitoring(), world.identity()), random);
        var path = any(
                List.of(
                        door.prefix() + "/households/" + forged + "/file",
                        door.prefix() + "/public/reports/" + forged,
                        door.prefix() + "/public/divisions?parent=" + forged,
                        "/oauth2/authorization/" + forged,
                        "/login?error=" + forged,
                        "/?next=" + forged),
                random);
        return answered(FAMILY, world.nobody(), Request.get(door, path))
                .leaving(Leave.CLOSE)
                .without("\nX-Injected", "\rX-Injected");
    }

    private record Form(Door door, String target, String body, Intruder by) {}

    private Form form() {
        var forms = world.commands().stream()
                .filter(one ->
                        List.of("/public/reports", "/clues", "/households").contains(one.path()))
                .toList();
        var endpoint = any(forms, random);
        var door = world.door(endpoint, random.nextInt(3) == 0);
        var by = endpoint.isPublic() ? world.nobody() : world.intruder(World.SISTER);
        return new Form(
                door,
                World.target(door, endpoint, Map.of()),
                Paper.body(endpoint, "440233101200", World.uuid(random)),
                by);
    }

    private String text() {
        return any(TEXTS, random).replace("CANARY", Integer.toString(world.canary()));
    }

    private static Attack evaluated(Attack attack) {
        return attack.without(PRODUCT, "<script>alert(9801)", "onerror=alert(9801)", "root:x:0");
    }
}
