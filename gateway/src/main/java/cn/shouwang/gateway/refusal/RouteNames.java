package cn.shouwang.gateway.refusal;

import cn.shouwang.gateway.GatewaySettings;
import java.util.Set;
import org.springframework.stereotype.Component;

/// The few names that addresses have in figures and logs: an address may carry an id number, its route
/// does not.
@Component
final class RouteNames {

    private static final Set<String> OWN = Set.of("/", "/me", "/logout", "/logout/everywhere", "/openapi", "/docs");
    private static final Set<String> FOLDERS = Set.of("oauth2", "login", "actuator", "assets");

    private final Set<String> services;

    RouteNames(GatewaySettings settings) {
        this.services = Set.copyOf(settings.services().keySet());
    }

    String of(String path) {
        if (OWN.contains(path)) {
            return path;
        }
        String[] parts = path.split("/", 5);
        String first = parts.length > 1 ? parts[1] : "";
        if (FOLDERS.contains(first)) {
            return "/%s/**".formatted(first);
        }
        if (!first.equals("api") || parts.length < 3 || !services.contains(parts[2])) {
            return "other";
        }
        boolean open = parts.length > 3 && parts[3].equals("public");
        return "/api/%s/%s**".formatted(parts[2], open ? "public/" : "");
    }
}
