package cn.shouwang.gateway;

import static cn.shouwang.gateway.IdentityProcess.freePort;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import javax.net.SocketFactory;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The gateway in this process, the issuer in its own, and two stub services, on free ports.
final class RunningSuite implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    final StubService monitoring = StubService.onPort(0);
    final StubService employment = StubService.onPort(0);
    final IdentityProcess identity;
    final URI gateway;
    private final ConfigurableApplicationContext context;
    private final @Nullable TestCertificate certificate;
    private final HttpClient client;

    private RunningSuite(Path folder, @Nullable TestCertificate certificate, List<String> settings) {
        this.certificate = certificate;
        this.client = clientThatTrusts(certificate).build();
        this.gateway = URI.create((certificate == null ? "http" : "https") + "://127.0.0.1:" + freePort());
        this.identity = IdentityProcess.in(folder, freePort(), gateway);
        var arguments = new ArrayList<String>(List.of(
                "--server.port=" + gateway.getPort(),
                "--shouwang.gateway.issuer=" + identity.issuer(),
                "--shouwang.gateway.client-secret=" + IdentityProcess.SECRET,
                "--shouwang.gateway.services.monitoring.uri=" + monitoring.uri(),
                "--shouwang.gateway.services.employment.uri=" + employment.uri(),
                "--shouwang.gateway.services.identity.uri=" + identity.issuer()));
        if (certificate != null) {
            arguments.add("--shouwang.gateway.tls.certificate=" + certificate.chain());
            arguments.add("--shouwang.gateway.tls.private-key=" + certificate.privateKey());
        }
        arguments.addAll(settings);
        this.context = SpringApplication.run(Gateway.class, arguments.toArray(String[]::new));
    }

    static RunningSuite in(Path folder, String... settings) {
        return new RunningSuite(folder, null, List.of(settings));
    }

    static RunningSuite withTls(Path folder, String... settings) {
        return new RunningSuite(folder, TestCertificate.in(folder), List.of(settings));
    }

    static HttpClient.Builder clientThatTrusts(@Nullable TestCertificate certificate) {
        HttpClient.Builder client = HttpClient.newBuilder();
        return certificate == null ? client : client.sslContext(certificate.trusted());
    }

    /// For a connection on which a test writes what it likes.
    SocketFactory sockets() {
        return certificate == null
                ? SocketFactory.getDefault()
                : certificate.trusted().getSocketFactory();
    }

    @Override
    public void close() {
        context.close();
        identity.close();
        monitoring.close();
        employment.close();
        client.close();
    }

    void stopGateway() {
        context.close();
    }

    SignedIn signIn(String username) {
        identity.ensureRunning();
        return SignedIn.as(username, IdentityProcess.PASSWORD, gateway, clientThatTrusts(certificate));
    }

    /// What a scrape of the figures would show.
    String figures() {
        return context.getBean(PrometheusMeterRegistry.class).scrape();
    }

    <T> T part(Class<T> type) {
        return context.getBean(type);
    }

    HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(gateway.resolve(path)).timeout(PATIENCE);
    }

    HttpResponse<String> get(String path) {
        return send(request(path));
    }

    HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return client.send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new AssertionError(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    /// A token that is right in everything, for the test to make wrong.
    JWTClaimsSet.Builder claims() {
        return new JWTClaimsSet.Builder()
                .issuer(identity.issuer().toString())
                .subject("script")
                .audience("shouwang")
                .claim("role", "COUNTY_OFFICER")
                .claim("division", "440233")
                .expirationTime(Date.from(Instant.now().plusSeconds(300)));
    }

    RSAKey issuersKey() {
        identity.ensureRunning();
        return keyOfStoppedIssuer();
    }

    RSAKey keyOfStoppedIssuer() {
        try {
            return JWKSet.load(identity.keysFile().toFile())
                    .getKeys()
                    .getFirst()
                    .toRSAKey();
        } catch (IOException | ParseException e) {
            throw new AssertionError(e);
        }
    }

    static String signed(JWTClaimsSet.Builder claims, RSAKey key) {
        try {
            var header = new JWSHeader.Builder(JWSAlgorithm.RS256)
                    .keyID(key.getKeyID())
                    .build();
            var token = new SignedJWT(header, claims.build());
            token.sign(new RSASSASigner(key));
            return token.serialize();
        } catch (JOSEException e) {
            throw new AssertionError(e);
        }
    }

    static JsonNode json(HttpResponse<String> answer) {
        return JsonMapper.shared().readTree(answer.body());
    }
}
