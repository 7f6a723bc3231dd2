package cn.shouwang.identity;

import cn.shouwang.identity.SignInAttempts.Pair;
import cn.shouwang.identity.account.AccountName;
import cn.shouwang.identity.account.FailedSignIns;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.authentication.dao.DaoAuthenticationProvider;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
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
    private final FailedSignIns failed;
    private final DaoAuthenticationProvider check;

    PasswordSignIn(Users users, SignInAttempts attempts, FailedSignIns failed) {
        this.attempts = attempts;
        this.failed = failed;
        this.check = new DaoAuthenticationProvider(username -> details(users, username));
    }

    @Override
    public @Nullable Authentication authenticate(Authentication asked) {
        var pair = new Pair(asked.getName(), address(asked));
        boolean last = attempts.begin(pair);
        Authentication signedIn = checked(asked, last);
        attempts.succeeded(pair);
        return signedIn;
    }

    private @Nullable Authentication checked(Authentication asked, boolean last) {
        try {
            return check.authenticate(asked);
        } catch (AuthenticationException refused) {
            if (last) {
                failed.often(asked.getName());
            }
            throw refused;
        }
    }

    @Override
    public boolean supports(Class<?> authentication) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(authentication);
    }

    private static String address(Authentication asked) {
        return asked.getDetails() instanceof WebAuthenticationDetails details ? details.getRemoteAddress() : "";
    }

    private static UserDetails details(Users users, String username) {
        KnownUser user = AccountName.typed(username)
                .flatMap(users::find)
                .orElseThrow(() -> new UsernameNotFoundException("unknown"));
        return User.withUsername(user.username().value())
                .password(user.password())
                .authorities(List.of())
                .build();
    }
}
