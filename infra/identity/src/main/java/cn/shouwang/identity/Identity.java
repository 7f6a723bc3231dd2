package cn.shouwang.identity;

import cn.shouwang.identity.account.AccountEvent;
import cn.shouwang.identity.grant.GrantEvent;
import cn.shouwang.platform.event.Catalogue;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;

/// Starts the issuer and lists what it may store.
@SpringBootApplication(proxyBeanMethods = false)
@EnableConfigurationProperties(IdentitySettings.class)
public class Identity {

    public static void main(String[] arguments) {
        SpringApplication.run(Identity.class, arguments);
    }

    /// Every event the issuer may store: one line per concept.
    @Bean
    static Catalogue catalogue() {
        return Catalogue.of(AccountEvent.class, GrantEvent.class);
    }
}
