package cn.shouwang.platform.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.servlet.DispatcherType;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerMapping;

class AccessInterceptorTest {

    private final HandlerMethod handler =
            new HandlerMethod(List.of(), List.class.getMethods()[0]);

    @Test
    void the_handler_of_the_row_answers() {
        assertThat(passes(request("/clues/{clue}", "/clues/{clue}"), handler)).isTrue();
    }

    @Test
    void a_path_that_table_and_handler_read_differently_is_not_found() {
        assertThatThrownBy(() -> passes(request("/clues/{clue}", "/clues/mine"), handler))
                .isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> passes(request(null, "/clues"), handler)).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> passes(request("/clues", null), handler)).isInstanceOf(NotFound.class);
    }

    @Test
    void nothing_but_a_controller_answers() {
        assertThatThrownBy(() -> passes(request("/clues", "/clues"), new Object()))
                .isInstanceOf(NotFound.class);
    }

    @ParameterizedTest
    @EnumSource
    void a_request_is_decided_when_it_comes_in_and_not_when_it_ends(DispatcherType dispatch) {
        var request = request(null, "/clues");
        request.setDispatcherType(dispatch);
        switch (dispatch) {
            case ASYNC -> assertThat(passes(request, handler)).isTrue();
            case REQUEST, FORWARD, INCLUDE, ERROR ->
                assertThatThrownBy(() -> passes(request, handler)).isInstanceOf(NotFound.class);
        }
    }

    private static boolean passes(MockHttpServletRequest request, Object handler) {
        return new AccessInterceptor().preHandle(request, new MockHttpServletResponse(), handler);
    }

    private static MockHttpServletRequest request(@Nullable String decided, @Nullable String answering) {
        var request = new MockHttpServletRequest();
        request.setAttribute(AccessDecision.DECIDED, decided);
        request.setAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE, answering);
        return request;
    }
}
