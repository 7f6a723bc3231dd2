package cn.shouwang.identity;

import cn.shouwang.identity.SignInAttempts.Pair;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.authentication.dao.DaoAuthenticationProvider;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.security.web.authentication.WebAuthenticationDetails;
import org.springframework.stereotype.Component;

/// Checks a name and a password, unless the pair of name and address has to wait. An unknown name
/// costs as much time as a wrong password and gets the same answer.
@Component
final class PasswordSignIn implements AuthenticationProvider {

    private final SignInAttempts attempts;
    private final DaoAuthenticationProvider check;

    PasswordSignIn(Users users, SignInAttempts attempts) {
        this.attempts = attempts;
        this.check = new DaoAuthenticationProvider(username -> details(users, username));
    }

    @Override
    public @Nullable Authentication authenticate(Authentication asked) {
        var pair = new Pair(asked.getName(), address(asked));
        attempts.begin(pair);
        Authentication signedIn = check.authenticate(asked);
        attempts.succeeded(pair);
        return signedIn;
    }

    @Override
    public boolean supports(Class<?> authentication) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(authentication);
    }

    private static String address(Authentication asked) {
        return asked.getDetails() instanceof WebAuthenticationDetails details ? details.getRemoteAddress() : "";
    }

    private static UserDetails details(Users users, String username) {
        KnownUser user = users.find(username).orElseThrow(() -> new UsernameNotFoundException("unknown"));
        return User.withUsername(user.username())
                .password(user.password())
                .authorities(List.of())
                .build();
    }
}
