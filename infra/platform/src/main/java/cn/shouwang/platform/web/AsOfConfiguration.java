package cn.shouwang.platform.web;

import cn.shouwang.platform.history.Moments;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/// Questions as of the past, over HTTP.
@AutoConfiguration
@Import(AsOfAdvice.class)
public final class AsOfConfiguration {

    @Bean
    WebMvcConfigurer questionsOfThePast(Moments moments) {
        return new WebMvcConfigurer() {
            @Override
            public void addInterceptors(InterceptorRegistry registry) {
                registry.addInterceptor(new AsOfInterceptor(moments)).excludePathPatterns("/actuator/**", "/v3/**");
            }
        };
    }
}
