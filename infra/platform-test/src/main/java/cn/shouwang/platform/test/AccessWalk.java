package cn.shouwang.platform.test;

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
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
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

    /// Endpoints for operators and machines, which the description leaves out.
    private static final Set<String> UNDESCRIBED = Set.of("/actuator", "/v3/api-docs");

    /// Query parameters that narrow a list to a division.
    private static final Set<String> NARROWING = Set.of("division", "town");

    private final HttpClient http = HttpClient.newHttpClient();
    private final AccessTable table = AccessTable.load();
    private final Map<String, String> variables = new HashMap<>();
    private final Map<String, String> bodies = new HashMap<>();
    private final Map<String, String> places = new HashMap<>();
    private final Set<String> seen = ConcurrentHashMap.newKeySet();
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
        return variable(variable, json(done(endpoint, role, json)).get("id").asString());
    }

    /// The same, where the answer tells nothing new.
    public AccessWalk given(String endpoint, Role role, String json) {
        done(endpoint, role, json);
        return this;
    }

    private HttpResponse<String> done(String endpoint, Role role, String json) {
        body(endpoint, json);
        var words = endpoint.split(" ", 2);
        var token = issuer.token("someone", role, AccessCaller.at(role));
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

    /// Says that what this endpoint is about lies in a larger division than the village.
    public AccessWalk place(String endpoint, String division) {
        places.put(endpoint, division);
        return this;
    }

    /// A second name for what a variable holds.
    public AccessWalk same(String name, String variable) {
        return variable(name, Objects.requireNonNull(variables.get(variable)));
    }

    /// What the platform's own endpoints are about: nothing is parked, in the whole of `area`.
    public AccessWalk parked(String area) {
        var way = "POST /parked/{reader}/{subject}/";
        return variable("reader", "inbox")
                .variable("subject", "nothing")
                .body(way + "discard", "{\"message\": \"none\", \"reason\": \"none\"}")
                .place("GET /parked", area)
                .place(way + "retry", area)
                .place(way + "discard", area);
    }

    /// Asks everything.
    public AccessReport walk() {
        var description = json(send("GET", "/v3/api-docs", "", "")).get("paths");
        var failures = new ArrayList<>(misfits(description));
        var rows = table.rows().stream()
                .filter(row -> description.has(row.path()) || isUndescribed(row.path()))
                .toList();
        var callers = AccessCaller.all(issuer);
        failures.addAll(ask(rows.stream().filter(row -> row.method().equals("GET")), callers, description));
        failures.addAll(ask(rows.stream().filter(row -> !row.method().equals("GET")), callers, description));
        rows.stream()
                .filter(row -> row.reach() == Reach.ROWS && !seen.contains(row.path()))
                .map(row -> row.endpoint() + " shows nobody anything, so its emptiness elsewhere says nothing")
                .forEach(failures::add);
        return new AccessReport(rows.size() * callers.size(), List.copyOf(failures));
    }

    private Set<String> misfits(JsonNode description) {
        var described = new TreeSet<String>();
        description.propertyStream().forEach(path -> path.getValue()
                .propertyNames()
                .forEach(method -> described.add(method.toUpperCase(Locale.ROOT) + " " + path.getKey())));
        var misfits = new TreeSet<String>();
        var listed = new TreeSet<String>();
        for (var row : table.rows()) {
            listed.add(row.endpoint());
            if (!described.contains(row.endpoint()) && !isUndescribed(row.path())) {
                misfits.add(row.endpoint() + " has a row and no description");
            }
        }
        described.removeAll(listed);
        described.forEach(endpoint -> misfits.add(endpoint + " has a description and no row"));
        return misfits;
    }

    private static boolean isUndescribed(String path) {
        return UNDESCRIBED.stream().anyMatch(path::startsWith);
    }

    private List<String> ask(Stream<AccessRow> rows, List<AccessCaller> callers, JsonNode description) {
        var cells = rows.flatMap(row -> callers.stream()
                        .map(caller -> new AccessCell(row, caller, places.getOrDefault(row.endpoint(), HOME))))
                .toList();
        try (var asking =
                Executors.newFixedThreadPool(AT_ONCE, Thread.ofVirtual().factory())) {
            var faults = new ArrayList<String>();
            for (var answer : cells.stream()
                    .map(cell -> asking.submit(() -> faults(cell, description)))
                    .toList()) {
                faults.addAll(answer.get());
            }
            return faults;
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException("the walk did not come to its end", e);
        }
    }

    private List<String> faults(AccessCell cell, JsonNode description) {
        var row = cell.row();
        var operation = description.path(row.path()).path(row.method().toLowerCase(Locale.ROOT));
        var path = path(row.path());
        var faults = new ArrayList<String>();
        for (var query : queries(operation, row.reach())) {
            var answer = send(row.method(), path + query, cell.caller().token(), body(cell, operation));
            if (!cell.keeps(answer)) {
                faults.add(cell.fault(answer));
            }
            if (answer.statusCode() == 200 && !answer.body().contains("\"total\":0")) {
                seen.add(row.path());
            }
        }
        return faults;
    }

    /// A list is asked as it is, and again narrowed to the home of its rows by each parameter that can.
    private static List<String> queries(JsonNode operation, Reach reach) {
        return Stream.concat(
                        Stream.of(""),
                        operation
                                .path("parameters")
                                .valueStream()
                                .map(parameter -> parameter.path("name").asString())
                                .filter(name -> reach == Reach.ROWS && NARROWING.contains(name))
                                .map(name -> "?" + name + "=" + HOME))
                .toList();
    }

    private String body(AccessCell cell, JsonNode operation) {
        if (!operation.has("requestBody")) {
            return "";
        }
        if (!cell.isRead()) {
            return "{\"";
        }
        return cell.row().reach() == Reach.OPEN
                ? "{}"
                : Objects.requireNonNull(
                        bodies.get(cell.row().endpoint()),
                        () -> "no body given for " + cell.row().endpoint());
    }

    private String path(String template) {
        return VARIABLE.matcher(template)
                .replaceAll(found -> Matcher.quoteReplacement(Objects.requireNonNull(
                        variables.get(found.group(1)), () -> "nothing given for " + found.group() + " of " + template)))
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
