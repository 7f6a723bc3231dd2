package cn.shouwang.platform.test;

import static cn.shouwang.platform.test.AccessCell.Promise.EMPTY;
import static cn.shouwang.platform.test.AccessCell.Promise.LET_IN;

import cn.shouwang.platform.security.AccessRow;
import cn.shouwang.platform.security.AccessTable;
import cn.shouwang.platform.security.Reach;
import cn.shouwang.platform.security.Role;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Asks a running service for every endpoint of its description, as every role from every place with
/// good tokens and bad ones, and compares with its [AccessTable].
///
/// A test gives it what the endpoints are about, all of it in the village [#HOME]: what it creates by
/// [#given], further bodies by [#body], further path variables by [#variable]. A caller who must be
/// refused for the role sends a body that is no JSON, since nobody may have looked at it. Questions
/// come first, so that what commands do cannot empty a list.
public final class AccessWalk {

    /// The village in which everything asked about lies.
    public static final String HOME = "440233101203";

    private static final int AT_ONCE = 8;
    private static final Pattern VARIABLE = Pattern.compile("\\{([a-z]+)}");

    private final HttpClient http = HttpClient.newHttpClient();
    private final AccessTable table = AccessTable.load();
    private final Map<String, String> variables = new HashMap<>();
    private final Map<String, String> bodies = new HashMap<>();
    private final Map<String, String> places = new HashMap<>();
    /// Lists that showed somebody something.
    private final Set<String> filled = ConcurrentHashMap.newKeySet();
    private final String base;
    private final Issuer issuer;
    private String position = "0";

    public AccessWalk(int port, Issuer issuer) {
        this.base = "http://127.0.0.1:" + port;
        this.issuer = issuer;
    }

    /// Sends `json` to `endpoint`, named like `POST /clues`, as a role at home; the answer's id becomes
    /// the path variable, and callers who are let in send the same body again.
    public AccessWalk given(String endpoint, Role role, String json, String variable) {
        var id = json(done(endpoint, role, json)).get("id").asString();
        variables.putIfAbsent("stream", id);
        return variable(variable, id);
    }

    /// The same, where the answer tells nothing new.
    public AccessWalk given(String endpoint, Role role, String json) {
        done(endpoint, role, json);
        return this;
    }

    private HttpResponse<String> done(String endpoint, Role role, String json) {
        body(endpoint, json);
        var words = endpoint.split(" ", 2);
        var token = issuer.token(role.name(), role, AccessCaller.at(role));
        var answer = send(words[0], path(words[1]), token, json);
        position = answer.headers()
                .firstValue("Log-Position")
                .orElseThrow(() -> new AssertionError(
                        "%s gave nothing to ask about: %d %s".formatted(endpoint, answer.statusCode(), answer.body())));
        return answer;
    }

    /// The body that callers who are let in send.
    public AccessWalk body(String endpoint, String json) {
        bodies.put(endpoint, json);
        return this;
    }

    public AccessWalk variable(String name, String value) {
        variables.put(name, value);
        return this;
    }

    /// Says that what this endpoint is about lies in a larger division than the village, or nowhere.
    public AccessWalk place(String endpoint, String division) {
        places.put(endpoint, division);
        return this;
    }

    /// A second name for what a variable holds.
    public AccessWalk same(String name, String variable) {
        return variable(name, Objects.requireNonNull(variables.get(variable)));
    }

    /// Says what the endpoints are about that every service has: the first event there is and the stream of the
    /// first thing that was given; nothing is parked in the whole of
    /// `area`, nobody is to be forgotten unless an `erasure` was given, nobody looked at anything unless an
    /// `id` was given, what was revealed was revealed to someone else, and something at home was flagged.
    public AccessWalk platform(String area) {
        var parked = "POST /parked/{reader}/{subject}/";
        var erasures = "/erasures/{erasure}/";
        if (variables.putIfAbsent("erasure", UUID.randomUUID().toString()) == null) {
            Stream.of("GET /erasures", "POST " + erasures + "approval", "POST " + erasures + "refusal")
                    .forEach(endpoint -> place(endpoint, ""));
        }
        if (variables.putIfAbsent("id", UUID.randomUUID().toString()) == null) {
            place("GET /readings/about/{id}", "");
        }
        variables.putIfAbsent("position", position);
        flagged();
        console(area);
        return sealed(area)
                .variable("reader", "inbox")
                .variable("reading", UUID.randomUUID().toString())
                .place("GET /reveals/{reading}", "")
                .variable("subject", "nothing")
                .variable("position", "0")
                .body(parked + "discard", "{\"message\": \"none\", \"reason\": \"none\"}")
                .body("POST " + erasures + "refusal", "{\"reason\": \"none\"}")
                .body("POST /parked/retry", "{}")
                .place("GET /parked", area)
                .place("POST /parked/retry", area)
                .place(parked + "retry", area)
                .place(parked + "discard", area)
                .place("POST /keys/rotations", area);
    }

    /// What was given is of last year, or was decided at once, so that there is a flag to ask about.
    private void flagged() {
        var auditor = issuer.token("auditor", Role.AUDITOR, AccessCaller.at(Role.AUDITOR));
        var flags = json(send("GET", "/flags?division=" + HOME, auditor, "")).at("/items");
        if (flags.isEmpty()) {
            throw new AssertionError("nothing that was given is flagged");
        }
        variable("flag", flags.get(0).get("flag").asString())
                .body("POST /flags/{flag}/explanation", "{\"text\": \"试验\"}")
                .body("POST /flags/{flag}/review", "{\"outcome\": \"FOLLOW_UP\"}");
    }

    /// The read model that every service has is built anew by who may, and switched; a reader of that name
    /// there is none.
    private void console(String area) {
        var because = "{\"reason\": \"none\"}";
        variable("view", "erasures");
        Stream.of("/readers", "/views", "/views/{view}").forEach(path -> place("GET " + path, area));
        Stream.of("/readers/{reader}/stop", "/readers/{reader}/start", "/views/{view}/compare")
                .forEach(path -> body("POST " + path, because).place("POST " + path, area));
        Stream.of("rebuild", "abandon", "switch", "roll-back")
                .map(act -> "POST /views/{view}/" + act)
                .forEach(endpoint -> body(endpoint, because).place(endpoint, area));
        body("POST /views/{view}/drop", "{\"generation\": 9, \"reason\": \"none\"}")
                .place("POST /views/{view}/drop", area);
    }

    private AccessWalk sealed(String area) {
        var auditor = issuer.token("sealing", Role.AUDITOR, area);
        var checkpoint = json(send("POST", "/evidence/checkpoints", auditor, "{}"));
        return variable("size", checkpoint.path("size").asString())
                .body("POST /evidence/cosignatures", "{\"note\": \"none\"}");
    }

    /// Asks everything.
    public AccessReport walk() {
        var description =
                new ApiDescription(json(send("GET", "/v3/api-docs", "", "")).get("paths"));
        var cells = cells();
        var failures = new ArrayList<>(description.misfits(table.rows()).toList());
        failures.addAll(ask(cells.stream().filter(AccessCell::isQuestion).toList(), description));
        failures.addAll(ask(cells.stream().filter(cell -> !cell.isQuestion()).toList(), description));
        table.rows().stream()
                .filter(row -> row.reach() == Reach.ROWS && !filled.contains(row.endpoint()))
                .filter(row -> !place(row).isEmpty())
                .map(row -> row.endpoint() + " shows nobody anything, so its emptiness elsewhere says nothing")
                .forEach(failures::add);
        return new AccessReport(cells.size(), List.copyOf(failures));
    }

    /// What machines ask without sign-in is asked once, without sign-in.
    private List<AccessCell> cells() {
        var callers = AccessCaller.all(issuer);
        return table.rows().stream()
                .flatMap(row -> callers.stream()
                        .filter(caller ->
                                caller.isNobody() || !(row.reach() == Reach.OPEN && ApiDescription.isLeftOut(row)))
                        .map(caller -> new AccessCell(row, caller, place(row))))
                .toList();
    }

    private String place(AccessRow row) {
        return places.getOrDefault(row.endpoint(), HOME);
    }

    private List<String> ask(List<AccessCell> cells, ApiDescription description) {
        try (var asking =
                Executors.newFixedThreadPool(AT_ONCE, Thread.ofVirtual().factory())) {
            var answers = cells.stream()
                    .map(cell -> asking.submit(() -> faults(cell, description)))
                    .toList();
            var faults = new ArrayList<String>();
            for (var answer : answers) {
                faults.addAll(answer.get());
            }
            return faults;
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException("the walk did not come to its end", e);
        }
    }

    private List<String> faults(AccessCell cell, ApiDescription description) {
        var row = cell.row();
        var faults = new ArrayList<String>();
        for (var query : queries(row, description)) {
            var body = description.takesBody(row) ? body(cell) : "";
            var answer =
                    send(row.method(), path(row.path()) + query, cell.caller().token(), body);
            if (!cell.keeps(answer)) {
                faults.add(cell.fault(answer));
            } else if (cell.promise() == LET_IN && !EMPTY.isTold(answer)) {
                filled.add(row.endpoint());
            }
        }
        return faults;
    }

    /// A list is asked as it is, and again narrowed to the home of its rows by each parameter that can.
    private static List<String> queries(AccessRow row, ApiDescription description) {
        return row.reach() == Reach.ROWS
                ? Stream.concat(
                                Stream.of(""),
                                description.narrowings(row).stream().map(name -> "?" + name + "=" + HOME))
                        .toList()
                : List.of("");
    }

    private String body(AccessCell cell) {
        if (!cell.isRead()) {
            return "{\"";
        }
        var endpoint = cell.row().endpoint();
        return cell.row().reach() == Reach.OPEN
                ? "{}"
                : Objects.requireNonNull(bodies.get(endpoint), () -> "no body given for " + endpoint);
    }

    private String path(String template) {
        return VARIABLE.matcher(template)
                .replaceAll(found -> Matcher.quoteReplacement(Objects.requireNonNull(
                        variables.get(found.group(1)), () -> "nothing given for " + found.group() + " of " + template)))
                .replace("/tile/**", "/tile/0/000.p/1")
                .replace("**", "readiness");
    }

    private HttpResponse<String> send(String method, String path, String token, String json) {
        var request = HttpRequest.newBuilder(URI.create(base + path))
                .method(method, BodyPublishers.ofString(json))
                .header("Content-Type", "application/json")
                .header("Log-Position", position);
        if (!token.isEmpty()) {
            request.header("Authorization", "Bearer " + token);
        }
        try {
            return http.send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static JsonNode json(HttpResponse<String> answer) {
        return JsonMapper.shared().readTree(answer.body());
    }
}
