package cn.shouwang.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import cn.shouwang.platform.reading.RefusedAttempts;
import cn.shouwang.platform.security.Gate;
import java.lang.reflect.InvocationTargetException;
import java.util.Locale;
import java.util.Objects;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.axonframework.eventsourcing.IncompatibleAggregateException;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.springframework.beans.InvalidPropertyException;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.method.annotation.ExceptionHandlerMethodResolver;

/// What a caller can bring about is the caller's fault, not ours.
@DisplayNameGeneration(ReplaceUnderscores.class)
class ProblemAdviceTest {

    private final ExceptionHandlerMethodResolver handlers = new ExceptionHandlerMethodResolver(ProblemAdvice.class);
    private final ProblemAdvice advice = new ProblemAdvice(
            new Problems(messages(), null),
            new RefusalNote(new Gate(), new StaticListableBeanFactory().getBeanProvider(RefusedAttempts.class)));

    @Test
    void an_id_of_something_else_is_not_found() throws ReflectiveOperationException {
        assertThat(status(new IncompatibleAggregateException("of another kind")))
                .isEqualTo(404);
    }

    @Test
    void too_many_parameters_are_a_bad_request() throws ReflectiveOperationException {
        assertThat(status(new InvalidParameterException("more than 1000"))).isEqualTo(400);
    }

    @Test
    void a_parameter_whose_name_is_a_path_is_a_bad_request() throws ReflectiveOperationException {
        assertThat(status(new InvalidPropertyException(Object.class, "size[$gt]", "no map")))
                .isEqualTo(400);
    }

    @Test
    void what_nobody_asked_for_is_our_fault() throws ReflectiveOperationException {
        assertThat(status(new IllegalStateException("a bug"))).isEqualTo(500);
    }

    private int status(Exception failure) throws ReflectiveOperationException {
        var handler = Objects.requireNonNull(handlers.resolveMethod(failure));
        handler.setAccessible(true);
        try {
            var answer = (ResponseEntity<?>) handler.invoke(advice, failure, Locale.ENGLISH);
            assertThat(answer.getBody()).isInstanceOf(ProblemDetail.class);
            return answer.getStatusCode().value();
        } catch (InvocationTargetException e) {
            throw new AssertionError(e.getCause());
        }
    }

    private static ResourceBundleMessageSource messages() {
        var messages = new ResourceBundleMessageSource();
        messages.setBasename("platform-messages");
        messages.setDefaultEncoding("UTF-8");
        return messages;
    }
}
