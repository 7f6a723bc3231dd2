package cn.shouwang.identity;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;

/// The issuer's process.
@SpringBootApplication(proxyBeanMethods = false)
@EnableConfigurationProperties(IdentitySettings.class)
public class Identity {

    public static void main(String[] arguments) {
        SpringApplication.run(Identity.class, arguments);
    }
}
