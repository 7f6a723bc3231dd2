package cn.shouwang.bench.drill.intruder;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/// An operation that the suite's own description names, below `/api/<service>`.
///
/// @param path with places for ids: `/households/{household}/file`
record Endpoint(String service, String method, String path) {

    private static final Pattern ADDRESS = Pattern.compile("/api/([a-z-]+)(/.*)");
    private static final Pattern PLACE = Pattern.compile("\\{([a-zA-Z]+)}");

    /// All of a merged description, in its order.
    static List<Endpoint> in(JsonNode openApi) {
        var endpoints = new ArrayList<Endpoint>();
        openApi.path("paths").forEachEntry((path, operations) -> {
            var address = ADDRESS.matcher(path);
            if (address.matches()) {
                operations.forEachEntry((method, _) -> endpoints.add(
                        new Endpoint(address.group(1), method.toUpperCase(Locale.ROOT), address.group(2))));
            }
        });
        return List.copyOf(endpoints);
    }

    boolean isRead() {
        return method.equals("GET");
    }

    boolean isPublic() {
        return path.startsWith("/public/");
    }

    /// A list of what happened to what the path names: who sees none of it is answered with an empty one.
    boolean isListAbout() {
        return path.equals("/readings/about/{id}") || path.endsWith("/history");
    }

    boolean names(String place) {
        return path.contains("{" + place + "}");
    }

    boolean namesSomething() {
        return path.contains("{");
    }

    /// The path with ids in its places; what `ids` does not know becomes 1.
    String filled(Map<String, String> ids) {
        return PLACE.matcher(path).replaceAll(place -> Matcher.quoteReplacement(ids.getOrDefault(place.group(1), "1")));
    }
}
