package cn.shouwang.platform.security;

import java.util.Locale;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;

/// Turns the caller's token into who acts and what may be seen.
///
/// Claims: `sub` the account, `role` a [Role] name, `division` 6, 9 or 12 digits. A token that lacks
/// one of them, or carries an unknown role or one reserved to the software, reaches nothing.
public final class Gate {

    /// The signed-in caller of the current request; fails with [NotAllowed] when there is none.
    public Actor actor() {
        if (SecurityContextHolder.getContext().getAuthentication() instanceof JwtAuthenticationToken token) {
            return actor(token.getToken());
        }
        throw new NotAllowed("no signed-in caller");
    }

    /// What the caller may see; fails closed.
    public Scope scope() {
        return new Scope(actor().division());
    }

    /// Refuses with [NotAllowed] unless the caller has one of the roles.
    public void mustBe(Role... roles) {
        var actor = actor();
        for (var role : roles) {
            if (actor.role() == role) {
                return;
            }
        }
        throw new NotAllowed(actor.role() + " may not ask this");
    }

    private static Actor actor(Jwt token) {
        var division = token.getClaimAsString("division");
        var name = token.getClaimAsString("role");
        var subject = token.getSubject();
        if (division == null || name == null || subject == null || !division.matches("\\d{6}|\\d{9}|\\d{12}")) {
            throw new NotAllowed("the token names no role, division or account");
        }
        return new Actor(subject, role(name), division, Actor.Channel.WEB);
    }

    private static Role role(String name) {
        for (var role : Role.values()) {
            if (role.name().equals(name.toUpperCase(Locale.ROOT)) && role != Role.PUBLIC && role != Role.SYSTEM) {
                return role;
            }
        }
        throw new NotAllowed("the token names a role this suite does not know");
    }
}
