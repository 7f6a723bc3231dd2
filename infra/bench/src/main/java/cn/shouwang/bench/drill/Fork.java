package cn.shouwang.bench.drill;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/// One address before several processes: every connection goes to the next one that takes it, byte by byte,
/// and breaks when either side does. Where a cluster has a balancer, a drill has this.
final class Fork implements AutoCloseable {

    private static final int CONNECT_MS = 1_000;

    private final ServerSocket door;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final AtomicInteger turns = new AtomicInteger();
    private final Map<Integer, AtomicInteger> taken = new ConcurrentHashMap<>();
    private volatile List<Integer> ports = List.of();

    Fork() {
        try {
            door = new ServerSocket(0, 256, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException("no free port on the loopback address", e);
        }
    }

    int port() {
        return door.getLocalPort();
    }

    /// From now on connections go to these ports of this machine.
    void leadTo(List<Integer> those) {
        ports = List.copyOf(those);
        threads.execute(this::accept);
    }

    /// How many connections a port has taken.
    int taken(int port) {
        var count = taken.get(port);
        return count == null ? 0 : count.get();
    }

    private void accept() {
        while (!door.isClosed()) {
            try {
                var caller = door.accept();
                threads.execute(() -> join(caller));
            } catch (IOException e) {
                return; // closed
            }
        }
    }

    private void join(Socket caller) {
        try (caller;
                var process = connect()) {
            var back = threads.submit(() -> pour(process, caller));
            pour(caller, process);
            back.get();
        } catch (Exception e) {
            // whoever called sees the connection break, and knows what to do
        }
    }

    private Socket connect() throws IOException {
        var first = turns.getAndIncrement();
        for (var turn = 0; turn < ports.size(); turn++) {
            var port = ports.get(Math.floorMod(first + turn, ports.size()));
            var socket = new Socket();
            try {
                socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), CONNECT_MS);
                taken.computeIfAbsent(port, _ -> new AtomicInteger()).incrementAndGet();
                return socket;
            } catch (IOException e) {
                socket.close();
            }
        }
        throw new IOException("nobody takes it");
    }

    /// Until either side ends; then both do.
    private static void pour(Socket from, Socket to) {
        try {
            pour(from.getInputStream(), to.getOutputStream());
        } catch (IOException e) {
            // the other side is told by the close
        } finally {
            close(from);
            close(to);
        }
    }

    private static void pour(InputStream from, OutputStream to) throws IOException {
        var buffer = new byte[16 * 1024];
        for (var read = from.read(buffer); read >= 0; read = from.read(buffer)) {
            to.write(buffer, 0, read);
            to.flush();
        }
    }

    private static void close(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            // it is gone
        }
    }

    @Override
    public void close() {
        try {
            door.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            threads.shutdownNow();
        }
    }
}
