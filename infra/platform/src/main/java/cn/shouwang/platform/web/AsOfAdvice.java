package cn.shouwang.platform.web;

import cn.shouwang.platform.history.AsOf;
import cn.shouwang.platform.history.NotOfThePast;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.http.server.ServerHttpRequest;
import org.springframework.http.server.ServerHttpResponse;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.servlet.mvc.method.annotation.ResponseBodyAdvice;

/// Refuses an answer that was asked for as of the past and made without a look at it: nobody takes the
/// present for the past.
@RestControllerAdvice
public final class AsOfAdvice implements ResponseBodyAdvice<Object> {

    @Override
    public boolean supports(MethodParameter returnType, Class<? extends HttpMessageConverter<?>> converter) {
        return true;
    }

    @Override
    public @Nullable Object beforeBodyWrite(
            @Nullable Object body,
            MethodParameter returnType,
            MediaType contentType,
            Class<? extends HttpMessageConverter<?>> converter,
            ServerHttpRequest request,
            ServerHttpResponse response) {
        if (AsOf.isIgnored() && !(body instanceof ProblemDetail)) {
            throw new NotOfThePast("as-of.not-here");
        }
        return body;
    }
}
