package cn.shouwang.platform.web;

import cn.shouwang.platform.projection.Views;
import cn.shouwang.platform.reading.RefusedAttempts;
import cn.shouwang.platform.security.Gate;
import com.fasterxml.jackson.annotation.JsonFormat;
import io.micrometer.tracing.Tracer;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.actuate.endpoint.web.EndpointMediaTypes;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.context.MessageSourceAutoConfiguration;
import org.springframework.boot.jackson.autoconfigure.JsonFactoryBuilderCustomizer;
import org.springframework.boot.jackson.autoconfigure.JsonMapperBuilderCustomizer;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.http.MediaType;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.i18n.AcceptHeaderLocaleResolver;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.cfg.DateTimeFeature;
import tools.jackson.databind.cfg.EnumFeature;
import tools.jackson.databind.json.JsonMapper;

/// How requests are read and answered.
@AutoConfiguration(
        before = MessageSourceAutoConfiguration.class,
        beforeName = {
            "org.springframework.boot.webmvc.autoconfigure.WebMvcAutoConfiguration",
            "org.springframework.boot.webmvc.autoconfigure.error.ErrorMvcAutoConfiguration",
            "org.springframework.boot.actuate.autoconfigure.endpoint.web.WebEndpointAutoConfiguration"
        })
@Import({ProblemAdvice.class, AcceptedAdvice.class, RevealedAdvice.class})
public final class WebConfiguration {

    /// Texts: `messages*.properties` of the service, then those of the platform; Chinese unless
    /// English is asked for.
    @Bean
    MessageSource messageSource() {
        var messages = new ResourceBundleMessageSource();
        messages.setBasenames("messages", "platform-messages");
        messages.setDefaultEncoding("UTF-8");
        messages.setFallbackToSystemLocale(false);
        return messages;
    }

    @Bean
    LocaleResolver localeResolver() {
        var resolver = new AcceptHeaderLocaleResolver();
        resolver.setDefaultLocale(Locale.SIMPLIFIED_CHINESE);
        resolver.setSupportedLocales(List.of(Locale.SIMPLIFIED_CHINESE, Locale.CHINESE, Locale.ENGLISH));
        return resolver;
    }

    @Bean
    Problems problems(MessageSource messages, ObjectProvider<Tracer> tracer) {
        return new Problems(messages, tracer.getIfAvailable());
    }

    @Bean
    RefusalNote refusalNote(Gate gate, ObjectProvider<RefusedAttempts> attempts) {
        return new RefusalNote(gate, attempts);
    }

    @Bean
    ProblemWriter problemWriter(Problems problems, JsonMapper json, LocaleResolver locales) {
        return new ProblemWriter(problems, json, locales);
    }

    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> problemsOfTheServer(ProblemWriter problems) {
        return server -> server.addContextCustomizers(context -> ProblemValve.installIn(context, problems));
    }

    /// In place of the framework's page for errors, one that is mapped nowhere.
    @Bean
    ErrorController noErrorPage() {
        return new ErrorController() {};
    }

    /// Probes answer JSON, not the media type of a product and its version.
    @Bean
    EndpointMediaTypes plainJson() {
        return new EndpointMediaTypes(MediaType.APPLICATION_JSON_VALUE);
    }

    @Bean
    Guarded guarded(@Value("${shouwang.guarded:/**}") String... paths) {
        return Guarded.of(paths);
    }

    /// Runs after the security filters, so that a key belongs to an account.
    ///
    /// @param room `shouwang.body-room`: see [CommandFilter]; without it a sixteenth of the heap, of which
    ///     a body takes up to three times its size until it is carried out
    @Bean
    FilterRegistrationBean<CommandFilter> commandFilter(
            ProblemWriter problems,
            Guarded guarded,
            @Value("${shouwang.max-body:1048576}") int maxBody,
            @Value("${shouwang.body-room:0}") int room,
            ObjectProvider<LargeBody> larger) {
        var most = room > 0
                ? room
                : (int) Math.min(Integer.MAX_VALUE, Runtime.getRuntime().maxMemory() / 16);
        var filter = new FilterRegistrationBean<>(
                new CommandFilter(problems, guarded, maxBody, larger.stream().toList(), most));
        filter.setOrder(0);
        return filter;
    }

    /// Requests are read strictly: an unknown field is an error, not a typo that goes unnoticed.
    @Bean
    JsonMapperBuilderCustomizer strictRequests() {
        return json -> json.enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
                .disable(DateTimeFeature.WRITE_DATES_AS_TIMESTAMPS)
                .enable(EnumFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
                // a day is written as one: 0 would be the first of 1970, and the time of an instant fall away
                .withConfigOverride(LocalDate.class, day -> day.setFormat(JsonFormat.Value.forLeniency(false)));
    }

    /// What no form of ours comes near: a request that is deeper, longer or has a longer number is an attempt
    /// to keep the parser busy, and is refused while it is read.
    @Bean
    JsonFactoryBuilderCustomizer boundedRequests() {
        return json -> json.streamReadConstraints(StreamReadConstraints.builder()
                .maxNestingDepth(32)
                .maxNumberLength(100)
                .maxNameLength(256)
                .maxStringLength(1 << 20)
                .build());
    }

    @Bean
    WebMvcConfigurer readYourWrites(ObjectProvider<Views> views) {
        return new WebMvcConfigurer() {
            @Override
            public void addInterceptors(InterceptorRegistry registry) {
                views.ifAvailable(all ->
                        registry.addInterceptor(new PositionAdvice(all)).excludePathPatterns("/actuator/**", "/v3/**"));
            }
        };
    }
}
