package cn.shouwang.platform.web;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.PropertySource;

/// How a service describes its own interface.
@AutoConfiguration
@PropertySource(value = "classpath:platform-description.properties", encoding = "UTF-8")
public final class DescriptionConfiguration {

    @Bean
    AsOfDescription asOfDescription() {
        return new AsOfDescription();
    }

    @Bean
    NullnessDescription nullnessDescription() {
        return new NullnessDescription();
    }
}
