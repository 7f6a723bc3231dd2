package cn.shouwang.platform.web;

import cn.shouwang.platform.store.Accepted;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.http.server.ServerHttpRequest;
import org.springframework.http.server.ServerHttpResponse;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.servlet.mvc.method.annotation.ResponseBodyAdvice;

/// Writes an [Accepted]: status 201 or 200, header `Log-Position`, body `{id, position}`.
@RestControllerAdvice
public final class AcceptedAdvice implements ResponseBodyAdvice<Object> {

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
        if (!(body instanceof Accepted accepted)) {
            return body;
        }
        response.setStatusCode(accepted.created() ? HttpStatus.CREATED : HttpStatus.OK);
        response.getHeaders().set(PositionAdvice.HEADER, Long.toString(accepted.position()));
        return Map.of("id", accepted.id(), "position", accepted.position());
    }
}
