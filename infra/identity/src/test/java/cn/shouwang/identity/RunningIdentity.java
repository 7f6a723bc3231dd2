package cn.shouwang.identity;

import cn.shouwang.platform.test.Servers;
import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The issuer on a free port and a browser in front of it.
final class RunningIdentity implements AutoCloseable {

    static final String SECRET = "a-secret-of-the-tests";
    static final String GATEWAY = "http://127.0.0.1:1";
    static final String CALLBACK = GATEWAY + "/login/oauth2/code/shouwang";
    static final String VERIFIER = "v".repeat(43);
    private static final String CHALLENGE = "7w_YNF9DSfIdPf_pRjSq646_kPr-2-o9NAl16JGghdM";
    private static final Pattern CSRF = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

    /// It has no cookies, unlike the browser.
    private static final HttpClient GATEWAY_ITSELF = HttpClient.newHttpClient();

    private final ConfigurableApplicationContext context;
    private final URI address;
    private HttpClient browser = newBrowser();

    private RunningIdentity(ConfigurableApplicationContext context) {
        this.context = context;
        this.address = URI.create("http://127.0.0.1:" + context.getEnvironment().getProperty("local.server.port"));
    }

    /// Over the files of a folder and a log that goes with it: started twice, it is the same installation.
    static RunningIdentity in(Path folder) {
        return in(folder, Servers.mongo() + "/t" + Integer.toHexString(folder.hashCode()));
    }

    static RunningIdentity in(Path folder, String log) {
        return new RunningIdentity(SpringApplication.run(
                Identity.class,
                "--server.port=0",
                "--spring.mongodb.uri=" + log,
                "--shouwang.identity.issuer=http://127.0.0.1:8081",
                "--shouwang.identity.gateway=" + GATEWAY,
                "--shouwang.identity.client-secret=" + SECRET,
                "--shouwang.identity.users-file=" + folder.resolve("users.json"),
                "--shouwang.identity.keys-file=" + folder.resolve("keys.json")));
    }

    @Override
    public void close() {
        context.close();
    }

    void forgetCookies() {
        browser = newBrowser();
    }

    private static HttpClient newBrowser() {
        return HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
    }

    HttpResponse<String> get(String path) {
        return send(HttpRequest.newBuilder(address.resolve(path)).header("Accept", "text/html,*/*;q=0.5"));
    }

    /// Asks for a code, and again when told to ask again, as a browser does.
    HttpResponse<String> authorize() {
        return asking(authorizePath(CALLBACK, "&code_challenge_method=S256&code_challenge=" + CHALLENGE));
    }

    HttpResponse<String> asking(String path) {
        var answer = get(path);
        return answer.headers()
                        .firstValue("Location")
                        .filter(to -> to.endsWith(path))
                        .isPresent()
                ? get(path)
                : answer;
    }

    static String authorizePath(String callback, String more) {
        return "/oauth2/authorize?response_type=code&client_id=gateway&scope=openid%20profile&state=s&nonce=n"
                + "&redirect_uri=" + encode(callback) + more;
    }

    HttpResponse<String> signIn(String username, String password) {
        Matcher csrf = CSRF.matcher(get("/login").body());
        String token = csrf.find() ? csrf.group(1) : "";
        return post("/login", Map.of("username", username, "password", password, "_csrf", token));
    }

    /// The tokens of somebody who signs in at a browser of their own.
    JsonNode tokensOf(String username, String password) {
        forgetCookies();
        signIn(username, password);
        return tokens();
    }

    /// The tokens of a browser that is signed in.
    JsonNode tokens() {
        return tokensFor(authorize());
    }

    /// The tokens for the code that an answer leads back with.
    JsonNode tokensFor(HttpResponse<String> answer) {
        String back = answer.headers().firstValue("Location").orElseThrow();
        String code = back.replaceAll(".*[?&]code=([^&]+).*", "$1");
        return json(token(Map.of(
                "grant_type", "authorization_code",
                "code", code,
                "redirect_uri", CALLBACK,
                "code_verifier", VERIFIER)));
    }

    /// Presses the button of a grant on the page of offices.
    HttpResponse<String> choose(String grant) {
        Matcher csrf = CSRF.matcher(get("/office").body());
        return post("/office", Map.of("grant", grant, "_csrf", csrf.find() ? csrf.group(1) : ""));
    }

    /// Asks with a bearer token, as the gateway does.
    HttpResponse<String> ask(JsonNode tokens, String path) {
        return send(GATEWAY_ITSELF, bearer(tokens, path));
    }

    HttpResponse<String> withToken(String token, String path) {
        return send(
                GATEWAY_ITSELF,
                HttpRequest.newBuilder(address.resolve(path)).header("Authorization", "Bearer " + token));
    }

    HttpResponse<String> tell(JsonNode tokens, String path, String json) {
        return send(
                GATEWAY_ITSELF,
                bearer(tokens, path)
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(json)));
    }

    private HttpRequest.Builder bearer(JsonNode tokens, String path) {
        return HttpRequest.newBuilder(address.resolve(path))
                .header("Authorization", "Bearer " + tokens.path("access_token").asString(""));
    }

    HttpResponse<String> refresh(JsonNode tokens) {
        return token(Map.of(
                "grant_type",
                "refresh_token",
                "refresh_token",
                tokens.path("refresh_token").stringValue()));
    }

    HttpResponse<String> endSession(JsonNode tokens) {
        return send(
                GATEWAY_ITSELF,
                form(
                        "/connect/logout",
                        Map.of("id_token_hint", tokens.path("id_token").stringValue())));
    }

    HttpResponse<String> token(Map<String, String> form) {
        String credentials = Base64.getEncoder().encodeToString(("gateway:" + SECRET).getBytes(StandardCharsets.UTF_8));
        return send(GATEWAY_ITSELF, form("/oauth2/token", form).header("Authorization", "Basic " + credentials));
    }

    HttpResponse<String> post(String path, Map<String, String> form) {
        return send(form(path, form));
    }

    private HttpRequest.Builder form(String path, Map<String, String> form) {
        String body = form.entrySet().stream()
                .map(field -> field.getKey() + "=" + encode(field.getValue()))
                .collect(Collectors.joining("&"));
        return HttpRequest.newBuilder(address.resolve(path))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(body));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        return send(browser, request);
    }

    private static HttpResponse<String> send(HttpClient client, HttpRequest.Builder request) {
        try {
            return client.send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new AssertionError(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    static JsonNode json(HttpResponse<String> answer) {
        return JsonMapper.shared().readTree(answer.body());
    }

    static JsonNode claims(JsonNode tokens, String name) {
        String payload = tokens.path(name).stringValue().split("\\.", -1)[1];
        return JsonMapper.shared().readTree(Base64.getUrlDecoder().decode(payload));
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
