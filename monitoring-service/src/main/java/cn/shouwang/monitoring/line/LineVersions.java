package cn.shouwang.monitoring.line;

import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/// What a line said in the version a decision names: straight from the line's stream.
public final class LineVersions {

    private final Function<LineId, Stream<LineEvent>> streams;

    public LineVersions(Function<LineId, Stream<LineEvent>> streams) {
        this.streams = streams;
    }

    /// The terms of version `line-440233-2025@0`; empty when there is no such version.
    public Optional<LineTerms> of(String version) {
        var at = version.lastIndexOf('@');
        if (at < 0) {
            return Optional.empty();
        }
        return streams.apply(LineId.of(version.substring(0, at)))
                .skip(Long.parseLong(version, at + 1, version.length(), 10))
                .findFirst()
                .map(LineEvent::terms);
    }
}
