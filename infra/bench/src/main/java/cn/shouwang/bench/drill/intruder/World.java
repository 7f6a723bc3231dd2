package cn.shouwang.bench.drill.intruder;

import cn.shouwang.bench.drill.intruder.Planted.Home;
import cn.shouwang.bench.drill.intruder.Planted.Row;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.UUID;
import tools.jackson.databind.JsonNode;

/// What attackers know: the doors, what the description says, their own accounts, and ids they must not know.
///
/// @param tokens those of [#SISTER]
/// @param keys the issuer's public keys, as it publishes them
/// @param canary a port of this machine that nobody has a reason to call
record World(
        Door gateway,
        Door monitoring,
        Door employment,
        Door identity,
        List<Endpoint> endpoints,
        List<Intruder> intruders,
        Tokens tokens,
        JsonNode keys,
        Planted planted,
        int canary) {

    static final String NOBODY = "nobody";

    /// In the same town as two of the planted villages, and nothing of theirs.
    static final String SISTER = "village-440233101200";

    /// In the town of the third planted village, and nothing of its.
    static final String ELSEWHERE = "village-440233100200";

    /// At home in the first planted village.
    static final String NEIGHBOUR = "village-" + Planting.VILLAGES.getFirst();

    static final String TOWN = "town-440233100";
    static final String COUNTY = "county-officer";
    static final String AUDITOR = "auditor";
    static final String BANK = "bank-officer";
    static final String ADMIN = "system-admin";

    Intruder intruder(String name) {
        return intruders.stream()
                .filter(one -> one.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    Intruder nobody() {
        return intruder(NOBODY);
    }

    /// Those who may read nothing of `village`, or may read and not write there.
    List<Intruder> strangersTo(String village) {
        return intruders.stream()
                .filter(one -> !one.name().equals(COUNTY))
                .filter(one -> one.isNobody() || !one.readsRows() || !village.startsWith(one.division()))
                .toList();
    }

    /// Those of them for whom `endpoint` is not meant.
    List<Intruder> strangersTo(String village, Endpoint endpoint) {
        return strangersTo(village).stream()
                .filter(one -> !isEntitled(one, endpoint))
                .toList();
    }

    Door door(Endpoint endpoint, boolean direct) {
        if (!direct) {
            return gateway.to(endpoint.service());
        }
        return switch (endpoint.service()) {
            case "employment" -> employment;
            case "identity" -> identity;
            default -> monitoring;
        };
    }

    /// Whether that is meant for who sends it: every office finds people of its own place, the system
    /// administrator opens and closes accounts, retries what is parked and looks through the events of the
    /// county, and the auditor has the log sealed.
    static boolean isEntitled(Intruder by, Endpoint endpoint) {
        return switch (endpoint.path()) {
            case "/searches/persons" ->
                List.of(SISTER, ELSEWHERE, NEIGHBOUR, TOWN).contains(by.name());
            case "/evidence/checkpoints" -> by.name().equals(AUDITOR);
            case "/accounts", "/accounts/{account}/close", "/parked/retry", "/history/{position}" ->
                by.name().equals(ADMIN);
            default -> false;
        };
    }

    /// Where the endpoint is at that door, with ids in its places.
    static String target(Door door, Endpoint endpoint, Map<String, String> ids) {
        return door.prefix() + endpoint.filled(ids);
    }

    List<Endpoint> reads() {
        return endpoints.stream().filter(Endpoint::isRead).toList();
    }

    List<Endpoint> commands() {
        return endpoints.stream().filter(endpoint -> !endpoint.isRead()).toList();
    }

    /// Ids that belong together and to one village, for the places of an endpoint.
    record Target(String village, Map<String, String> ids) {}

    /// Something planted, chosen at random.
    Target something(SplittableRandom random) {
        var home = any(planted.homes(), random);
        var ids = new HashMap<String, String>();
        ids.put("household", home.household());
        ids.put("member", home.members().get(random.nextInt(home.members().size())));
        var reports = planted.reports().stream()
                .filter(one -> one.village().equals(home.village()))
                .toList();
        var report = any(reports, random);
        ids.put("report", report.id());
        ids.put("tracking", report.number());
        ids.put("photo", report.photo());
        ids.put("reading", in(planted.readings(), home, random));
        var duplicate = planted.duplicate();
        ids.put("duplicate", duplicate.village().equals(home.village()) ? duplicate.id() : "duplicate-" + uuid(random));
        ids.put("erasure", uuid(random));
        ids.put("objection", uuid(random));
        ids.put("account", "hr-bureau");
        ids.put("grant", planted.grant());
        ids.put("id", home.household());
        ids.put("clue", in(planted.clues(), home, random));
        ids.put("profile", any(planted.profiles(), random).id());
        ids.put("line", planted.line());
        ids.put("reader", "inbox");
        ids.put("subject", home.household());
        ids.put("stream", home.household());
        ids.put("position", Integer.toString(random.nextInt(1_000)));
        return new Target(home.village(), Map.copyOf(ids));
    }

    /// The same kinds of ids, of nothing.
    static Map<String, String> nothing(SplittableRandom random) {
        var ids = new HashMap<String, String>();
        for (var place : List.of(
                "household",
                "member",
                "clue",
                "profile",
                "subject",
                "report",
                "photo",
                "reading",
                "erasure",
                "objection",
                "grant",
                "stream",
                "id")) {
            ids.put(place, uuid(random));
        }
        ids.put("position", Long.toString(1_000_000_000_000L + random.nextInt(1_000)));
        ids.put("tracking", tracking(random));
        ids.put("duplicate", "duplicate-" + uuid(random));
        ids.put("account", "nobody-" + random.nextInt(1000, 10_000));
        ids.put("line", "440233-2098");
        ids.put("reader", "inbox");
        return Map.copyOf(ids);
    }

    static String uuid(SplittableRandom random) {
        var version4 = (random.nextLong() & ~0xf000L) | 0x4000L;
        var variant = (random.nextLong() & ~(0b11L << 62)) | (0b10L << 62);
        return new UUID(version4, variant).toString();
    }

    static String tracking(SplittableRandom random) {
        var alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
        var number = new StringBuilder();
        random.ints(16, 0, alphabet.length()).forEach(digit -> number.append(alphabet.charAt(digit)));
        return number.toString();
    }

    static <T> T any(List<T> of, SplittableRandom random) {
        return of.get(random.nextInt(of.size()));
    }

    private static String in(List<Row> rows, Home home, SplittableRandom random) {
        return any(
                        rows.stream()
                                .filter(row -> row.village().equals(home.village()))
                                .toList(),
                        random)
                .id();
    }
}
