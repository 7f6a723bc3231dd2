package cn.shouwang.bench.door;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.io.IOException;
import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodySubscriber;
import java.net.http.HttpResponse.BodySubscribers;
import java.net.http.HttpResponse.ResponseInfo;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import tools.jackson.databind.json.JsonMapper;

/// One person's cookies over connections that all share: a county has hundreds of people, and a client
/// of its own would give each of them threads.
final class Browser {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final int MOST_REDIRECTS = 10;
    private static final HttpClient CONNECTIONS = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();
    private static final JsonMapper JSON = JsonMapper.builder()
            .changeDefaultPropertyInclusion(inclusion -> inclusion.withValueInclusion(JsonInclude.Include.NON_NULL))
            .build();

    private final URI gateway;
    private final CookieManager cookies = new CookieManager();

    Browser(URI gateway) {
        this.gateway = gateway;
    }

    HttpRequest.Builder to(String path) {
        return HttpRequest.newBuilder(gateway.resolve(path));
    }

    HttpRequest.Builder posting(String path, Object form) {
        var text = form instanceof String written ? written : JSON.writeValueAsString(form);
        return to(path).header("Content-Type", "application/json").POST(BodyPublishers.ofString(text));
    }

    String cookie(String name) {
        return cookies.getCookieStore().getCookies().stream()
                .filter(cookie -> cookie.getName().equals(name))
                .findFirst()
                .map(HttpCookie::getValue)
                .orElse("");
    }

    /// What is sent to the gateway as `Cookie`.
    String cookies() {
        return cookies.getCookieStore().get(gateway).stream()
                .map(cookie -> cookie.getName() + "=" + cookie.getValue())
                .collect(Collectors.joining("; "));
    }

    /// Sends, and sends again whenever the gateway asks to wait.
    Answer send(HttpRequest.Builder request) {
        return send(request, PATIENCE);
    }

    /// The same with so much patience for the answer.
    Answer send(HttpRequest.Builder request, Duration patience) {
        while (true) {
            var answer = Answer.of(once(request, patience));
            if (answer.status() != 429) {
                return answer;
            }
            pause(Duration.ofSeconds(
                    answer.headers().firstValueAsLong("Retry-After").orElse(1)));
        }
    }

    /// Sends, and goes wherever that leads, as the address bar does.
    HttpResponse<String> open(HttpRequest.Builder request) {
        var response = page(request);
        for (var hops = 0; response.statusCode() / 100 == 3 && hops < MOST_REDIRECTS; hops++) {
            var next = response.uri()
                    .resolve(response.headers().firstValue("Location").orElseThrow());
            response = page(HttpRequest.newBuilder(next));
        }
        return response;
    }

    private HttpResponse<String> page(HttpRequest.Builder request) {
        while (true) {
            var response = once(request.setHeader("Accept", "text/html"), PATIENCE);
            if (response.statusCode() != 429 || !response.uri().getAuthority().equals(gateway.getAuthority())) {
                return response;
            }
            pause(Duration.ofSeconds(
                    response.headers().firstValueAsLong("Retry-After").orElse(1)));
        }
    }

    private HttpResponse<String> once(HttpRequest.Builder request, Duration patience) {
        var asked = request.timeout(patience).build();
        try {
            var cookie = cookies.get(asked.uri(), Map.of()).getOrDefault("Cookie", List.of());
            if (!cookie.isEmpty()) {
                request.setHeader("Cookie", String.join("; ", cookie));
            }
            var response = CONNECTIONS.send(request.build(), Browser::text);
            cookies.put(response.uri(), response.headers().map());
            return response;
        } catch (IOException e) {
            throw new NoAnswer(asked.method() + " " + asked.uri().getPath(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new NoAnswer("interrupted", e);
        }
    }

    /// A picture becomes a text of one letter per byte.
    private static BodySubscriber<String> text(ResponseInfo answer) {
        var type = answer.headers().firstValue("Content-Type").orElse("");
        return BodySubscribers.ofString(
                type.startsWith("image/") ? StandardCharsets.ISO_8859_1 : StandardCharsets.UTF_8);
    }

    private static void pause(Duration time) {
        try {
            Thread.sleep(time.plusMillis(50));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new NoAnswer("interrupted", e);
        }
    }
}
