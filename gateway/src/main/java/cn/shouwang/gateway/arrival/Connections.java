package cn.shouwang.gateway.arrival;

import cn.shouwang.gateway.GatewaySettings;
import io.netty.channel.Channel;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/// How many connections one address has open. One more is ended before a byte of it is read. The
/// connections of a trusted proxy are those of many people and are not counted.
final class Connections {

    private final Map<String, Integer> open = new ConcurrentHashMap<>();
    private final int most;
    private final Set<String> trustedProxies;

    Connections(GatewaySettings settings) {
        this.most = settings.limits().connections();
        this.trustedProxies = settings.trustedProxies();
    }

    /// @return whether it may stay; otherwise it is closed
    boolean admit(Channel channel) {
        @Nullable
        InetAddress address = channel.remoteAddress() instanceof InetSocketAddress inet ? inet.getAddress() : null;
        if (address == null || trustedProxies.contains(address.getHostAddress())) {
            return true;
        }
        String key = Arrival.network(address);
        int now = open.merge(key, 1, Integer::sum);
        channel.closeFuture().addListener(_ -> open.computeIfPresent(key, (_, count) -> count == 1 ? null : count - 1));
        if (now > most) {
            var _ = channel.close(); // nothing to do after it
        }
        return now <= most;
    }
}
