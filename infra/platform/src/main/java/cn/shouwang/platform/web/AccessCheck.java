package cn.shouwang.platform.web;

import cn.shouwang.platform.security.AccessRow;
import cn.shouwang.platform.security.AccessTable;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.RequestMappingInfoHandlerMapping;

/// Ends the start of a service unless every endpoint has a row in the [AccessTable] and every row an
/// endpoint. Endpoints for operators count like any other.
final class AccessCheck implements SmartInitializingSingleton {

    private final AccessTable table;
    private final List<RequestMappingInfoHandlerMapping> mappings;
    private final Guarded guarded;

    /// Looks at the endpoints that are `guarded` only.
    AccessCheck(AccessTable table, List<RequestMappingInfoHandlerMapping> mappings, Guarded guarded) {
        this.table = table;
        this.mappings = mappings;
        this.guarded = guarded;
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
        return mapping.getHandlerMethods().keySet().stream().flatMap(this::endpoints);
    }

    /// A mapping that takes every method has no row, whatever the table says.
    private Stream<String> endpoints(RequestMappingInfo mapping) {
        var methods = mapping.getMethodsCondition().getMethods();
        return mapping.getPatternValues().stream()
                .filter(guarded::covers)
                .flatMap(path -> methods.isEmpty()
                        ? Stream.of("* " + path)
                        : methods.stream().map(method -> method + " " + path));
    }

    private static Set<String> without(Set<String> all, Set<String> some) {
        var rest = new TreeSet<>(all);
        rest.removeAll(some);
        return rest;
    }
}
