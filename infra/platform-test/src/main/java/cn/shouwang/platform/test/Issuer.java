package cn.shouwang.platform.test;

import cn.shouwang.platform.security.Role;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;

/// An issuer of tokens for tests, with discovery and keys over HTTP on a free port of this machine.
public final class Issuer implements AutoCloseable {

    /// What can be wrong with a token whose claims are right in all else.
    public enum Flaw {
        EXPIRED,
        /// Signed by somebody else under the issuer's key id.
        FORGED,
        WRONG_AUDIENCE,
        WRONG_ISSUER
    }

    private final HttpServer server;
    private final RSAKey key;
    private final RSAKey stranger;

    public Issuer() {
        try {
            key = new RSAKeyGenerator(2048).keyID("test").generate();
            stranger = new RSAKeyGenerator(2048).keyID("test").generate();
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        serve("/.well-known/openid-configuration", """
                {"issuer": "%1$s", "jwks_uri": "%1$s/keys", "authorization_endpoint": "%1$s/a", "token_endpoint": "%1$s/t",
                 "subject_types_supported": ["public"], "response_types_supported": ["code"]}""".formatted(uri()));
        serve("/keys", new JWKSet(key.toPublicJWK()).toString());
        server.start();
    }

    private void serve(String path, String json) {
        server.createContext(path, exchange -> {
            try (exchange) {
                var bytes = json.getBytes(StandardCharsets.UTF_8);
                exchange.getResponseHeaders().set("Content-Type", "application/json");
                exchange.sendResponseHeaders(200, bytes.length);
                exchange.getResponseBody().write(bytes);
            }
        });
    }

    /// What services are given as `issuer-uri`.
    public String uri() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /// A good token of an account, valid for ten minutes.
    public String token(String account, Role role, String division) {
        return token(account, role.name(), division, "shouwang", Instant.now().plusSeconds(600));
    }

    /// A token with claims of the caller's choice, signed by this issuer.
    public String token(String account, String role, String division, String audience, Instant expires) {
        return signed(claims(account, role, division, audience, expires).build(), key);
    }

    /// A token that would be good but for one thing.
    public String flawed(Flaw flaw, String account, Role role, String division) {
        var soon = Instant.now().plusSeconds(600);
        return switch (flaw) {
            case EXPIRED -> token(account, role.name(), division, "shouwang", soon.minusSeconds(900));
            case FORGED ->
                signed(claims(account, role.name(), division, "shouwang", soon).build(), stranger);
            case WRONG_AUDIENCE -> token(account, role.name(), division, "elsewhere", soon);
            case WRONG_ISSUER ->
                signed(
                        claims(account, role.name(), division, "shouwang", soon)
                                .issuer("http://127.0.0.1:1")
                                .build(),
                        key);
        };
    }

    private JWTClaimsSet.Builder claims(
            String account, String role, String division, String audience, Instant expires) {
        return new JWTClaimsSet.Builder()
                .issuer(uri())
                .subject(account)
                .audience(audience)
                .issueTime(Date.from(expires.minusSeconds(900)))
                .expirationTime(Date.from(expires))
                .claim("role", role)
                .claim("division", division);
    }

    private static String signed(JWTClaimsSet claims, RSAKey key) {
        var token = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(key.getKeyID()).build(), claims);
        try {
            token.sign(new RSASSASigner(key));
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
        return token.serialize();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
