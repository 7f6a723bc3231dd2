package cn.shouwang.platform.reading;

import java.time.Instant;

/// A field shown whole, to this account, until `until`; `position` is where the log holds the reading.
/// On the wire `{reading, value, until}`, never to be kept on the way.
public record Revealed(ReadingId reading, String value, Instant until, long position) {

    /// Nothing personal.
    @Override
    public String toString() {
        return "Revealed[" + reading + "]";
    }
}
