package cn.shouwang.platform.web;

import java.util.List;
import java.util.stream.Stream;
import org.springframework.http.server.PathContainer;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

/// The paths that the platform's rules hold for (`shouwang.guarded`): all of a service, unless a
/// process has pages and rules of its own beside them, as the issuer has for its sign-in.
record Guarded(List<PathPattern> paths) {

    static Guarded of(String... paths) {
        return new Guarded(
                Stream.of(paths).map(PathPatternParser.defaultInstance::parse).toList());
    }

    boolean covers(String path) {
        var asked = PathContainer.parsePath(path);
        return paths.stream().anyMatch(pattern -> pattern.matches(asked));
    }

    String[] patterns() {
        return paths.stream().map(PathPattern::getPatternString).toArray(String[]::new);
    }
}
