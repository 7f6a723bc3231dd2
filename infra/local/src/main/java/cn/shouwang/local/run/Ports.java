package cn.shouwang.local.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.HashMap;
import java.util.Map;

/// Ports of the loopback address.
final class Ports {

    private Ports() {}

    /// Replaces each 0 by a free port, a different one for each name.
    static Map<String, Integer> resolve(Map<String, Integer> wanted) {
        var resolved = new HashMap<>(wanted);
        resolved.replaceAll((_, port) -> {
            var free = port;
            while (free == 0 || (port == 0 && wanted.containsValue(free))) {
                free = free();
            }
            return free;
        });
        return resolved;
    }

    static boolean isFree(int port) {
        try (var socket = new ServerSocket()) {
            // A connection of the run before may still linger in TIME_WAIT; that is no owner.
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 1);
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    private static int free() {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException("no free port on the loopback address", e);
        }
    }
}
