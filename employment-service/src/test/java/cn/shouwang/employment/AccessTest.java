package cn.shouwang.employment;

import static cn.shouwang.platform.security.Role.TOWN_OFFICE;

import cn.shouwang.platform.test.AccessWalk;
import cn.shouwang.platform.test.Issuer;
import cn.shouwang.platform.test.Servers;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

/// Every endpoint asked by everyone, from everywhere: `access.txt` is what the service does.
class AccessTest {

    private static final Issuer ISSUER = new Issuer();
    private static ConfigurableApplicationContext service;

    @BeforeAll
    static void start() {
        service = SpringApplication.run(
                EmploymentService.class,
                "--server.port=0",
                "--spring.mongodb.uri=" + Servers.uri(Servers.freshDatabase()),
                "--spring.kafka.bootstrap-servers=" + Servers.kafka(),
                "--spring.security.oauth2.resourceserver.jwt.issuer-uri=" + ISSUER.uri());
    }

    @AfterAll
    static void stop() {
        service.close();
        ISSUER.close();
    }

    @Test
    void everyone_meets_what_the_table_says() {
        new AccessWalk(service.getEnvironment().getRequiredProperty("local.server.port", Integer.class), ISSUER)
                .given("POST /profiles", TOWN_OFFICE, """
                        {"household": "00000000-0000-4000-8000-000000000001",
                         "member": "00000000-0000-4000-8000-000000000002", "village": "%s", "ability": "ORDINARY",
                         "cycle": 1, "on": "2025-03-02"}""".formatted(AccessWalk.HOME), "profile")
                .platform("440233")
                .walk()
                .mustHold(2_500);
    }
}
