package cn.shouwang.identity;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// Settings below `shouwang.identity`.
///
/// @param usersFile the users, form in [UsersFile]; read again whenever it changes
/// @param keysFile the signing keys as a JWK set with private parts; created when missing
/// @param issuer the address clients know this issuer by, and the `iss` of every token
/// @param gateway the address browsers know the gateway by; sign-in returns there and nowhere else
/// @param clientSecret what the gateway proves itself with; at least 16 characters, no default
/// @param accessTokenLife how long a service still believes a grant that was taken back, at most
@ConfigurationProperties("shouwang.identity")
record IdentitySettings(
        Path usersFile,
        Path keysFile,
        @DefaultValue("http://127.0.0.1:8081") URI issuer,
        @DefaultValue("http://127.0.0.1:8080") URI gateway,
        String clientSecret,
        @DefaultValue("5m") Duration accessTokenLife) {

    private static final int SHORTEST_SECRET = 16;

    @SuppressWarnings("ConstantValue") // the binder passes null for what is not set
    IdentitySettings {
        require(usersFile != null, "users-file is not set");
        require(keysFile != null, "keys-file is not set");
        require(
                clientSecret != null && clientSecret.length() >= SHORTEST_SECRET,
                "client-secret is not set or shorter than " + SHORTEST_SECRET + " characters");
        require(accessTokenLife.isPositive(), "access-token-life must be positive");
    }

    URI atGateway(String path) {
        return URI.create(withoutSlash(gateway) + path);
    }

    /// Without a slash at the end, because clients compare the issuer as text.
    String issuerText() {
        return withoutSlash(issuer);
    }

    private static String withoutSlash(URI address) {
        return address.toString().replaceAll("/+$", "");
    }

    private static void require(boolean condition, String problem) {
        if (!condition) {
            throw new IllegalArgumentException("shouwang.identity." + problem);
        }
    }

    /// Hides the secret.
    @Override
    public String toString() {
        return "IdentitySettings[issuer=%s, gateway=%s, usersFile=%s, keysFile=%s]"
                .formatted(issuer, gateway, usersFile, keysFile);
    }
}
