package cn.shouwang.identity;

import static cn.shouwang.platform.security.Role.AUDIT_ADMIN;
import static cn.shouwang.platform.security.Role.SECURITY_ADMIN;
import static cn.shouwang.platform.security.Role.SYSTEM_ADMIN;

import cn.shouwang.platform.test.AccessWalk;
import cn.shouwang.platform.test.Issuer;
import cn.shouwang.platform.test.Servers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.jwt.JwtClaimNames;
import org.springframework.security.oauth2.jwt.JwtClaimValidator;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtValidators;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;

/// What the issuer is asked with a token, by everyone. The tokens are those of the tests' issuer, since
/// nobody gets an expired one from this.
@DisplayNameGeneration(ReplaceUnderscores.class)
class AccessTest {

    private static final String COUNTY = "440233";
    private static final String REASON = """
            {"reason": "试验"}""";

    private static final Issuer ISSUER = new Issuer();

    @TempDir
    static Path folder;

    private static ConfigurableApplicationContext service;

    /// Takes the place of the keys of this process.
    static class TestsIssuer {

        @Bean
        JwtDecoder bearerTokens() {
            NimbusJwtDecoder decoder =
                    NimbusJwtDecoder.withIssuerLocation(ISSUER.uri()).build();
            decoder.setJwtValidator(new DelegatingOAuth2TokenValidator<>(
                    JwtValidators.createDefaultWithIssuer(ISSUER.uri()),
                    new JwtClaimValidator<List<String>>(
                            JwtClaimNames.AUD, claimed -> claimed != null && claimed.contains(Claims.AUDIENCE))));
            return decoder;
        }
    }

    @BeforeAll
    static void start() throws IOException {
        Files.writeString(folder.resolve("users.json"), "[]");
        service = new SpringApplicationBuilder(Identity.class, TestsIssuer.class)
                .run(
                        "--server.port=0",
                        "--spring.main.allow-bean-definition-overriding=true",
                        "--spring.mongodb.uri=" + Servers.uri(Servers.freshDatabase()),
                        "--shouwang.identity.issuer=http://127.0.0.1:8081",
                        "--shouwang.identity.gateway=http://127.0.0.1:1",
                        "--shouwang.identity.client-secret=a-secret-of-the-tests",
                        "--shouwang.identity.users-file=" + folder.resolve("users.json"),
                        "--shouwang.identity.keys-file=" + folder.resolve("keys.json"));
    }

    @AfterAll
    static void stop() {
        service.close();
        ISSUER.close();
    }

    @Test
    void everyone_meets_what_the_table_says() {
        AccessWalk walk = new AccessWalk(
                service.getEnvironment().getRequiredProperty("local.server.port", Integer.class), ISSUER);
        accounts(walk);
        grants(walk);
        walk.platform(COUNTY).walk().mustHold(2_500);
    }

    private static void accounts(AccessWalk walk) {
        walk.given("POST /accounts", SYSTEM_ADMIN, """
                        {"account": "jingban02", "kind": "PERSON"}""")
                .given("POST /accounts", SYSTEM_ADMIN, """
                        {"account": "jingban01", "kind": "PERSON"}""", "account")
                .body("POST /accounts/{account}/lock", REASON)
                .body("POST /accounts/{account}/unlock", REASON)
                .body("POST /accounts/{account}/close", REASON)
                .place("GET /accounts", COUNTY)
                .place("GET /accounts/{account}", COUNTY)
                .place("GET /accounts/{account}/history", COUNTY)
                .place("POST /accounts/{account}/lock", COUNTY)
                .place("POST /accounts/{account}/unlock", COUNTY)
                .place("POST /accounts/{account}/close", COUNTY);
    }

    /// Refused, so that nobody's confirmation takes away what the others are asked about.
    private static void grants(AccessWalk walk) {
        LocalDate today = LocalDate.now(ZoneId.of("Asia/Shanghai"));
        walk.given("POST /grants", SECURITY_ADMIN, """
                        {"account": "jingban01", "role": "VILLAGE_COMMITTEE", "division": "%s", "from": "%s",
                         "reason": "试验"}""".formatted(AccessWalk.HOME, today), "grant")
                .given("POST /grants/{grant}/refuse", AUDIT_ADMIN, REASON)
                .body("POST /grants/{grant}/revoke", REASON)
                .body("POST /stand-ins", """
                        {"account": "jingban01", "standingInFor": "jingban02", "role": "VILLAGE_COMMITTEE",
                         "division": "%s", "from": "%s", "until": "%s", "reason": "试验"}""".formatted(AccessWalk.HOME, today, today.plusDays(9)));
    }
}
