package cn.shouwang.gateway.arrival;

import cn.shouwang.gateway.GatewaySettings;
import cn.shouwang.gateway.GatewaySettings.Tls;
import java.net.InetAddress;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.reactor.netty.NettyReactiveWebServerFactory;
import org.springframework.boot.web.server.Ssl;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;
import reactor.netty.http.server.HttpServer;

/// How the gateway listens: with TLS where there is a certificate; in the clear only to this machine
/// itself, or when somebody has said that a proxy in front ends TLS. Anything else stops the start with
/// [Unguarded].
@Component
@Order(Ordered.LOWEST_PRECEDENCE) // after Spring Boot has set the address
final class Door implements WebServerFactoryCustomizer<NettyReactiveWebServerFactory> {

    private static final String[] PROTOCOLS = {"TLSv1.3", "TLSv1.2"};

    private final GatewaySettings settings;
    private final Environment environment;
    private final Connections connections;

    Door(GatewaySettings settings, Environment environment) {
        this.settings = settings;
        this.environment = environment;
        this.connections = new Connections(settings);
    }

    @Override
    public void customize(NettyReactiveWebServerFactory server) {
        if (server.getSsl() != null) {
            throw new Unguarded("server.ssl.* is not used here: set shouwang.gateway.tls.*");
        }
        if (!settings.secure() && !isLocal(server.getAddress())) {
            throw new Unguarded("not listening in the clear on %s: set shouwang.gateway.tls.*, or behind-tls-proxy=true"
                    .formatted(
                            server.getAddress() == null
                                    ? "any"
                                    : server.getAddress().getHostAddress()));
        }
        if (environment.containsProperty("management.server.port")
                && !environment.containsProperty("management.server.address")) {
            throw new Unguarded(
                    "management.server.port needs management.server.address: figures are not for everybody");
        }
        Tls tls = settings.tls();
        if (tls != null) {
            server.setSsl(ssl(tls));
        }
        server.addServerCustomizers(this::watched);
    }

    private HttpServer watched(HttpServer http) {
        return http.doOnChannelInit((_, channel, _) -> {
            if (connections.admit(channel)) {
                Patience.watch(channel, settings.patience());
            }
        });
    }

    private static boolean isLocal(@Nullable InetAddress address) {
        return address != null && address.isLoopbackAddress();
    }

    private static Ssl ssl(Tls tls) {
        var ssl = new Ssl();
        ssl.setCertificate(location(tls.certificate()));
        ssl.setCertificatePrivateKey(location(tls.privateKey()));
        ssl.setEnabledProtocols(PROTOCOLS);
        return ssl;
    }

    private static String location(String file) {
        return file.startsWith("/") ? "file:" + file : file;
    }
}
