package cn.shouwang.gateway;

import java.net.URI;
import java.time.Duration;
import java.util.List;
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
/// @param tls certificate and key; unset, the gateway speaks plain HTTP
/// @param behindTlsProxy that a proxy in front ends TLS: what is needed to listen in the clear on
///     anything but this machine's own address
/// @param pages the folder of the web pages, as a Spring resource
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
        @DefaultValue Session session,
        @DefaultValue Patience patience,
        @Nullable Tls tls,
        @DefaultValue("false") boolean behindTlsProxy,
        @DefaultValue("classpath:/web/") String pages,
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

    /// Both are PEM files, named as a path or with `file:`. TLS 1.2 and 1.3 are spoken, nothing older.
    ///
    /// @param certificate the chain, the server's own first
    /// @param privateKey PKCS #8, not encrypted
    public record Tls(String certificate, String privateKey) {

        @SuppressWarnings("ConstantValue") // the binder passes null for what is not set
        public Tls {
            require(certificate != null && privateKey != null, "tls needs certificate and private-key");
        }
    }

    /// How long a sign-in lasts.
    ///
    /// @param idle without a request
    /// @param longest whatever is requested; the issuer's refresh token may end it sooner
    /// @param signIn from the first step of signing in to the last
    /// @param most how many there may be at once, those still signing in too
    public record Session(
            @DefaultValue("30m") Duration idle,
            @DefaultValue("12h") Duration longest,
            @DefaultValue("10m") Duration signIn,
            @DefaultValue("100000") int most) {}

    /// How long a connection may take; then it is ended.
    ///
    /// @param head until the first request's head is here, TLS included
    /// @param body from there to the end of its body
    /// @param idle from an answer to the next request's head
    /// @param reader for the client to take a piece of an answer
    public record Patience(
            @DefaultValue("10s") Duration head,
            @DefaultValue("30s") Duration body,
            @DefaultValue("60s") Duration idle,
            @DefaultValue("30s") Duration reader) {}

    /// @param body the largest request body
    /// @param uploads where it may be larger; the first that fits the path counts
    /// @param connections of one address at once
    /// @param address of one address, all requests together
    /// @param anonymous of one address, on paths that need no sign-in and cost work, and for signing in
    /// @param user of one signed-in user
    public record Limits(
            @DefaultValue("1MB") DataSize body,
            @DefaultValue List<Upload> uploads,
            @DefaultValue("1000") int connections,
            @DefaultValue Rate address,
            @DefaultValue Rate anonymous,
            @DefaultValue Rate user) {}

    /// @param path of the gateway, as `/api/monitoring/reports/*/photos`
    /// @param body the largest request body there
    public record Upload(String path, DataSize body) {

        @SuppressWarnings("ConstantValue") // the binder passes null for what is not set
        public Upload {
            require(path != null && body != null, "limits.uploads needs path and body");
        }
    }

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
        require(!behindTlsProxy || isHttps(address), "behind-tls-proxy needs address: the https one browsers know");
        require(tls == null || address == null || isHttps(address), "address is not https, but tls is set");
    }

    /// Whether browsers come by https: then cookies are `Secure` and answers say so for the next time.
    public boolean secure() {
        return tls != null || behindTlsProxy;
    }

    private static boolean isHttps(@Nullable URI address) {
        return address != null && "https".equals(address.getScheme());
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
