package cn.shouwang.platform.web;

import cn.shouwang.platform.reading.Revealed;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.http.server.ServerHttpRequest;
import org.springframework.http.server.ServerHttpResponse;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.servlet.mvc.method.annotation.ResponseBodyAdvice;

/// Writes a [Revealed]: headers `Cache-Control: no-store` and `Log-Position`, body `{reading, value,
/// until}`.
@RestControllerAdvice
public final class RevealedAdvice implements ResponseBodyAdvice<Object> {

    @Override
    public boolean supports(MethodParameter returnType, Class<? extends HttpMessageConverter<?>> converter) {
        return returnType.getParameterType() == Revealed.class;
    }

    @Override
    public @Nullable Object beforeBodyWrite(
            @Nullable Object body,
            MethodParameter returnType,
            MediaType contentType,
            Class<? extends HttpMessageConverter<?>> converter,
            ServerHttpRequest request,
            ServerHttpResponse response) {
        if (!(body instanceof Revealed revealed)) {
            return body;
        }
        response.getHeaders().setCacheControl(CacheControl.noStore());
        response.getHeaders().set(PositionAdvice.HEADER, Long.toString(revealed.position()));
        return Map.of("reading", revealed.reading(), "value", revealed.value(), "until", revealed.until());
    }
}
