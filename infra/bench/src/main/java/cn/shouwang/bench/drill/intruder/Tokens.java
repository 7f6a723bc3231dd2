package cn.shouwang.bench.drill.intruder;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import tools.jackson.databind.json.JsonMapper;

/// The tokens of an account as the issuer makes them: what somebody has who read the gateway's memory.
record Tokens(String access, String id, String refresh) {

    private static final Pattern CSRF_FIELD = Pattern.compile("name=\"(_csrf)\" value=\"([^\"]+)\"");
    private static final Pattern CODE = Pattern.compile("[?&]code=([^&]+)");
    private static final String VERIFIER = "a-verifier-of-the-drill-that-is-long-enough-for-rfc-7636";

    /// Walks the gateway's way at the issuer, with the gateway's secret.
    ///
    /// @throws IllegalStateException when the way is another
    static Tokens of(String username, String password, String issuer, String gateway, String secret)
            throws InterruptedException {
        try (var browser = HttpClient.newBuilder()
                .cookieHandler(new CookieManager())
                .version(HttpClient.Version.HTTP_1_1)
                .build()) {
            var back = gateway + "/login/oauth2/code/shouwang";
            var asked = issuer + "/oauth2/authorize?"
                    + form(Map.of(
                            "response_type", "code",
                            "client_id", "gateway",
                            "scope", "openid profile",
                            "state", "drill",
                            "redirect_uri", back,
                            "code_challenge", challenge(),
                            "code_challenge_method", "S256"));
            browser.send(page(asked), BodyHandlers.ofString());
            var login = browser.send(page(issuer + "/login"), BodyHandlers.ofString());
            var csrf = CSRF_FIELD.matcher(login.body());
            if (!csrf.find()) {
                throw new IllegalStateException("no login form at the issuer: " + login.statusCode());
            }
            var fields = form(Map.of("username", username, "password", password, csrf.group(1), csrf.group(2)));
            browser.send(posting(issuer + "/login", fields).build(), BodyHandlers.ofString());
            var code = code(browser, asked)
                    .orElseThrow(() -> new IllegalStateException("the issuer gives no code to " + username));
            var grant = form(Map.of(
                    "grant_type", "authorization_code", "code", code, "redirect_uri", back, "code_verifier", VERIFIER));
            var basic = Base64.getEncoder().encodeToString(("gateway:" + secret).getBytes(StandardCharsets.UTF_8));
            var answer = browser.send(
                    posting(issuer + "/oauth2/token", grant)
                            .header("Authorization", "Basic " + basic)
                            .build(),
                    BodyHandlers.ofString());
            var json = JsonMapper.shared().readTree(answer.body());
            return new Tokens(
                    json.path("access_token").stringValue(),
                    json.path("id_token").stringValue(),
                    json.path("refresh_token").stringValue());
        } catch (IOException e) {
            throw new IllegalStateException("the issuer does not answer", e);
        }
    }

    /// Who has one office is given it and sent to the same address once more.
    private static Optional<String> code(HttpClient browser, String asked) throws IOException, InterruptedException {
        for (var asks = 0; asks < 2; asks++) {
            var code = CODE.matcher(location(browser.send(page(asked), BodyHandlers.ofString())));
            if (code.find()) {
                return Optional.of(code.group(1));
            }
        }
        return Optional.empty();
    }

    private static HttpRequest page(String uri) {
        return HttpRequest.newBuilder(URI.create(uri))
                .header("Accept", "text/html")
                .build();
    }

    private static HttpRequest.Builder posting(String uri, String fields) {
        return HttpRequest.newBuilder(URI.create(uri))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(fields));
    }

    private static String location(HttpResponse<String> response) {
        return response.headers().firstValue("Location").orElse("");
    }

    private static String form(Map<String, String> fields) {
        return new TreeMap<>(fields)
                .entrySet().stream()
                        .map(field ->
                                field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                        .collect(Collectors.joining("&"));
    }

    private static String challenge() {
        try {
            var hash = MessageDigest.getInstance("SHA-256").digest(VERIFIER.getBytes(StandardCharsets.US_ASCII));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
