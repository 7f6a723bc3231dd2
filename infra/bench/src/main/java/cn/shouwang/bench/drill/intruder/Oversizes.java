package cn.shouwang.bench.drill.intruder;

import static cn.shouwang.bench.drill.intruder.Attack.refused;
import static cn.shouwang.bench.drill.intruder.World.any;

import cn.shouwang.bench.drill.intruder.Attack.Leave;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Requests that are too large in every way, at the limits and far beyond them.
final class Oversizes {

    private static final Family FAMILY = Family.SIZES;
    private static final int LIMIT = 1 << 20;

    private final World world;
    private final SplittableRandom random;

    private Oversizes(World world, SplittableRandom random) {
        this.world = world;
        this.random = random;
    }

    static Stream<Attack> attacks(World world, SplittableRandom random) {
        var maker = new Oversizes(world, random);
        return Family.inTurn(List.of(
                maker::body,
                maker::chunked,
                maker::promised,
                maker::header,
                maker::headers,
                maker::json,
                maker::json,
                maker::cookie));
    }

    private Attack large(Intruder by, Request request) {
        return refused(FAMILY, by, request).leaving(Leave.CLOSE);
    }

    private Request open() {
        return Request.of(door(), "POST", "/public/reports").with("Content-Type", "application/json");
    }

    private Door door() {
        return any(List.of(world.gateway().to("monitoring"), world.monitoring()), random);
    }

    private Request to(Request request) {
        var door = request.door();
        return new Request(
                door, request.method(), door.prefix() + request.target(), request.fields(), request.body(), true);
    }

    private Attack body() {
        var size = any(List.of(LIMIT - 1, LIMIT, LIMIT + 1, 2 * LIMIT, 3 * LIMIT, 5 * LIMIT), random);
        if (random.nextInt(4) == 0) {
            var form = Request.of(world.identity(), "POST", any(List.of("/login", "/oauth2/token"), random))
                    .with("Content-Type", "application/x-www-form-urlencoded");
            return large(world.nobody(), form.carrying(letters("username=", size)));
        }
        return large(world.nobody(), to(open()).carrying(letters("{\"name\":\"", size)));
    }

    private static Supplier<byte[]> letters(String start, int size) {
        return () -> (start + "a".repeat(Math.max(0, size - start.length()))).getBytes(StandardCharsets.US_ASCII);
    }

    /// Chunks that would go on for ever; they end where the drill's patience does.
    private Attack chunked() {
        var chunk = any(List.of(1, 16, 4_096, 65_536), random);
        var total = chunk < 100 ? 200_000 : 3 * LIMIT;
        var extension = random.nextInt(3) == 0 ? ";" + "x".repeat(200) : "";
        var request = to(open()).with("Transfer-Encoding", "chunked").carrying(() -> {
            var out = new ByteArrayOutputStream();
            var one = (Integer.toHexString(chunk) + extension + "\r\n" + "a".repeat(chunk) + "\r\n")
                    .getBytes(StandardCharsets.US_ASCII);
            for (var sent = 0; sent < total; sent += chunk) {
                out.writeBytes(one);
            }
            return out.toByteArray();
        });
        return refused(FAMILY, world.nobody(), request).leaving(Leave.CLOSE, Leave.SILENCE);
    }

    /// A length that is never reached, or is none.
    private Attack promised() {
        var length = any(
                List.of(
                        "2000000",
                        "99999999999",
                        "9223372036854775807",
                        "18446744073709551616",
                        "-1",
                        "1e6",
                        "0x100",
                        "",
                        " ",
                        "100;a"),
                random);
        var request = to(open()).with("Content-Length", length).carrying("{}");
        return refused(FAMILY, world.nobody(), request).leaving(Leave.CLOSE, Leave.SILENCE);
    }

    private Attack header() {
        var size = any(List.of(4_000, 8_200, 15_900, 16_500, 33_000, 66_000, 300_000), random);
        var name = any(
                List.of(
                        "X-A",
                        "Authorization",
                        "User-Agent",
                        "Accept",
                        "Accept-Language",
                        "Referer",
                        "Idempotency-Key",
                        "Content-Type"),
                random);
        return large(world.nobody(), to(open()).instead(name, "b".repeat(size)).carrying("{}"));
    }

    private Attack headers() {
        var count = any(List.of(50, 99, 101, 500, 2_000, 5_000), random);
        var request = to(open()).carrying("{}");
        for (var i = 0; i < count; i++) {
            request = request.with("X-" + i, "1");
        }
        return large(world.nobody(), request);
    }

    private Attack cookie() {
        var cookies = IntStream.range(0, any(List.of(100, 400, 3_000), random))
                .mapToObj(i -> "c" + i + "=1")
                .collect(Collectors.joining("; "));
        return large(world.nobody(), to(open()).with("Cookie", cookies).carrying("{}"));
    }

    private Attack json() {
        var many = any(List.of(1_000, 30_000, 100_000), random);
        Supplier<String> text =
                switch (random.nextInt(8)) {
                    case 0 -> () -> "[".repeat(many);
                    case 1 -> () -> "{\"a\":".repeat(many) + "1" + "}".repeat(many);
                    case 2 -> () -> "{\"reasons\":[" + "\"ILLNESS\",".repeat(many) + "\"ILLNESS\"]}";
                    case 3 -> () -> "{\"members\":" + "9".repeat(many) + "}";
                    case 4 -> () -> "{\"members\":0." + "9".repeat(many) + "e" + "9".repeat(9) + "}";
                    case 5 -> () -> "{\"" + "k".repeat(many) + "\":1}";
                    case 6 ->
                        () -> IntStream.range(0, many)
                                .mapToObj(i -> "\"k" + i + "\":1")
                                .collect(Collectors.joining(",", "{", "}"));
                    default -> () -> "{\"name\":\"" + "\\u0041".repeat(many) + "\"}";
                };
        return large(world.nobody(), to(open()).carrying(() -> text.get().getBytes(StandardCharsets.UTF_8)));
    }
}
