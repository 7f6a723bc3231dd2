package cn.shouwang.build;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Reads a CycloneDX document in JSON.
final class BillOfMaterials {

    private BillOfMaterials() {}

    /// All components but our own modules.
    ///
    /// @throws IllegalArgumentException if it is none, or names no component: a check of nothing is no check
    static List<Component> read(Path file) {
        JsonNode document = JsonMapper.shared().readTree(file);
        if (!document.path("bomFormat").asString("").equals("CycloneDX")) {
            throw new IllegalArgumentException("no bill of materials: " + file);
        }
        List<Component> components = document.path("components")
                .valueStream()
                .filter(it -> !it.path("group").asString("").equals("cn.shouwang"))
                .map(BillOfMaterials::component)
                .toList();
        if (components.isEmpty()) {
            throw new IllegalArgumentException("an empty bill of materials: " + file);
        }
        return components;
    }

    private static Component component(JsonNode node) {
        return new Component(
                node.path("group").asString("") + ":" + node.path("name").asString(""),
                node.path("version").asString(""),
                node.path("licenses")
                        .valueStream()
                        .flatMap(BillOfMaterials::names)
                        .toList());
    }

    private static Stream<String> names(JsonNode licence) {
        return Stream.of(
                        licence.path("license").path("id"),
                        licence.path("license").path("name"),
                        licence.path("expression"))
                .map(name -> name.asString(""))
                .filter(name -> !name.isEmpty())
                .limit(1);
    }
}
