package cn.shouwang.pear;

import cn.shouwang.platform.erasure.Erasures;
import cn.shouwang.platform.erasure.Ground;
import cn.shouwang.platform.security.Role;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.springframework.context.ApplicationContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;

/// Proposes that somebody be forgotten, which services do for a signed-in caller.
final class Proposals {

    private Proposals() {}

    /// The erasure's id.
    static String propose(ApplicationContext service, String division, String subject, String reason) {
        var claims = Map.<String, Object>of("sub", "officer", "role", Role.COUNTY_OFFICER.name(), "division", division);
        var token = new Jwt("token", Instant.now(), Instant.now().plusSeconds(60), Map.of("alg", "none"), claims);
        SecurityContextHolder.getContext().setAuthentication(new JwtAuthenticationToken(token));
        try {
            return service.getBean(Erasures.class)
                    .propose(subject, division, List.of(subject), Ground.PURPOSE_ENDED, reason)
                    .id();
        } finally {
            SecurityContextHolder.clearContext();
        }
    }
}
