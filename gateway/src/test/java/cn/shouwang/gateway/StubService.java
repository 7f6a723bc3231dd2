package cn.shouwang.gateway;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/// A service that does what the path says: `…/answer/<status>`, `/drop` (closes without an answer),
/// `/drop-once` (the first time), `/never` (answers nothing until closed), `/large` ([#LARGE] bytes),
/// `/stream` (an event at once and one whenever the test says [#tell]), `/created` (a `Location` and
/// a cookie), `/careless` (headers that would open doors), anything else 200; and remembers what it saw
/// whole.
final class StubService implements AutoCloseable {

    static final int LARGE = 64 << 20;

    private final HttpServer server;
    private final List<Seen> seen = new CopyOnWriteArrayList<>();
    private final CountDownLatch closed = new CountDownLatch(1);
    private final BlockingQueue<String> events = new LinkedBlockingQueue<>();
    private final AtomicInteger streams = new AtomicInteger();

    record Seen(String method, String path, Headers headers, String body) {

        String header(String name) {
            String value = headers.getFirst(name);
            return value == null ? "" : value;
        }
    }

    private StubService(HttpServer server) {
        this.server = server;
    }

    static StubService onPort(int port) {
        try {
            var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
            var stub = new StubService(server);
            server.createContext("/", stub::handle);
            server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
            server.start();
            return stub;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    URI uri() {
        return URI.create("http://127.0.0.1:" + port());
    }

    int port() {
        return server.getAddress().getPort();
    }

    List<Seen> seen() {
        return seen;
    }

    Seen last() {
        return seen.getLast();
    }

    /// Sends an event to one of those who listen at `/stream`.
    void tell(String event) {
        events.add(event);
    }

    /// How many streams are open as far as the service knows: it finds out when it writes.
    int streams() {
        return streams.get();
    }

    void forget() {
        seen.clear();
    }

    @Override
    public void close() {
        closed.countDown();
        server.stop(0);
    }

    private void handle(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        seen.add(new Seen(exchange.getRequestMethod(), path, exchange.getRequestHeaders(), body));
        if (path.contains("/answer/")) {
            answer(exchange, Integer.parseInt(path.substring(path.lastIndexOf('/') + 1)), "{\"code\":\"service.own\"}");
        } else if (path.endsWith("/drop")) {
            exchange.close();
        } else if (path.endsWith("/drop-once") && seen.size() == 1) {
            exchange.close();
        } else if (path.endsWith("/never")) {
            waitUntilClosed();
        } else if (path.endsWith("/stream")) {
            stream(exchange);
        } else if (path.endsWith("/created")) {
            exchange.getResponseHeaders().set("Location", "/households/1");
            exchange.getResponseHeaders().set("Set-Cookie", "inside=1");
            exchange.getResponseHeaders().set("Log-Position", "7");
            answer(exchange, 201, "{}");
        } else if (path.endsWith("/careless")) {
            for (String header : CARELESS.split("\n")) {
                exchange.getResponseHeaders().set(header.split(": ", 2)[0], header.split(": ", 2)[1]);
            }
            answer(exchange, 200, "<html></html>");
        } else if (path.endsWith("/large")) {
            exchange.sendResponseHeaders(200, LARGE);
            for (int written = 0; written < LARGE; written += 1 << 16) {
                exchange.getResponseBody().write(new byte[1 << 16]);
            }
            exchange.close();
        } else if (path.equals("/v3/api-docs")) {
            answer(exchange, 200, DOCUMENT);
        } else {
            answer(exchange, 200, "{\"ok\":true}");
        }
    }

    private void waitUntilClosed() {
        try {
            closed.await(30, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void stream(HttpExchange exchange) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", "text/event-stream");
        exchange.sendResponseHeaders(200, 0);
        streams.incrementAndGet();
        try (OutputStream out = exchange.getResponseBody()) {
            for (String next = "open"; closed.getCount() > 0; next = events.poll(100, TimeUnit.MILLISECONDS)) {
                String text = next == null ? ": still here\n\n" : "event: %s\ndata: {}\n\n".formatted(next);
                out.write(text.getBytes(StandardCharsets.UTF_8));
                out.flush();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            streams.decrementAndGet();
        }
    }

    private static void answer(HttpExchange exchange, int status, String json) throws IOException {
        byte[] body = json.getBytes(StandardCharsets.UTF_8);
        String type = status < 400 ? "application/json" : "application/problem+json";
        exchange.getResponseHeaders().set("Content-Type", type);
        exchange.sendResponseHeaders(status, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    private static final String CARELESS = """
            Cache-Control: public, max-age=60
            Content-Security-Policy: default-src *
            X-Frame-Options: SAMEORIGIN
            Access-Control-Allow-Origin: *
            Server: stub
            X-Powered-By: stub""";

    private static final String DOCUMENT = """
            {"openapi":"3.1.0","paths":{"/households/{id}":{"get":{"operationId":"get","tags":["household"],
            "security":[{"jwt":[]}],
            "responses":{"200":{"content":{"application/json":{"schema":{"$ref":"#/components/schemas/Entry"}}}}}}}},
            "components":{"schemas":{"Entry":{"type":"object","properties":{"next":{"$ref":"#/components/schemas/Entry"}}}}}}
            """;
}
