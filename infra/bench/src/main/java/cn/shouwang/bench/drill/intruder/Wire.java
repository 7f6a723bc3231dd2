package cn.shouwang.bench.drill.intruder;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.Duration;

/// A connection per request, on which anything can be written.
final class Wire {

    private static final int CONNECT_MS = 5_000;
    private static final int MOST_READ = 8_000_000;

    private Wire() {}

    /// Sends and reads until the other side ends the connection or says nothing for `patience`. A
    /// connection that breaks off is an answer as far as it came, not an exception.
    static Seen send(Request request, Duration patience) {
        var began = System.nanoTime();
        var read = new ByteArrayOutputStream();
        var timedOut = false;
        try (var socket = new Socket()) {
            socket.connect(
                    new InetSocketAddress(
                            InetAddress.getLoopbackAddress(), request.door().port()),
                    CONNECT_MS);
            socket.setSoTimeout((int) patience.toMillis());
            socket.setTcpNoDelay(true);
            write(socket, request.bytes());
            read(socket.getInputStream(), read);
        } catch (SocketTimeoutException e) {
            timedOut = true;
        } catch (IOException e) {
            // refused or broken off: what has been read is what was seen
        }
        var took = Duration.ofNanos(System.nanoTime() - began);
        return Seen.of(read.toByteArray(), timedOut, took, request.method().equals("HEAD"));
    }

    /// Who refuses a body may answer and close before it has read all of it.
    private static void write(Socket socket, byte[] bytes) {
        try {
            socket.getOutputStream().write(bytes);
            socket.getOutputStream().flush();
        } catch (IOException e) {
            // there may be an answer nevertheless
        }
    }

    private static void read(InputStream in, ByteArrayOutputStream to) throws IOException {
        var buffer = new byte[16_384];
        for (var count = in.read(buffer); count >= 0 && to.size() < MOST_READ; count = in.read(buffer)) {
            to.write(buffer, 0, count);
        }
    }
}
