package cn.shouwang.platform.web;

import cn.shouwang.platform.security.AccessRow;
import cn.shouwang.platform.security.AccessTable;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.server.PathContainer;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.RequestMappingInfoHandlerMapping;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

/// Ends the start of a service unless every endpoint has a row in the [AccessTable] and every row an
/// endpoint. Endpoints for operators count like any other; the page that tells an error does not,
/// since no request can ask for it.
final class AccessCheck implements SmartInitializingSingleton {

    private final AccessTable table;
    private final List<RequestMappingInfoHandlerMapping> mappings;
    private final List<PathPattern> guarded;

    /// Looks at the endpoints below `guarded` only.
    AccessCheck(AccessTable table, List<RequestMappingInfoHandlerMapping> mappings, List<String> guarded) {
        this.table = table;
        this.mappings = mappings;
        this.guarded =
                guarded.stream().map(PathPatternParser.defaultInstance::parse).toList();
    }

    @Override
    public void afterSingletonsInstantiated() {
        var served = mappings.stream().flatMap(this::endpoints).collect(Collectors.toCollection(TreeSet::new));
        var listed = table.rows().stream().map(AccessRow::endpoint).collect(Collectors.toCollection(TreeSet::new));
        var unlisted = without(served, listed);
        var unserved = without(listed, served);
        if (!unlisted.isEmpty() || !unserved.isEmpty()) {
            throw new IllegalStateException(
                    "the access table does not fit the service; endpoints without a row: %s; rows without an endpoint: %s"
                            .formatted(unlisted, unserved));
        }
    }

    private Stream<String> endpoints(RequestMappingInfoHandlerMapping mapping) {
        return mapping.getHandlerMethods().entrySet().stream()
                .filter(entry ->
                        !ErrorController.class.isAssignableFrom(entry.getValue().getBeanType()))
                .flatMap(entry -> endpoints(entry.getKey()));
    }

    /// A mapping that takes every method has no row, whatever the table says.
    private Stream<String> endpoints(RequestMappingInfo mapping) {
        var methods = mapping.getMethodsCondition().getMethods();
        return mapping.getPatternValues().stream()
                .filter(this::isGuarded)
                .flatMap(path -> methods.isEmpty()
                        ? Stream.of("* " + path)
                        : methods.stream().map(method -> method + " " + path));
    }

    private boolean isGuarded(String path) {
        var asked = PathContainer.parsePath(path);
        return guarded.stream().anyMatch(pattern -> pattern.matches(asked));
    }

    private static Set<String> without(Set<String> all, Set<String> some) {
        var rest = new TreeSet<>(all);
        rest.removeAll(some);
        return rest;
    }
}
