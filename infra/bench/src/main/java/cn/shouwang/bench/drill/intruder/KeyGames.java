package cn.shouwang.bench.drill.intruder;

import static cn.shouwang.bench.drill.intruder.Attack.answered;
import static cn.shouwang.bench.drill.intruder.Attack.refused;
import static cn.shouwang.bench.drill.intruder.Attack.stored;
import static cn.shouwang.bench.drill.intruder.World.any;

import cn.shouwang.bench.drill.intruder.Planted.Used;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;

/// Keys under which others have sent commands, keys that are none, and headers that ask for a position or a
/// version of the attacker's choice.
final class KeyGames {

    private static final Family FAMILY = Family.KEYS;

    private static final List<String> POSITIONS = List.of(
            "-1",
            "9223372036854775807",
            "9223372036854775808",
            "1e3",
            "",
            "a",
            "0x1",
            "1,2",
            "NaN",
            "\u00bd",
            " 1",
            "99999999999999999999",
            "1;drop");

    private final World world;
    private final SplittableRandom random;

    private KeyGames(World world, SplittableRandom random) {
        this.world = world;
        this.random = random;
    }

    static Stream<Attack> attacks(World world, SplittableRandom random) {
        var maker = new KeyGames(world, random);
        return Family.inTurn(List.of(
                maker::othersKey,
                maker::otherBody,
                maker::otherPath,
                maker::again,
                maker::noKey,
                maker::positions,
                maker::versions));
    }

    private Door door() {
        return random.nextInt(3) == 0 ? world.monitoring() : world.gateway().to("monitoring");
    }

    private Request command(Door door, String path, String body, String key) {
        return Request.post(door, door.prefix() + path, body).with("Idempotency-Key", key);
    }

    /// The whole request of somebody else, who was told the answer.
    private Attack othersKey() {
        var used = any(world.planted().used(), random);
        var strangers = world.intruders().stream()
                .filter(one -> !one.name().equals(used.account()) && !one.name().equals(World.COUNTY))
                .filter(one -> !one.name().startsWith("town-"))
                .toList();
        var by = any(strangers, random);
        return refused(
                FAMILY,
                by,
                command(door(), used.path(), used.body(), used.key()).by(by));
    }

    private Used own() {
        return any(
                world.planted().used().stream()
                        .filter(used -> used.account().equals(World.NEIGHBOUR))
                        .toList(),
                random);
    }

    private Attack otherBody() {
        var used = own();
        var by = world.intruder(World.NEIGHBOUR);
        var body = used.body().replaceFirst("\\{", "{ ").replaceFirst("2025-03-0", "2025-02-0");
        return refused(
                FAMILY, by, command(door(), used.path(), body, used.key()).by(by));
    }

    private Attack otherPath() {
        var used = own();
        var other = any(world.planted().used(), random);
        var by = world.intruder(World.NEIGHBOUR);
        var path = other.path().equals(used.path()) ? "/public/reports" : other.path();
        return refused(
                FAMILY, by, command(door(), path, used.body(), used.key()).by(by));
    }

    /// The same once more is the same answer, and nothing more in the log.
    private Attack again() {
        var used = own();
        var by = world.intruder(World.NEIGHBOUR);
        return stored(
                FAMILY,
                by,
                command(door(), used.path(), used.body(), used.key()).by(by));
    }

    private Attack noKey() {
        var by = world.intruder(World.SISTER);
        var endpoint = new Endpoint("monitoring", "POST", "/clues");
        var body = Paper.body(endpoint, by.division(), World.uuid(random));
        var key = any(
                List.of(
                        "a",
                        "1234567",
                        "k".repeat(129),
                        "k".repeat(5_000),
                        "with blank inside",
                        "\u00e9\u00e9\u00e9\u00e9\u00e9\u00e9\u00e9\u00e9",
                        "a\tb\tc\td\te",
                        "{\"$ne\":\u007f}"),
                random);
        return refused(FAMILY, by, command(door(), endpoint.path(), body, key).by(by));
    }

    private Attack positions() {
        var endpoint = any(world.reads(), random);
        var target = world.something(random);
        var by = any(world.strangersTo(target.village()), random);
        var door = world.door(endpoint, random.nextInt(3) == 0);
        var request = Request.get(door, World.target(door, endpoint, World.nothing(random)))
                .with("Log-Position", any(POSITIONS, random))
                .by(by);
        return answered(FAMILY, by, request).leaving(Attack.Leave.CLOSE);
    }

    private Attack versions() {
        var target = world.something(random);
        var door = door();
        var header = any(List.of("If-Match", "If-None-Match", "If-Unmodified-Since", "If-Range"), random);
        var value = any(
                List.of(
                        "*",
                        "W/\"1\"",
                        "\"1\"",
                        "1",
                        "\"",
                        "\"" + "a".repeat(3_000) + "\"",
                        "\u0001",
                        "Thu, 01 Jan 1970 00:00:00 GMT"),
                random);
        var endpoint = any(
                world.endpoints().stream()
                        .filter(one -> one.service().equals("monitoring") && one.namesSomething() && !one.isPublic())
                        .toList(),
                random);
        var by = any(world.strangersTo(target.village(), endpoint), random);
        var path = World.target(door, endpoint, target.ids());
        var request = endpoint.isRead()
                ? Request.get(door, path)
                : Request.post(
                        door,
                        path,
                        Paper.body(endpoint, target.village(), target.ids().getOrDefault("member", "")));
        var asked = request.with(header, value).by(by);
        var attack = endpoint.isListAbout() ? answered(FAMILY, by, asked) : refused(FAMILY, by, asked);
        return attack.leaving(Attack.Leave.CLOSE);
    }
}
