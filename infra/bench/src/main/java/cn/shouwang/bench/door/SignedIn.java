package cn.shouwang.bench.door;

import java.io.FileNotFoundException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A person at a browser with a session: the cookie of the gateway, and the CSRF token on everything
/// that changes something.
public final class SignedIn implements Caller {

    private static final Pattern CSRF_FIELD = Pattern.compile("name=\"(_csrf)\" value=\"([^\"]+)\"");
    private static final int UNAUTHORIZED = 401;
    private static final Duration JUDGING = Duration.ofMinutes(3);

    private final Browser browser;

    private SignedIn(Browser browser) {
        this.browser = browser;
    }

    /// Says that the issuer knows no such name with that password.
    public static final class Refused extends RuntimeException {
        Refused(String username) {
            super("the issuer does not sign in " + username);
        }
    }

    /// What the browser holds: the value of its `Cookie` header for the gateway, and the CSRF token that
    /// goes with it. A secret.
    public record Session(String cookies, String csrf) {}

    /// Walks the whole way: gateway, issuer, login form, back with a code, session.
    ///
    /// @throws Refused for a wrong name or password
    /// @throws NoAnswer when the way breaks off anywhere
    public static SignedIn as(String username, String password, String gateway) {
        var browser = new Browser(URI.create(gateway));
        var form = browser.open(browser.to("/oauth2/authorization/shouwang"));
        var csrf = CSRF_FIELD.matcher(form.body());
        if (!csrf.find()) {
            throw new NoAnswer("no login form, but %d from %s".formatted(form.statusCode(), form.uri()), null);
        }
        var back = browser.open(HttpRequest.newBuilder(form.uri())
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(fields(username, password, csrf))));
        if (back.statusCode() == UNAUTHORIZED) {
            throw new Refused(username);
        }
        var person = new SignedIn(browser);
        if (!person.get("/me").isAccepted()) {
            throw new NoAnswer("not signed in, but %d from %s".formatted(back.statusCode(), back.uri()), null);
        }
        return person;
    }

    /// The session as it is now.
    public Session session() {
        return new Session(browser.cookies(), browser.cookie("XSRF-TOKEN"));
    }

    @Override
    public Answer get(String path) {
        return browser.send(browser.to(path));
    }

    @Override
    public Answer get(String path, long position) {
        return browser.send(browser.to(path).header("Log-Position", Long.toString(position)));
    }

    @Override
    public Answer post(String path, Object form, String key) {
        return browser.send(browser.posting(path, form)
                .header("X-XSRF-TOKEN", browser.cookie("XSRF-TOKEN"))
                .header("Idempotency-Key", key));
    }

    /// Sends a file as it is, and has patience while it is judged.
    public Answer upload(String path, String type, Path file, String key) {
        try {
            return browser.send(
                    browser.to(path)
                            .header("Content-Type", type)
                            .header("X-XSRF-TOKEN", browser.cookie("XSRF-TOKEN"))
                            .header("Idempotency-Key", key)
                            .POST(BodyPublishers.ofFile(file)),
                    JUDGING);
        } catch (FileNotFoundException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String fields(String username, String password, Matcher csrf) {
        return "username=%s&password=%s&%s=%s"
                .formatted(encoded(username), encoded(password), csrf.group(1), encoded(csrf.group(2)));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
