package cn.shouwang.identity;

import cn.shouwang.identity.grant.GrantId;
import java.util.Optional;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;

/// The office that somebody has signed in in, as an authority `grant:<id>` of the session's
/// authentication. So it lasts as long as the sign-in, and every code and token that comes of it knows
/// under which grant.
final class ChosenOffice {

    private static final String PREFIX = "grant:";

    private ChosenOffice() {}

    static Optional<GrantId> in(Authentication signedIn) {
        return signedIn.getAuthorities().stream()
                .map(GrantedAuthority::getAuthority)
                .filter(authority -> authority != null && authority.startsWith(PREFIX))
                .map(authority -> GrantId.of(authority.substring(PREFIX.length())))
                .findFirst();
    }

    /// The same sign-in, in that office and no other.
    static Authentication with(Authentication signedIn, GrantId grant) {
        return signedIn.toBuilder()
                .authorities(authorities -> {
                    authorities.removeIf(authority ->
                            String.valueOf(authority.getAuthority()).startsWith(PREFIX));
                    authorities.add(new SimpleGrantedAuthority(PREFIX + grant));
                })
                .build();
    }
}
