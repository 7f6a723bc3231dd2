package cn.shouwang.platform.web;

import java.lang.reflect.Modifier;
import java.util.Arrays;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.PropertySource;

/// How a service describes its own interface.
@AutoConfiguration
@PropertySource(value = "classpath:platform-description.properties", encoding = "UTF-8")
public final class DescriptionConfiguration {

    static {
        SpringDocUtils.getConfig().addSimpleTypePredicateForParameterObject(DescriptionConfiguration::isWord);
    }

    /// An id or a number is one word of an address and made of it, as Spring makes it; the fields of a
    /// question are several.
    private static boolean isWord(Class<?> type) {
        return Arrays.stream(type.getMethods())
                .anyMatch(method -> Modifier.isStatic(method.getModifiers())
                        && method.getReturnType().equals(type)
                        && method.getParameterCount() == 1
                        && method.getParameterTypes()[0].equals(String.class));
    }

    @Bean
    AsOfDescription asOfDescription() {
        return new AsOfDescription();
    }

    @Bean
    NullnessDescription nullnessDescription() {
        return new NullnessDescription();
    }
}
