package cn.shouwang.bench.drill.intruder;

import static cn.shouwang.bench.drill.intruder.Attack.answered;
import static cn.shouwang.bench.drill.intruder.Attack.refused;
import static cn.shouwang.bench.drill.intruder.World.any;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.Stream;

/// Ids that somebody else knows, and their neighbours: every question and every command about what belongs
/// to another village. A question is answered as if nothing were there; a command is refused.
final class GuessedIds {

    private static final Family FAMILY = Family.IDS;

    private final World world;
    private final SplittableRandom random;

    private GuessedIds(World world, SplittableRandom random) {
        this.world = world;
        this.random = random;
    }

    static Stream<Attack> attacks(World world, SplittableRandom random) {
        var maker = new GuessedIds(world, random);
        return Family.inTurn(List.of(
                maker::question,
                maker::command,
                maker::list,
                maker::bent,
                maker::command,
                maker::mixed,
                maker::search));
    }

    private Attack question() {
        var endpoint =
                any(world.reads().stream().filter(Endpoint::namesSomething).toList(), random);
        var door = world.door(endpoint, random.nextInt(3) == 0);
        var target = near(endpoint, world.something(random));
        var by = any(world.strangersTo(target.village(), endpoint), random);
        return asked(
                        endpoint,
                        by,
                        Request.get(door, World.target(door, endpoint, target.ids()))
                                .by(by))
                .like(Request.get(door, World.target(door, endpoint, World.nothing(random)))
                        .by(by));
    }

    /// A list about it is an empty one, anything else is not there.
    private static Attack asked(Endpoint endpoint, Intruder by, Request request) {
        return endpoint.isListAbout() ? answered(FAMILY, by, request) : refused(FAMILY, by, request);
    }

    /// Who holds the number of a report may follow it; one character off is somebody else's or nobody's.
    private World.Target near(Endpoint endpoint, World.Target target) {
        if (!endpoint.isPublic()) {
            return target;
        }
        var ids = new HashMap<>(target.ids());
        ids.put("tracking", oneOff(target.ids().getOrDefault("tracking", World.tracking(random))));
        return new World.Target(target.village(), ids);
    }

    private String oneOff(String number) {
        var at = random.nextInt(number.length());
        var other = number.charAt(at) == '7' ? 'Q' : '7';
        return number.substring(0, at) + other + number.substring(at + 1);
    }

    private Attack command() {
        var commands = world.commands().stream()
                .filter(endpoint -> !endpoint.path().equals("/public/reports"))
                .toList();
        var endpoint = any(commands, random);
        var target = near(endpoint, world.something(random));
        var door = world.door(endpoint, random.nextInt(3) == 0);
        var by = any(writersElsewhere(target.village(), endpoint), random);
        var body = Paper.body(endpoint, target.village(), target.ids().getOrDefault("member", ""));
        return refused(FAMILY, by, command(door, endpoint, target.ids(), body).by(by));
    }

    private static Request command(Door door, Endpoint endpoint, Map<String, String> ids, String body) {
        var request = Request.post(door, World.target(door, endpoint, ids), body);
        var command = new Request(door, endpoint.method(), request.target(), request.fields(), request.body(), true);
        return endpoint.path().endsWith("/photos")
                ? command.instead("Content-Type", "image/jpeg").carrying(Picture::jpeg)
                : command;
    }

    /// Strangers, and those who may read and never write; without those for whom the command is meant.
    private List<Intruder> writersElsewhere(String village, Endpoint endpoint) {
        var all = new ArrayList<>(world.strangersTo(village, endpoint));
        if (!World.isEntitled(world.intruder(World.AUDITOR), endpoint)) {
            all.add(world.intruder(World.AUDITOR));
        }
        return all;
    }

    /// Somebody who lives elsewhere, looked for by what is known of them, is found no more than somebody who
    /// lives nowhere.
    private Attack search() {
        var known = any(world.planted().persons(), random);
        var by = any(world.strangersTo(known.village()), random);
        var person = known.person();
        var door = world.gateway().to("monitoring");
        var path = door.prefix() + "/searches/persons";
        var form = "{\"by\":\"%s\",\"text\":\"%s\",\"purpose\":\"VERIFICATION\"}";
        return switch (random.nextInt(3)) {
            case 0 -> search(by, door, path, form, "DOCUMENT", person.idNumber(), Paper.ID_NUMBER);
            case 1 -> search(by, door, path, form, "PHONE", person.phone(), Paper.PHONE);
            default -> search(by, door, path, form, "NAME", person.name(), Paper.NAME);
        };
    }

    private static Attack search(
            Intruder by, Door door, String path, String form, String key, String known, String nobodys) {
        return answered(
                        FAMILY,
                        by,
                        Request.post(door, path, form.formatted(key, known)).by(by))
                .like(Request.post(door, path, form.formatted(key, nobodys)).by(by));
    }

    /// A list of all there is, and one of a place that is not theirs.
    private Attack list() {
        var lists = world.reads().stream()
                .filter(endpoint -> !endpoint.namesSomething())
                .toList();
        var endpoint = any(lists, random);
        var target = world.something(random);
        var door = world.door(endpoint, random.nextInt(3) == 0);
        var by = any(world.strangersTo(target.village()), random);
        var query = any(
                List.of(
                        "",
                        "?size=200",
                        "?division=" + target.village(),
                        "?division=440233&size=200",
                        "?division=44",
                        "?village=" + target.village(),
                        "?household=" + target.ids().get("household"),
                        "?size=200&page=2"),
                random);
        return answered(
                FAMILY,
                by,
                Request.get(door, World.target(door, endpoint, Map.of()) + query)
                        .by(by));
    }

    /// The right id written in another way, or with a little more.
    private Attack bent() {
        var endpoint = any(
                world.reads().stream()
                        .filter(read -> read.namesSomething() && !read.isPublic())
                        .toList(),
                random);
        var target = world.something(random);
        var door = world.door(endpoint, random.nextInt(3) == 0);
        var by = any(world.strangersTo(target.village(), endpoint), random);
        var way = random.nextInt(9);
        var asked = Request.get(door, World.target(door, endpoint, bent(target.ids(), way)))
                .by(by);
        var twin = Request.get(door, World.target(door, endpoint, bent(World.nothing(random), way)))
                .by(by);
        return asked(endpoint, by, asked).like(twin);
    }

    private static Map<String, String> bent(Map<String, String> ids, int way) {
        var all = new HashMap<String, String>();
        ids.forEach((place, id) -> all.put(
                place,
                switch (way) {
                    case 0 -> id.toUpperCase(Locale.ROOT);
                    case 1 -> id.replace("-", "");
                    case 2 -> "%7B" + id + "%7D";
                    case 3 -> "urn:uuid:" + id;
                    case 4 -> id + "%20";
                    case 5 -> "0" + id;
                    case 6 -> id + ",";
                    case 7 -> id.toLowerCase(Locale.ROOT);
                    default -> "%20" + id;
                }));
        return all;
    }

    /// An id of another kind: a household's where a clue's belongs.
    private Attack mixed() {
        var endpoint = any(
                world.endpoints().stream()
                        .filter(one -> one.namesSomething() && !one.isPublic())
                        .toList(),
                random);
        var target = world.something(random);
        var door = world.door(endpoint, random.nextInt(3) == 0);
        var by = any(writersElsewhere(target.village(), endpoint), random);
        var other = any(List.copyOf(target.ids().values()), random);
        var ids = new HashMap<String, String>();
        target.ids().keySet().forEach(place -> ids.put(place, other));
        var auditorReads = endpoint.isRead() && by.name().equals(World.AUDITOR);
        var request = endpoint.isRead()
                ? Request.get(door, World.target(door, endpoint, ids)).by(by)
                : command(door, endpoint, ids, Paper.body(endpoint, target.village(), other))
                        .by(by);
        return auditorReads || endpoint.isListAbout() ? answered(FAMILY, by, request) : refused(FAMILY, by, request);
    }
}
