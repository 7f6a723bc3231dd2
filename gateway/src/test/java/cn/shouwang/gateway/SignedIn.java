package cn.shouwang.gateway;

import java.io.IOException;
import java.net.CookieManager;
import java.net.CookieStore;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Redirect;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A person at a browser who has signed in through the gateway: a session cookie, and the CSRF token on
/// everything that changes something.
final class SignedIn {

    private static final Pattern CSRF_FIELD = Pattern.compile("name=\"(_csrf)\" value=\"([^\"]+)\"");
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final URI gateway;
    private final CookieStore cookies;
    private final List<String> setCookies = new ArrayList<>();
    private final HttpClient browser;

    private SignedIn(URI gateway, HttpClient.Builder client) {
        var jar = new CookieManager() {
            @Override
            public void put(URI uri, Map<String, List<String>> headers) throws IOException {
                if (uri.getPort() == gateway.getPort()) {
                    headers.forEach((name, values) -> {
                        if (name.equalsIgnoreCase("Set-Cookie")) {
                            setCookies.addAll(values);
                        }
                    });
                }
                super.put(uri, headers);
            }
        };
        this.gateway = gateway;
        this.cookies = jar.getCookieStore();
        this.browser = client.cookieHandler(jar)
                .followRedirects(Redirect.ALWAYS)
                .connectTimeout(PATIENCE)
                .build();
    }

    /// Walks the whole way: gateway, issuer, login form, back with a code. Fails when the way does not end
    /// at the gateway with a session.
    static SignedIn as(String username, String password, URI gateway, HttpClient.Builder client) {
        var person = new SignedIn(gateway, client);
        HttpResponse<String> form =
                person.send(person.request("/oauth2/authorization/shouwang").header("Accept", "text/html"));
        Matcher csrf = CSRF_FIELD.matcher(form.body());
        if (!csrf.find()) {
            throw new AssertionError("no login form, but " + form.statusCode() + " from " + form.uri());
        }
        String fields = "username=%s&password=%s&%s=%s"
                .formatted(encoded(username), encoded(password), csrf.group(1), encoded(csrf.group(2)));
        HttpResponse<String> back = person.send(HttpRequest.newBuilder(form.uri())
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Accept", "text/html")
                .POST(BodyPublishers.ofString(fields)));
        HttpResponse<String> me = person.get("/me");
        if (me.statusCode() != 200) {
            throw new AssertionError("not signed in: " + back.statusCode() + " from " + back.uri());
        }
        return person;
    }

    /// A page, as the address bar asks for it; follows wherever that leads.
    HttpResponse<String> open(String path) {
        return send(request(path).header("Accept", "text/html"));
    }

    HttpResponse<String> get(String path) {
        return send(request(path));
    }

    HttpResponse<String> post(String path, String json) {
        return send(posting(path, json).header("X-XSRF-TOKEN", cookie("XSRF-TOKEN")));
    }

    HttpResponse<String> post(String path, BodyPublisher body) {
        return send(request(path).header("X-XSRF-TOKEN", cookie("XSRF-TOKEN")).POST(body));
    }

    /// Asks before it sends the body (RFC 9110, 10.1.1), as a client does that does not want to send it in vain.
    HttpResponse<String> postWhenAsked(String path, BodyPublisher body) {
        return send(request(path)
                .header("X-XSRF-TOKEN", cookie("XSRF-TOKEN"))
                .expectContinue(true)
                .POST(body));
    }

    /// As a browser that says more of where the request comes from.
    HttpResponse<String> post(String path, String json, String header, String value) {
        return send(
                posting(path, json).header("X-XSRF-TOKEN", cookie("XSRF-TOKEN")).header(header, value));
    }

    /// As another site could make the browser do it.
    HttpResponse<String> postWithoutCsrfToken(String path, String json) {
        return send(posting(path, json));
    }

    HttpResponse<String> signOut() {
        return post("/logout", "");
    }

    /// Every cookie the gateway has set, as it wrote it.
    List<String> setCookies() {
        return setCookies;
    }

    /// With the prefix that its name has with TLS, or without.
    String cookie(String name) {
        return cookies.getCookies().stream()
                .filter(cookie ->
                        cookie.getName().equals(name) || cookie.getName().equals("__Host-" + name))
                .findFirst()
                .map(HttpCookie::getValue)
                .orElse("");
    }

    private HttpRequest.Builder posting(String path, String json) {
        return request(path).header("Content-Type", "application/json").POST(BodyPublishers.ofString(json));
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(gateway.resolve(path)).timeout(PATIENCE);
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return browser.send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new AssertionError(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
