package cn.shouwang.gateway.problem;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/// One refusal: `{type: "urn:problem:<code>", title, detail, status, code, traceId}`, and `service` where a
/// service is the reason.
///
/// `code` is the contract; title and detail are for people and may change. `retryAfter` becomes the
/// header, in whole seconds.
public record Problem(
        HttpStatus status,
        String code,
        String title,
        String detail,
        @Nullable String service,
        @Nullable Duration retryAfter) {

    public static Problem of(HttpStatus status, String code, String title, String detail) {
        return new Problem(status, code, title, detail, null, null);
    }

    public static Problem unauthenticated() {
        return of(HttpStatus.UNAUTHORIZED, "access.unauthenticated", "请先登录", "sign in first");
    }

    public static Problem badToken() {
        return of(HttpStatus.UNAUTHORIZED, "access.bad-token", "访问令牌无效", "the bearer token is not valid (any more)");
    }

    public static Problem forbidden() {
        return of(HttpStatus.FORBIDDEN, "access.forbidden", "无权访问", "not allowed");
    }

    public static Problem csrf() {
        return of(
                HttpStatus.FORBIDDEN,
                "access.csrf",
                "请求缺少防伪令牌",
                "send the cookie XSRF-TOKEN back as header X-XSRF-TOKEN");
    }

    public static Problem crossSite() {
        return of(
                HttpStatus.FORBIDDEN,
                "access.cross-site",
                "请求来自其他网站",
                "only our own pages may change something from a browser");
    }

    public static Problem tooManySessions() {
        return of(
                        HttpStatus.SERVICE_UNAVAILABLE,
                        "access.too-many-sessions",
                        "登录人数过多",
                        "there is no room for another sign-in now")
                .after(Duration.ofMinutes(1));
    }

    public static Problem issuerUnavailable() {
        return of(
                        HttpStatus.SERVICE_UNAVAILABLE,
                        "access.issuer-unavailable",
                        "登录服务暂时不可用",
                        "the sign-in service gives no answer")
                .after(Duration.ofSeconds(5));
    }

    public static Problem rateLimited(Duration wait) {
        return of(HttpStatus.TOO_MANY_REQUESTS, "gateway.rate-limited", "请求过于频繁", "too many requests")
                .after(wait);
    }

    public static Problem bodyTooLarge(long limitBytes) {
        return of(
                HttpStatus.CONTENT_TOO_LARGE,
                "gateway.body-too-large",
                "请求内容过大",
                "a request body has at most %d bytes".formatted(limitBytes));
    }

    public static Problem bodyTooSlow() {
        return of(
                HttpStatus.REQUEST_TIMEOUT, "gateway.body-too-slow", "请求上传过慢", "the request body did not come in time");
    }

    public static Problem badRequest() {
        return of(HttpStatus.BAD_REQUEST, "gateway.bad-request", "请求无法处理", "the request is not well-formed");
    }

    public static Problem methodNotAllowed() {
        return of(HttpStatus.METHOD_NOT_ALLOWED, "gateway.method-not-allowed", "不支持的请求方法", "not a method used here");
    }

    public static Problem addressTooLong() {
        return of(HttpStatus.URI_TOO_LONG, "gateway.address-too-long", "地址过长", "the address is too long");
    }

    public static Problem tooManyHeaders() {
        return of(
                HttpStatus.REQUEST_HEADER_FIELDS_TOO_LARGE,
                "gateway.too-many-headers",
                "请求头过多",
                "the request has too many headers");
    }

    public static Problem notFound() {
        return of(HttpStatus.NOT_FOUND, "gateway.not-found", "没有这个地址", "there is nothing at this address");
    }

    public static Problem unavailable(String service, Duration wait) {
        return of(
                        HttpStatus.SERVICE_UNAVAILABLE,
                        "gateway.service-unavailable",
                        "服务暂时不可用",
                        "service %s cannot be reached; the request was not passed on".formatted(service))
                .by(service)
                .after(wait);
    }

    public static Problem noAnswer(String service) {
        return of(
                        HttpStatus.BAD_GATEWAY,
                        "gateway.no-answer",
                        "服务未作答复",
                        "service %s broke off; whether it has done what was asked is not known".formatted(service))
                .by(service);
    }

    public static Problem timeout(String service) {
        return of(
                        HttpStatus.GATEWAY_TIMEOUT,
                        "gateway.timeout",
                        "服务答复超时",
                        "service %s did not answer in time; whether it has done what was asked is not known"
                                .formatted(service))
                .by(service);
    }

    public static Problem fault() {
        return of(HttpStatus.INTERNAL_SERVER_ERROR, "gateway.fault", "网关出错", "a fault of the gateway; see its log");
    }

    private Problem by(String culprit) {
        return new Problem(status, code, title, detail, culprit, retryAfter);
    }

    private Problem after(Duration wait) {
        return new Problem(status, code, title, detail, service, wait);
    }

    Map<String, Object> body(String traceId) {
        var body = new LinkedHashMap<String, Object>();
        body.put("type", "urn:problem:" + code);
        body.put("title", title);
        body.put("detail", detail);
        body.put("status", status.value());
        body.put("code", code);
        body.put("traceId", traceId);
        if (service != null) {
            body.put("service", service);
        }
        return body;
    }
}
