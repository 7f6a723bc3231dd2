package cn.shouwang.gateway.page;

import java.net.URI;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.web.reactive.function.server.HandlerFunction;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;

/// Three pages of one HTML file each, and what they load: `/console/…` for the offices, `/field/…` for
/// those on the way to a household, `/report/…` for everybody. What comes after is the page's own
/// business, so any such address without a file of its own is answered with the page.
///
/// A file below `/assets/` has a name made of its content and is kept for ever; any other is asked for
/// again each time and sent only when it has changed.
@Configuration(proxyBeanMethods = false)
class Pages {

    private static final Set<String> PAGES = Set.of("console", "field", "report");

    /// A service worker answers for what is below its own folder, and `/field` is not.
    private static final Set<String> WITH_SLASH = Set.of("/console", "/field");

    private static final Set<String> ICONS = Set.of("/favicon.ico", "/favicon.svg");
    private static final String ASSETS = "/assets/";
    private static final String FOR_EVER = "public, max-age=31536000, immutable";
    private static final String ASK_AGAIN = "no-cache";

    private final PageFiles files;

    Pages(PageFiles files) {
        this.files = files;
    }

    /// What no file answers goes on to the rest of the gateway, which knows how to refuse.
    @Bean
    RouterFunction<ServerResponse> webPages() {
        return request -> isRead(request.method()) ? Mono.justOrEmpty(handler(request.path())) : Mono.empty();
    }

    private static boolean isRead(HttpMethod method) {
        return method.equals(HttpMethod.GET) || method.equals(HttpMethod.HEAD);
    }

    private @Nullable HandlerFunction<ServerResponse> handler(String path) {
        if (path.equals("/")) {
            return _ -> moved(URI.create("/console/"));
        }
        if (WITH_SLASH.contains(path)) {
            return request -> moved(withSlash(request.uri()));
        }
        PageFile file = file(path);
        return file == null ? null : request -> sent(file, path, request);
    }

    private @Nullable PageFile file(String path) {
        if (path.startsWith(ASSETS) || ICONS.contains(path)) {
            return files.at(path);
        }
        String page = path.substring(1).split("/", 2)[0];
        if (!PAGES.contains(page)) {
            return null;
        }
        PageFile file = files.at(path);
        return file != null || isFileName(path) ? file : files.at("/%s/index.html".formatted(page));
    }

    /// A script that is gone must not be answered with a page.
    private static boolean isFileName(String path) {
        return path.indexOf('.', path.lastIndexOf('/')) >= 0;
    }

    private static URI withSlash(URI asked) {
        String query = asked.getRawQuery();
        return URI.create(asked.getRawPath() + "/" + (query == null ? "" : "?" + query));
    }

    private static Mono<ServerResponse> moved(URI to) {
        return ServerResponse.status(HttpStatus.FOUND).location(to).build();
    }

    private static Mono<ServerResponse> sent(PageFile file, String path, ServerRequest request) {
        boolean zipped = file.isPacked() && takesGzip(request);
        String mark = file.mark(zipped);
        boolean known = values(request, HttpHeaders.IF_NONE_MATCH).anyMatch(Set.of(mark, "W/" + mark)::contains);
        ServerResponse.BodyBuilder answer = ServerResponse.status(known ? HttpStatus.NOT_MODIFIED : HttpStatus.OK)
                .header(HttpHeaders.CACHE_CONTROL, path.startsWith(ASSETS) ? FOR_EVER : ASK_AGAIN)
                .header(HttpHeaders.VARY, HttpHeaders.ACCEPT_ENCODING)
                .eTag(mark);
        if (known) {
            return answer.build();
        }
        if (zipped) {
            answer.header(HttpHeaders.CONTENT_ENCODING, "gzip");
        }
        return answer.contentType(file.type()).bodyValue(file.bytes(zipped));
    }

    private static boolean takesGzip(ServerRequest request) {
        return values(request, HttpHeaders.ACCEPT_ENCODING)
                .anyMatch(coding -> coding.equals("gzip") || coding.matches("gzip;q=(1.*|0\\.\\d*[1-9]\\d*)"));
    }

    /// What is between commas, whatever it is: these headers ask for less and are no reason to refuse.
    private static Stream<String> values(ServerRequest request, String header) {
        return request.headers().header(header).stream()
                .flatMap(list -> Stream.of(list.split(",")))
                .map(value -> value.replace(" ", ""));
    }
}
