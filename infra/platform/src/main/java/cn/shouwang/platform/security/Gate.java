package cn.shouwang.platform.security;

import java.util.Locale;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;

/// Turns the caller's token into who acts and what may be seen.
///
/// Claims: `sub` the account, `role` a [Role] name, `division` the code of a division in which that
/// role has an office. A token that lacks one of them, or carries an unknown role, one reserved to the
/// software or one that does not exist in that division, reaches nothing.
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

    private static Actor actor(Jwt token) {
        var division = token.getClaimAsString("division");
        var name = token.getClaimAsString("role");
        var subject = token.getSubject();
        if (division == null || name == null || subject == null) {
            throw new NotAllowed("the token names no role, division or account");
        }
        var role = role(name);
        if (!role.fits(division)) {
            throw new NotAllowed("there is no " + role + " in a division like the token's");
        }
        return new Actor(subject, role, division, Actor.Channel.WEB);
    }

    private static Role role(String name) {
        for (var role : Role.values()) {
            if (role.name().equals(name.toUpperCase(Locale.ROOT))) {
                return role;
            }
        }
        throw new NotAllowed("the token names a role this suite does not know");
    }
}
