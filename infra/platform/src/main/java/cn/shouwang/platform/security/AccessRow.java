package cn.shouwang.platform.security;

import java.util.Set;

/// What the table says of one endpoint. `method` is that of HTTP, `path` a template as the controller
/// writes it; `roles` is empty where `reach` is [Reach#OPEN] and nowhere else.
public record AccessRow(String method, String path, Reach reach, Set<Role> roles) {

    public AccessRow {
        roles = Set.copyOf(roles);
    }

    /// Name of the endpoint, `GET /clues/{clue}`.
    public String endpoint() {
        return method + " " + path;
    }
}
