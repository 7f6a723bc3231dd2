package cn.shouwang.monitoring.photo;

import cn.shouwang.platform.rule.RuleBroken;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// The kinds of file that are read, told by their first bytes: what phones send and the JDK decodes.
enum Kind {
    JPEG("image/jpeg", "\u00FF\u00D8\u00FF"),
    PNG("image/png", "\u0089PNG\r\n\u001A\n");

    private static final int LONGEST_START = 8;

    private final String mediaType;
    private final String start;

    /// `start` holds a byte in each character.
    Kind(String mediaType, String start) {
        this.mediaType = mediaType;
        this.start = start;
    }

    static Kind of(byte[] file) {
        var start = new String(file, 0, Math.min(file.length, LONGEST_START), StandardCharsets.ISO_8859_1);
        return Arrays.stream(values())
                .filter(kind -> start.startsWith(kind.start))
                .findFirst()
                .orElseThrow(() -> new RuleBroken("photo.kind-unknown", "neither a JPEG nor a PNG file"));
    }

    String mediaType() {
        return mediaType;
    }
}
