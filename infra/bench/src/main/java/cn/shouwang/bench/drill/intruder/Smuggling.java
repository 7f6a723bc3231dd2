package cn.shouwang.bench.drill.intruder;

import static cn.shouwang.bench.drill.intruder.Attack.answered;
import static cn.shouwang.bench.drill.intruder.World.any;

import cn.shouwang.bench.drill.intruder.Attack.Leave;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;

/// Requests whose end is where one process sees it and not where the next does, with another request behind
/// that end; and headers that name another origin, address or account.
final class Smuggling {

    private static final Family FAMILY = Family.SMUGGLING;

    private static final List<String> CHUNKED = List.of(
            "Transfer-Encoding: chunked",
            "Transfer-Encoding : chunked",
            "Transfer-Encoding:\tchunked",
            "Transfer-Encoding:\u000bchunked",
            "Transfer-Encoding: chunked\u000b",
            "Transfer-Encoding: xchunked",
            "Transfer-Encoding: chunked, identity",
            "Transfer-Encoding: identity, chunked",
            "Transfer-Encoding: identity",
            "Transfer-Encoding: cHuNkEd",
            "Transfer-Encoding: \"chunked\"",
            "Transfer-Encoding: chunked\r\nTransfer-Encoding: identity",
            "Transfer-Encoding: identity\r\nTransfer-Encoding: chunked",
            "Transfer-Encoding:\r\n chunked",
            "Transfer-Encoding\r\n: chunked",
            "X: y\nTransfer-Encoding: chunked",
            "Transfer-Encoding: chunked\u0000",
            "Transfer_Encoding: chunked",
            "\u0000Transfer-Encoding: chunked",
            "TE: trailers\r\nTransfer-Encoding: chunked");

    private static final List<String> LENGTHS = List.of(
            "Content-Length: 4",
            "Content-Length: 4\r\nContent-Length: 400",
            "Content-Length: 400\r\nContent-Length: 4",
            "Content-Length: 4, 400",
            "Content-Length: +4",
            "Content-Length: 0x4",
            "Content-Length: 4 ",
            "Content-Length : 4",
            "Content-Length:\u000b4",
            "Content-Length: 04",
            "Content-Length: -4",
            "Content_Length: 4",
            "Content-Length: 4\r\n\tX: y");

    private static final List<String> SIZES = List.of(
            "0",
            "00000000000000000",
            "0;a=b",
            "0 ",
            "-1",
            "0x0",
            "ffffffffffffffff",
            "7fffffff",
            "1;\n",
            "G",
            "",
            "5\n",
            "+0");

    private final World world;
    private final SplittableRandom random;

    private Smuggling(World world, SplittableRandom random) {
        this.world = world;
        this.random = random;
    }

    static Stream<Attack> attacks(World world, SplittableRandom random) {
        var maker = new Smuggling(world, random);
        return Family.inTurn(List.of(
                maker::twoEnds,
                maker::lengths,
                maker::chunkSizes,
                maker::pipelined,
                maker::startLines,
                maker::headerLines,
                maker::forwarded,
                maker::hosts,
                maker::forwarded,
                maker::claimed));
    }

    private Door door() {
        return any(
                List.of(world.gateway().to("monitoring"), world.gateway().to("monitoring"), world.monitoring()),
                random);
    }

    /// A question about something planted, as somebody asks it who must not.
    private String hidden(Door door) {
        var target = world.something(random);
        var path = door.prefix() + "/households/" + target.ids().get("household") + "/file";
        return "GET " + path + " HTTP/1.1\r\nHost: " + door.host() + "\r\n" + credentials(door) + "\r\n";
    }

    private String credentials(Door door) {
        var sister = world.intruder(World.SISTER);
        return switch (random.nextInt(3)) {
            case 0 -> "";
            case 1 -> "X-Forwarded-User: county-officer\r\n";
            default ->
                door.gateway()
                        ? "Cookie: " + sister.cookies() + "\r\n"
                        : "Authorization: Bearer " + sister.token() + "\r\n";
        };
    }

    private static String start(Door door) {
        return "POST " + door.prefix() + "/public/reports HTTP/1.1\r\nHost: " + door.host()
                + "\r\nContent-Type: application/json\r\n";
    }

    private Attack raw(Door door, String what, String bytes) {
        return answered(FAMILY, world.nobody(), Request.raw(door, what, bytes)).leaving(Leave.CLOSE, Leave.SILENCE);
    }

    private static String shown(String what, String lines) {
        return what + " " + lines.replace("\r", "\\r").replace("\n", "\\n");
    }

    private Attack twoEnds() {
        var door = door();
        var encoding = any(CHUNKED, random);
        var inside = hidden(door);
        var length = random.nextBoolean() ? 4 : inside.length() + 5;
        var both = random.nextBoolean()
                ? "Content-Length: " + length + "\r\n" + encoding
                : encoding + "\r\nContent-Length: " + length;
        return raw(door, shown("two ends", both), start(door) + both + "\r\n\r\n0\r\n\r\n" + inside);
    }

    private Attack lengths() {
        var door = door();
        var length = any(LENGTHS, random);
        return raw(door, shown("lengths", length), start(door) + length + "\r\n\r\n{}\r\n" + hidden(door));
    }

    private Attack chunkSizes() {
        var door = door();
        var size = any(SIZES, random);
        return raw(
                door,
                shown("chunk size", size),
                start(door) + "Transfer-Encoding: chunked\r\n\r\n" + size + "\r\n{}\r\n0\r\n"
                        + any(
                                List.of(
                                        "\r\n",
                                        "X-Trailer: 1\r\n\r\n",
                                        "Content-Length: 5\r\nHost: evil.example\r\n\r\n"),
                                random)
                        + hidden(door));
    }

    private Attack pipelined() {
        var door = door();
        var first = any(
                List.of(
                        "GET " + door.prefix() + "/public/divisions?parent=440233 HTTP/1.1\r\nHost: " + door.host()
                                + "\r\n\r\n",
                        "HEAD / HTTP/1.1\r\nHost: a\r\nContent-Length: 10\r\n\r\n",
                        "OPTIONS * HTTP/1.1\r\nHost: a\r\n\r\n",
                        "GET / HTTP/1.1\r\nHost: a\r\nUpgrade: h2c\r\nConnection: Upgrade, HTTP2-Settings\r\nHTTP2-Settings: AAMAAABkAAQAAP__\r\n\r\n",
                        "GET / HTTP/1.1\r\nHost: a\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r\n\r\n",
                        "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n",
                        "POST / HTTP/1.1\r\nHost: a\r\nExpect: 100-continue\r\nContent-Length: 0\r\n\r\n",
                        "GET / HTTP/1.1\r\nHost: a\r\nContent-Length: 30\r\n\r\n"),
                random);
        return raw(door, shown("pipelined", first), first + hidden(door));
    }

    private Attack startLines() {
        var door = door();
        var path =
                door.prefix() + "/households/" + world.something(random).ids().get("household") + "/file";
        var line = any(
                List.of(
                        "GET " + path,
                        "GET " + path + " HTTP/0.9",
                        "GET " + path + " HTTP/1.0",
                        "GET " + path + " HTTP/2.0",
                        "GET " + path + " HTTP/1.1 HTTP/1.1",
                        "GET  " + path + "  HTTP/1.1",
                        "GET\t" + path + "\tHTTP/1.1",
                        " GET " + path + " HTTP/1.1",
                        "GET " + path + " http/1.1",
                        "GET " + path + " HTTP/1.11",
                        "GET " + path + "\u0000 HTTP/1.1",
                        "GET " + path + "\r HTTP/1.1",
                        "\r\n\r\nGET " + path + " HTTP/1.1",
                        "GET " + path.substring(1) + " HTTP/1.1",
                        "GET http://evil.example" + path + " HTTP/1.1",
                        "GET http://" + door.host() + path + " HTTP/1.1",
                        "GET http://" + door.host() + "/api/monitoring/public/divisions@" + path + " HTTP/1.1",
                        "GET file:///etc/passwd HTTP/1.1",
                        "GET evil.example:443 HTTP/1.1",
                        "CONNECT 127.0.0.1:" + world.monitoring().port() + " HTTP/1.1",
                        "GET * HTTP/1.1",
                        "GET ? HTTP/1.1",
                        "GET " + path + "#a HTTP/1.1",
                        "\u0016\u0003\u0001\u0002\u0000\u0001\u0000\u0001\u00fc\u0003\u0003",
                        "X".repeat(20_000)),
                random);
        return raw(
                door,
                shown("start line", line.length() > 200 ? "long" : line),
                line + "\r\nHost: " + door.host() + "\r\nConnection: close\r\n" + credentials(door) + "\r\n");
    }

    private Attack headerLines() {
        var door = door();
        var line = any(
                List.of(
                        "NoColon",
                        ": empty",
                        "A B: c",
                        "A\u0000: b",
                        "A: b\u0000",
                        "A: b\nC: d",
                        "A: b\rC: d",
                        " folded: a",
                        "A:\r\n  folded",
                        "Host: evil.example",
                        "Host:",
                        "\u00e9: a",
                        "A: \u0001\u0002",
                        "(): a",
                        "Connection: close, Authorization",
                        "Connection: Cookie",
                        "Expect: 200-ok",
                        "Accept: " + "a/b,".repeat(2_000),
                        "Accept-Charset: nonsense",
                        "Accept-Encoding: gzip;q=a",
                        "Range: bytes=0-,0-,0-,0-",
                        "If-Modified-Since: nonsense",
                        "Content-Type: \u00ff",
                        "Accept: ../../..",
                        "Accept-Language: " + "x-".repeat(500),
                        "Content-Type: application/json\r\nContent-Type: text/plain"),
                random);
        var path =
                door.prefix() + "/households/" + world.something(random).ids().get("household") + "/file";
        return raw(
                door,
                shown("header line", line.length() > 200 ? line.substring(0, 60) : line),
                "GET " + path + " HTTP/1.1\r\nHost: " + door.host() + "\r\nConnection: close\r\n" + line + "\r\n"
                        + credentials(door) + "\r\n");
    }

    // Headers that say who and where ------------------------------------------------------------

    private Attack forwarded() {
        var door = door();
        var target = world.something(random);
        var secret = "/households/" + target.ids().get("household") + "/file";
        var by = any(world.strangersTo(target.village()), random);
        var header = any(
                List.of(
                        "X-Original-URL",
                        "X-Rewrite-URL",
                        "X-Override-URL",
                        "X-Forwarded-Prefix",
                        "X-Forwarded-Path",
                        "X-Forwarded-Uri",
                        "X-Original-URI",
                        "Destination",
                        "X-Proxy-Url",
                        "X-Envoy-Original-Path"),
                random);
        var request = Request.get(door, door.prefix() + "/public/divisions?parent=440233")
                .with(header, random.nextBoolean() ? secret : door.prefix() + secret)
                .by(by);
        return answered(FAMILY, by, request).leaving(Leave.CLOSE);
    }

    private Attack hosts() {
        var value = any(
                List.of(
                        "evil.example",
                        "evil.example:80",
                        "127.0.0.1@evil.example",
                        "localhost",
                        "[::1]",
                        "a b",
                        "evil.example/x?",
                        "127.0.0.1:1",
                        "../"),
                random);
        var header = any(
                List.of(
                        "Host",
                        "X-Forwarded-Host",
                        "X-Host",
                        "X-Forwarded-Server",
                        "Forwarded",
                        "X-HTTP-Host-Override"),
                random);
        var door = any(List.of(world.gateway(), world.identity(), world.monitoring()), random);
        var path = any(
                List.of(
                        "/oauth2/authorization/shouwang",
                        "/login",
                        "/",
                        "/openapi",
                        "/userinfo",
                        "/.well-known/openid-configuration",
                        "/.well-known/oauth-protected-resource",
                        "/.well-known/oauth-protected-resource/households"),
                random);
        var asked = Request.get(door, path)
                .with(header, header.equals("Forwarded") ? "host=" + value + ";proto=https" : value);
        var request = random.nextInt(3) == 0 ? asked.with("Authorization", "Bearer a.b.c") : asked;
        return answered(FAMILY, world.nobody(), request)
                .leaving(Leave.CLOSE)
                .without("//evil.example", "@evil.example");
    }

    /// Headers in which some set-ups believe the account or the address of the caller.
    private Attack claimed() {
        var target = world.something(random);
        var door = any(List.of(world.gateway().to("monitoring"), world.monitoring()), random);
        var by = any(world.strangersTo(target.village()), random);
        var request = Request.get(
                        door, door.prefix() + "/households/" + target.ids().get("household") + "/file")
                .with(
                        any(
                                List.of(
                                        "X-User",
                                        "X-Forwarded-User",
                                        "X-Remote-User",
                                        "X-Shouwang-Division",
                                        "X-Division",
                                        "X-Role",
                                        "X-Shouwang-Role",
                                        "X-Auth-Request-User",
                                        "X-WEBAUTH-USER",
                                        "X-SSL-Client-S-DN-CN",
                                        "X-Account",
                                        "Scope"),
                                random),
                        any(List.of("county-officer", "440233", "COUNTY_OFFICER", "system", "*"), random))
                .with("X-Forwarded-For", "127.0.0.1")
                .with("X-Real-IP", "127.0.0.1")
                .by(by);
        return Attack.refused(FAMILY, by, request);
    }
}
