package cn.shouwang.bench.drill.intruder;

import static cn.shouwang.bench.drill.intruder.Attack.answered;
import static cn.shouwang.bench.drill.intruder.Attack.refused;
import static cn.shouwang.bench.drill.intruder.Attack.stored;
import static cn.shouwang.bench.drill.intruder.World.any;

import cn.shouwang.bench.drill.intruder.Attack.Leave;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.stream.Stream;

/// What anybody may ask without an account, asked for more than it is meant for.
final class OpenDoors {

    private static final String REPORTS = "/public/reports";
    private static final int LARGEST_PHOTO = 8 << 20;

    private final Family family;
    private final World world;
    private final SplittableRandom random;

    private OpenDoors(Family family, World world, SplittableRandom random) {
        this.family = family;
        this.world = world;
        this.random = random;
    }

    static Stream<Attack> attacks(World world, SplittableRandom random) {
        var maker = new OpenDoors(Family.PUBLIC, world, random);
        return Family.inTurn(List.of(
                maker::near,
                maker::malformed,
                maker::takenBack,
                maker::progress,
                maker::hostile,
                maker::board,
                maker::places,
                maker::described,
                maker::near));
    }

    /// Faster than one address may ask.
    static Stream<Attack> flood(World world, SplittableRandom random) {
        var maker = new OpenDoors(Family.FLOOD, world, random);
        return Family.inTurn(
                        List.of(maker::photo, maker::near, maker::photo, maker::empty, maker::board, maker::signIn))
                .map(attack -> attack.like(null).leaving(Leave.FLOOD, Leave.CLOSE));
    }

    private Door door() {
        return family == Family.FLOOD || random.nextInt(3) > 0 ? world.gateway().to("monitoring") : world.monitoring();
    }

    /// A number one character away from somebody's, against one far from all.
    private Attack near() {
        var door = door();
        var known = number();
        var at = random.nextInt(known.length());
        var near = known.substring(0, at) + (known.charAt(at) == '3' ? 'E' : '3') + known.substring(at + 1);
        return refused(family, world.nobody(), Request.get(door, door.prefix() + REPORTS + "/" + near))
                .like(Request.get(door, door.prefix() + REPORTS + "/" + World.tracking(random)));
    }

    /// What is no number at all is answered like one that nobody has.
    private Attack malformed() {
        var door = door();
        var known = number();
        var number = any(
                List.of(
                        known.substring(1),
                        known + "0",
                        known.substring(0, 15) + "U",
                        "%2A",
                        "0",
                        "-",
                        "null",
                        "%20",
                        "a".repeat(200),
                        known.toLowerCase(Locale.ROOT).substring(2),
                        "%E9%BE%98",
                        "%F0%9F%98%80"),
                random);
        return refused(family, world.nobody(), Request.get(door, door.prefix() + REPORTS + "/" + number))
                .like(Request.get(door, door.prefix() + REPORTS + "/" + World.tracking(random)));
    }

    private String number() {
        return any(world.planted().reports(), random).number();
    }

    /// One character off, or of nobody.
    private String wrong() {
        var known = number();
        return random.nextBoolean()
                ? World.tracking(random)
                : known.substring(0, 15) + (known.endsWith("9") ? "A" : "9");
    }

    private Attack takenBack() {
        var door = door();
        var form = "{\"phoneEnding\":\"%04d\"}".formatted(random.nextInt(10_000));
        return refused(
                        family,
                        world.nobody(),
                        Request.post(door, door.prefix() + REPORTS + "/" + wrong() + "/withdrawal", form))
                .like(Request.post(door, door.prefix() + REPORTS + "/nonsense/withdrawal", form));
    }

    /// The id that the offices know is no number: nobody follows a report by it. Neither is anything near one.
    private Attack progress() {
        var door = door();
        var number =
                random.nextInt(3) == 0 ? any(world.planted().reports(), random).id() : wrong();
        var form = "{\"trackingNumber\":\"%s\"}";
        return refused(
                        family,
                        world.nobody(),
                        Request.post(door, door.prefix() + "/public/progress", form.formatted(number)))
                .like(Request.post(door, door.prefix() + "/public/progress", form.formatted(World.tracking(random))));
    }

    private Attack hostile() {
        var door = door();
        var endpoint = new Endpoint("monitoring", "POST", REPORTS);
        var text = any(
                List.of(
                        "<svg onload=alert(9801)>",
                        "\\u202e\\u0000",
                        "龘".repeat(400),
                        "\\r\\nSet-Cookie: a=b",
                        "=HYPERLINK(\\\"http://evil.example\\\")",
                        Paper.ID_NUMBER + " " + Paper.PHONE,
                        "\\ud83d",
                        "%s%s%n",
                        " ".repeat(300)),
                random);
        var body = Paper.body(endpoint, any(Planting.VILLAGES, random), "").replace("看病花费大", text);
        return stored(family, world.nobody(), Request.post(door, door.prefix() + REPORTS, body))
                .without("alert(9801)", "\nSet-Cookie: a=b");
    }

    private Attack board() {
        var door = door();
        var village = any(
                List.of(
                        "440233101203",
                        "440233101204",
                        "440233100201",
                        "440233101",
                        "440233",
                        "",
                        "%24ne",
                        "440233101203&village=440233101204",
                        "440233101203%00",
                        ".*",
                        "4402331012%2a%2a",
                        "440233999999"),
                random);
        return answered(
                        family,
                        world.nobody(),
                        Request.get(door, door.prefix() + "/public/publicity?village=" + village))
                .leaving(Leave.CLOSE);
    }

    private Attack places() {
        var door = door();
        var path = any(
                List.of(
                        "/public/divisions?parent=440233101203",
                        "/public/divisions?parent=",
                        "/public/divisions",
                        "/public/divisions?parent=%24gt",
                        "/public/divisions?parent=../440233",
                        "/public/line?on=9999-99-99",
                        "/public/line?on=2025-01-01&area=440222",
                        "/public/line?on=-999999999-01-01",
                        "/public/line?area=%7B%7D",
                        "/public/",
                        "/public/reports",
                        "/public/reports?size=200",
                        "/public/households",
                        "/public/clues?size=200"),
                random);
        return answered(family, world.nobody(), Request.get(door, door.prefix() + path))
                .leaving(Leave.CLOSE);
    }

    private Attack described() {
        var door = any(List.of(world.gateway(), world.monitoring(), world.employment(), world.identity()), random);
        var path = any(
                List.of(
                        "/openapi",
                        "/docs",
                        "/v3/api-docs",
                        "/actuator/health",
                        "/actuator/prometheus",
                        "/",
                        "/me",
                        "/favicon.ico",
                        "/robots.txt",
                        "/.well-known/openid-configuration",
                        "/.well-known/oauth-protected-resource",
                        "/oauth2/jwks"),
                random);
        return answered(family, world.nobody(), Request.get(door, path)).leaving(Leave.CLOSE);
    }

    private Attack empty() {
        var door = door();
        return refused(family, world.nobody(), Request.post(door, door.prefix() + REPORTS, "{}"));
    }

    /// As large as a photo may be, for a report that there is not.
    private Attack photo() {
        var door = random.nextBoolean() ? world.gateway().to("monitoring") : world.monitoring();
        var target = door.prefix() + REPORTS + "/" + World.tracking(random) + "/photos";
        return refused(
                family,
                world.nobody(),
                Request.of(door, "POST", target)
                        .with("Content-Type", "image/jpeg")
                        .carrying(() -> new byte[LARGEST_PHOTO]));
    }

    private Attack signIn() {
        return answered(family, world.nobody(), Request.get(world.gateway(), "/oauth2/authorization/shouwang"));
    }
}
