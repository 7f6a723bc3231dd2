package cn.shouwang.platform.test;

import cn.shouwang.platform.security.AccessRow;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/// What a service's OpenAPI document says of its endpoints, which are named like `GET /clues/{clue}`.
record ApiDescription(JsonNode paths) {

    /// Endpoints for operators and machines, which the document leaves out.
    private static final Set<String> LEFT_OUT = Set.of("/actuator", "/v3/api-docs");

    /// Query parameters that narrow a list to a division.
    private static final Set<String> NARROWING = Set.of("division", "town");

    Set<String> endpoints() {
        var endpoints = new TreeSet<String>();
        paths.propertyStream().forEach(path -> path.getValue()
                .propertyNames()
                .forEach(method -> endpoints.add(method.toUpperCase(Locale.ROOT) + " " + path.getKey())));
        return endpoints;
    }

    /// Where table and document do not name the same endpoints.
    Stream<String> misfits(List<AccessRow> rows) {
        var described = endpoints();
        var listed = rows.stream().map(AccessRow::endpoint).toList();
        return Stream.concat(
                rows.stream()
                        .filter(row -> !isLeftOut(row) && !described.contains(row.endpoint()))
                        .map(row -> row.endpoint() + " has a row and no description"),
                described.stream()
                        .filter(endpoint -> !listed.contains(endpoint))
                        .map(endpoint -> endpoint + " has a description and no row"));
    }

    static boolean isLeftOut(AccessRow row) {
        return LEFT_OUT.stream().anyMatch(row.path()::startsWith);
    }

    boolean takesBody(AccessRow row) {
        return operation(row).has("requestBody");
    }

    List<String> narrowings(AccessRow row) {
        return operation(row)
                .path("parameters")
                .valueStream()
                .map(parameter -> parameter.path("name").asString())
                .filter(NARROWING::contains)
                .toList();
    }

    private JsonNode operation(AccessRow row) {
        return paths.path(row.path()).path(row.method().toLowerCase(Locale.ROOT));
    }
}
