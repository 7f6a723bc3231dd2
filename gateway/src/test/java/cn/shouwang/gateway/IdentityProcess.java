package cn.shouwang.gateway;

import cn.shouwang.local.mongo.LocalMongo;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;

/// The real issuer, as a process of its own, over users, keys and a log in a folder.
final class IdentityProcess implements AutoCloseable {

    static final String SECRET = "a-secret-of-the-tests";
    static final String PASSWORD = "correct horse";
    private static final Path MODULE = Path.of("../infra/identity/target");
    private static final Duration LONGEST_START = Duration.ofSeconds(60);

    private final Path folder;
    private final URI issuer;
    private final URI gateway;
    private @Nullable LocalMongo log;
    private @Nullable Process process;
    private Duration accessTokenLife = Duration.ofMinutes(15);

    private IdentityProcess(Path folder, int port, URI gateway) {
        this.folder = folder;
        this.issuer = URI.create("http://127.0.0.1:" + port);
        this.gateway = gateway;
    }

    static IdentityProcess in(Path folder, int port, URI gateway) {
        String password = "{bcrypt}" + new BCryptPasswordEncoder(4).encode(PASSWORD);
        write(folder.resolve("users.json"), """
                [{"username":"county","password":"%1$s","role":"COUNTY_OFFICER","division":"440233","name":"县局经办"},
                 {"username":"village","password":"%1$s","role":"VILLAGE_COMMITTEE","division":"440233999999","name":"村委会"}]
                """.formatted(password));
        return new IdentityProcess(folder, port, gateway);
    }

    URI issuer() {
        return issuer;
    }

    Path keysFile() {
        return folder.resolve("keys.json");
    }

    void accessTokensLive(Duration life) {
        accessTokenLife = life;
    }

    /// As when somebody takes a user out of the file.
    void forgetUsers() {
        write(folder.resolve("users.json"), "[]");
    }

    /// Starts it unless it runs; a test that needs no sign-in does not wait for it.
    void ensureRunning() {
        if (process == null) {
            process = start();
        }
    }

    void restart() {
        stop();
        ensureRunning();
    }

    @Override
    public void close() {
        stop();
        if (log != null) {
            log.close();
            log = null;
        }
    }

    /// The log stays, as a database does.
    void stop() {
        Process running = process;
        process = null;
        if (running == null) {
            return;
        }
        running.destroy();
        try {
            if (!running.waitFor(20, TimeUnit.SECONDS)) {
                running.destroyForcibly();
            }
        } catch (InterruptedException e) {
            running.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }

    private Process start() {
        try {
            String classPath = MODULE.resolve("classes")
                    + File.pathSeparator
                    + Files.readString(MODULE.resolve("classpath.txt")).strip();
            String java =
                    Path.of(System.getProperty("java.home"), "bin", "java").toString();
            var builder = new ProcessBuilder(List.of(
                    java,
                    "-Xmx160m",
                    "-XX:+UseSerialGC",
                    "-XX:TieredStopAtLevel=1",
                    "-cp",
                    classPath,
                    "cn.shouwang.identity.Identity"));
            builder.environment().put("PORT", Integer.toString(issuer.getPort()));
            builder.environment().put("MONGO_URI", openLog().uri() + "/identity");
            builder.environment()
                    .put("KEYS_FILE", folder.resolve("sealing-keys.json").toString());
            builder.environment()
                    .put("EVIDENCE_KEY_FILE", folder.resolve("evidence-key").toString());
            builder.environment().put("SHOUWANG_IDENTITY_ISSUER", issuer.toString());
            builder.environment().put("SHOUWANG_IDENTITY_GATEWAY", gateway.toString());
            builder.environment().put("SHOUWANG_IDENTITY_ACCESSTOKENLIFE", accessTokenLife.toString());
            builder.environment().put("SHOUWANG_IDENTITY_CLIENTSECRET", SECRET);
            builder.environment()
                    .put(
                            "SHOUWANG_IDENTITY_USERSFILE",
                            folder.resolve("users.json").toString());
            builder.environment().put("SHOUWANG_IDENTITY_KEYSFILE", keysFile().toString());
            Path log = folder.resolve("identity.log");
            Process started = builder.redirectErrorStream(true)
                    .redirectOutput(log.toFile())
                    .start();
            Runtime.getRuntime().addShutdownHook(new Thread(started::destroyForcibly)); // no process outlives its test
            waitUntilReady(started, log);
            return started;
        } catch (IOException e) {
            throw new UncheckedIOException("build infra/identity first (-am)", e);
        }
    }

    private LocalMongo openLog() {
        if (log == null) {
            log = LocalMongo.open(folder.resolve("log"), 0);
        }
        return log;
    }

    private void waitUntilReady(Process started, Path log) throws IOException {
        var probe = HttpRequest.newBuilder(issuer.resolve("/actuator/health/readiness"))
                .build();
        Instant last = Instant.now().plus(LONGEST_START);
        try (HttpClient client = HttpClient.newHttpClient()) {
            while (Instant.now().isBefore(last) && started.isAlive()) {
                try {
                    if (client.send(probe, BodyHandlers.discarding()).statusCode() == 200) {
                        return;
                    }
                } catch (IOException e) {
                    started.waitFor(50, TimeUnit.MILLISECONDS); // not listening yet
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        started.destroyForcibly();
        throw new AssertionError("identity did not start: " + Files.readString(log));
    }

    static int freePort() {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void write(Path file, String text) {
        try {
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
