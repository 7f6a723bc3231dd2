package cn.shouwang.gateway;

import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/// Settings below `shouwang.gateway`.
///
/// @param address the address browsers know the gateway by; unset, it is the one a request came to
/// @param issuer the OIDC issuer, as the `iss` of its tokens; nothing is fetched from it at start
/// @param endpoints where the issuer's endpoints are, if not where Spring Authorization Server has them
/// @param clientSecret what the gateway proves itself to the issuer with; no default
/// @param services the services by the name they have in addresses: `/api/<name>/…`
/// @param trustedProxies addresses of reverse proxies whose `X-Forwarded-For` is believed
@ConfigurationProperties("shouwang.gateway")
public record GatewaySettings(
        @Nullable URI address,
        @DefaultValue("http://127.0.0.1:8081") URI issuer,
        @DefaultValue Endpoints endpoints,
        String clientSecret,
        @DefaultValue Map<String, Service> services,
        @DefaultValue Limits limits,
        @DefaultValue Breaker breaker,
        @DefaultValue("false") boolean secureCookies,
        @DefaultValue Set<String> trustedProxies) {

    private static final Pattern SERVICE_NAME = Pattern.compile("[a-z][a-z-]{0,30}");

    /// @param uri scheme, host and port; a path is not possible
    public record Service(URI uri) {}

    /// Full addresses; unset ones are below the issuer.
    public record Endpoints(
            @Nullable URI authorization,
            @Nullable URI token,
            @Nullable URI keys,
            @Nullable URI endSession) {}

    /// @param body the largest request body
    /// @param address of one address, all requests together
    /// @param anonymous of one address, on paths that need no sign-in and cost work, and for signing in
    /// @param user of one signed-in user
    public record Limits(
            @DefaultValue("1MB") DataSize body,
            @DefaultValue Rate address,
            @DefaultValue Rate anonymous,
            @DefaultValue Rate user) {}

    /// A token bucket: `burst` at once, then `perMinute` evenly.
    public record Rate(
            @DefaultValue("400") int burst,
            @DefaultValue("6000") int perMinute) {

        public Rate {
            require(burst > 0 && perMinute > 0, "limits must be positive");
        }
    }

    /// @param window how many of the last calls of a service are looked at
    /// @param least how many there must have been before anything is concluded
    /// @param failurePercent from which share of failures on the service is left alone
    /// @param pause for how long
    /// @param trials how many calls are let through after the pause, to see
    public record Breaker(
            @DefaultValue("20") int window,
            @DefaultValue("10") int least,
            @DefaultValue("50") int failurePercent,
            @DefaultValue("5s") Duration pause,
            @DefaultValue("3") int trials) {}

    @SuppressWarnings("ConstantValue") // the binder passes null for what is not set
    public GatewaySettings {
        require(clientSecret != null && !clientSecret.isBlank(), "client-secret is not set");
        services.forEach((name, service) -> {
            require(SERVICE_NAME.matcher(name).matches(), "services.%s is no name".formatted(name));
            require(service.uri() != null, "services.%s.uri is not set".formatted(name));
        });
    }

    /// Without a slash at the end, because issuers are compared as text.
    public String issuerText() {
        return issuer.toString().replaceAll("/+$", "");
    }

    private static void require(boolean condition, String problem) {
        if (!condition) {
            throw new IllegalArgumentException("shouwang.gateway." + problem);
        }
    }

    /// Hides the secret.
    @Override
    public String toString() {
        return "GatewaySettings[issuer=%s, services=%s]".formatted(issuer, services);
    }
}
