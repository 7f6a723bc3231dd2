package cn.shouwang.audit;

import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// The lines of a file as bytes, told apart by a newline and nothing else.
final class Lines implements Closeable {

    private static final int LONGEST = 48 << 20; // a commit is refused long before
    private static final int BUFFER = 1 << 16;

    /// One line. `ended` is false when the file ends without a newline, `whole` is false when the line is longer
    /// than any event and was passed over.
    static final class Line {

        private final byte[] bytes;
        private final boolean ended;
        private final boolean whole;

        Line(byte[] bytes, boolean ended, boolean whole) {
            this.bytes = bytes;
            this.ended = ended;
            this.whole = whole;
        }

        /// Without the carriage return that a text tool may have put at its end.
        byte[] text() {
            return endsInReturn() ? Arrays.copyOf(bytes, bytes.length - 1) : bytes;
        }

        boolean endsInReturn() {
            return bytes.length > 0 && bytes[bytes.length - 1] == '\r';
        }

        boolean ended() {
            return ended;
        }

        boolean whole() {
            return whole;
        }
    }

    private final InputStream file;
    private final byte[] buffer = new byte[BUFFER];
    private int from;
    private int to;

    Lines(Path path) {
        try {
            file = Files.newInputStream(path);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + path, e);
        }
    }

    /// The next line, null at the end.
    @Nullable
    Line next() {
        try {
            return read();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read on", e);
        }
    }

    private @Nullable Line read() throws IOException {
        var line = new ByteArrayOutputStream(1024);
        var whole = true;
        while (fill()) {
            var end = newline();
            var length = end - from;
            whole &= line.size() + length <= LONGEST;
            if (whole) {
                line.write(buffer, from, length);
            }
            from = end;
            if (from < to) {
                from++;
                return new Line(whole ? line.toByteArray() : new byte[0], true, whole);
            }
        }
        return line.size() == 0 && whole ? null : new Line(whole ? line.toByteArray() : new byte[0], false, whole);
    }

    private int newline() {
        var end = from;
        while (end < to && buffer[end] != '\n') {
            end++;
        }
        return end;
    }

    private boolean fill() throws IOException {
        if (from == to) {
            from = 0;
            to = Math.max(0, file.read(buffer));
        }
        return from < to;
    }

    @Override
    public void close() {
        try {
            file.close();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot close", e);
        }
    }
}
