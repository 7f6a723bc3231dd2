package cn.shouwang.platform.web;

import org.springframework.http.server.PathContainer;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

/// A bean that lets the bodies of one path be larger than `shouwang.max-body` and other than JSON: what
/// is uploaded, e.g. a photo. What its bytes are is for the endpoint to say.
public record LargeBody(PathPattern path, int mostBytes) {

    public static LargeBody of(String path, int mostBytes) {
        return new LargeBody(PathPatternParser.defaultInstance.parse(path), mostBytes);
    }

    boolean covers(PathContainer asked) {
        return path.matches(asked);
    }
}
