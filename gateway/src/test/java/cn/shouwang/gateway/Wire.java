package cn.shouwang.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.locks.LockSupport;
import javax.net.SocketFactory;

/// One connection to the gateway, on which a test writes what it likes: half requests, or two at once.
final class Wire implements AutoCloseable {

    /// For every read: an answer that does not come is a failure and not a wait.
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Socket socket;
    private final InputStream in;

    private Wire(Socket socket) throws IOException {
        this.socket = socket;
        this.in = new BufferedInputStream(socket.getInputStream());
    }

    static Wire to(URI gateway) {
        return to(gateway, SocketFactory.getDefault());
    }

    static Wire to(URI gateway, SocketFactory sockets) {
        try {
            Socket socket = sockets.createSocket(gateway.getHost(), gateway.getPort());
            socket.setSoTimeout((int) PATIENCE.toMillis());
            socket.setTcpNoDelay(true);
            return new Wire(socket);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String get(String path) {
        return "GET %s HTTP/1.1\r\nHost: gateway\r\n\r\n".formatted(path);
    }

    /// @param framing the header that says how long the body is, and whatever else
    static String post(String path, String framing) {
        return "POST %s HTTP/1.1\r\nHost: gateway\r\n%s\r\n\r\n".formatted(path, framing);
    }

    /// @return the same, for more to be written
    Wire write(String text) {
        try {
            socket.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Writes, and says whether the other side still listens.
    boolean takes(String text) {
        try {
            socket.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    /// Begins a request that is larger than the gateway takes, waits until its answer must be under way, sends
    /// the body all the same, and reads the answer to the end of the connection.
    ///
    /// @param pieces of 64 KiB
    String sentOnAfterTheAnswer(String path, int pieces) {
        String piece = "x".repeat(64 << 10);
        write(post(path, "Content-Length: " + (long) pieces * piece.length()));
        LockSupport.parkNanos(Duration.ofMillis(300).toNanos());
        for (int sent = 0; sent < pieces; sent++) {
            assertThat(takes(piece)).as("after %d pieces", sent).isTrue();
        }
        return rest();
    }

    /// The status of the next answer, which is read to its end.
    int status() {
        try {
            int status = Integer.parseInt(line().split(" ", -1)[1]);
            Map<String, String> headers = new TreeMap<>();
            for (String header = line(); !header.isEmpty(); header = line()) {
                int colon = header.indexOf(':');
                headers.put(
                        header.substring(0, colon).toLowerCase(Locale.ROOT),
                        header.substring(colon + 1).strip());
            }
            skipBody(headers);
            return status;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Everything until the gateway ends the connection, within the patience for each read.
    String rest() {
        try {
            return new String(in.readAllBytes(), StandardCharsets.ISO_8859_1);
        } catch (SocketException e) {
            return ""; // ended without a word
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    int nextByte() {
        try {
            return in.read();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Whether the gateway ends the connection, within the patience.
    boolean isEnded() {
        try {
            return in.read() < 0;
        } catch (SocketException e) {
            return true; // with a reset, because it had not read all
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void skipBody(Map<String, String> headers) throws IOException {
        if (!headers.containsKey("transfer-encoding")) {
            in.skipNBytes(Long.parseLong(headers.getOrDefault("content-length", "0")));
            return;
        }
        for (int size = chunkSize(); size > 0; size = chunkSize()) {
            in.skipNBytes(size + 2L);
        }
        line();
    }

    private int chunkSize() throws IOException {
        return Integer.parseInt(line(), 16);
    }

    private String line() throws IOException {
        var line = new StringBuilder();
        for (int next = in.read(); next != '\n'; next = in.read()) {
            if (next < 0) {
                throw new IOException("the connection ended");
            }
            if (next != '\r') {
                line.append((char) next);
            }
        }
        return line.toString();
    }
}
