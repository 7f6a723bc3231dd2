package cn.shouwang.gateway.document;

import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// One OpenAPI 3.1 document out of several.
///
/// Paths get the gateway's prefix; components, operation ids and tags get the service's name before
/// theirs, so that two services may use the same. A service that gave no document stands in
/// `x-unavailable`.
final class OpenApi {

    private static final String COMPONENTS = "#/components/";
    private static final Pattern PACKAGE = Pattern.compile("cn\\.shouwang\\.\\w+\\.");
    private static final Pattern ARGUMENT = Pattern.compile("Cn\\.shouwang\\.\\w+\\.");
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final ObjectNode paths = JSON.objectNode();
    private final ObjectNode components = JSON.objectNode();
    private final ArrayNode unavailable = JSON.arrayNode();

    private OpenApi() {}

    /// @param documents by service; a missing node where there is none
    static ObjectNode merged(Map<String, JsonNode> documents) {
        var merged = new OpenApi();
        new TreeMap<>(documents).forEach(merged::add);
        return merged.document();
    }

    private void add(String service, JsonNode document) {
        if (!document.path("paths").isObject()) {
            unavailable.add(service);
            return;
        }
        document.path("paths")
                .properties()
                .forEach(path -> paths.set("/api/" + service + path.getKey(), operations(service, path.getValue())));
        document.path("components")
                .properties()
                .forEach(kind -> kind.getValue().properties().forEach(component -> components
                        .withObjectProperty(kind.getKey())
                        .set(named(service, component.getKey()), renamed(service, component.getValue()))));
    }

    private static JsonNode operations(String service, JsonNode path) {
        JsonNode renamed = renamed(service, path);
        for (JsonNode operation : renamed) {
            if (operation instanceof ObjectNode object
                    && object.path("responses").isObject()) {
                object.put(
                        "operationId",
                        service + "." + object.path("operationId").asString(""));
                object.set("tags", tags(service, object.path("tags")));
                object.remove("security");
            }
        }
        return renamed;
    }

    /// A service names a type by its package, `cn.shouwang.monitoring.todo.Todo.Entry`: here it is
    /// `monitoring.todo.Todo.Entry`, and a page of them `monitoring.projection.Page-todo.Todo.Entry`.
    private static String named(String service, String type) {
        return service + "."
                + ARGUMENT.matcher(PACKAGE.matcher(type).replaceAll("")).replaceAll("-");
    }

    private static ArrayNode tags(String service, JsonNode tags) {
        ArrayNode named = JSON.arrayNode();
        tags.forEach(tag -> named.add(service + " · " + tag.asString("")));
        return named.isEmpty() ? named.add(service) : named;
    }

    /// A copy in which every reference to a component has the component's new name.
    private static JsonNode renamed(String service, JsonNode node) {
        if (node.isString() && node.stringValue().startsWith(COMPONENTS)) {
            String[] kindAndName =
                    node.stringValue().substring(COMPONENTS.length()).split("/", 2);
            return kindAndName.length < 2
                    ? node
                    : JSON.stringNode(COMPONENTS + kindAndName[0] + "/" + named(service, kindAndName[1]));
        }
        if (node.isObject()) {
            ObjectNode copy = JSON.objectNode();
            node.properties().forEach(field -> copy.set(field.getKey(), renamed(service, field.getValue())));
            return copy;
        }
        if (node.isArray()) {
            ArrayNode copy = JSON.arrayNode();
            node.forEach(element -> copy.add(renamed(service, element)));
            return copy;
        }
        return node;
    }

    private ObjectNode document() {
        ObjectNode document = JSON.objectNode().put("openapi", "3.1.0");
        document.set("info", JSON.objectNode().put("title", "守望 Shouwang").put("version", "1"));
        document.set("servers", JSON.arrayNode().add(JSON.objectNode().put("url", "/")));
        document.set("paths", paths);
        document.set("components", components);
        document.set("x-unavailable", unavailable);
        return document;
    }
}
