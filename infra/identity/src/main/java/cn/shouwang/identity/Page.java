package cn.shouwang.identity;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.web.csrf.CsrfToken;

/// A page of the issuer: HTML from the class path with places like `{message}`, filled by the caller with
/// HTML, and `{csrf-name}` and `{csrf-token}`, filled here. Never kept by a browser.
final class Page {

    private final String template;

    Page(String resource) {
        try {
            template = new ClassPathResource(resource).getContentAsString(StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void answer(
            HttpServletRequest request, HttpServletResponse response, HttpStatus status, Map<String, String> places) {
        var csrf = (CsrfToken) request.getAttribute(CsrfToken.class.getName());
        var html = template;
        for (var place : places.entrySet()) {
            html = html.replace("{" + place.getKey() + "}", place.getValue());
        }
        html = html.replace("{csrf-name}", csrf.getParameterName()).replace("{csrf-token}", csrf.getToken());
        response.setStatus(status.value());
        response.setContentType("text/html;charset=UTF-8");
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        try {
            response.getWriter().write(html);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
