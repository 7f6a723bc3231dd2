package cn.shouwang.local.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class PortOwnerTest {

    // Only where there is a /proc can the owner be named.
    private static final String OWNER = Files.exists(Path.of("/proc/net/tcp"))
            ? "(pid " + ProcessHandle.current().pid() + ")"
            : "another process";

    @Test
    void a_busy_port_is_named_with_its_owner() throws Exception {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertThatThrownBy(() -> PortsBusy.check(Map.of("gateway", socket.getLocalPort())))
                    .isInstanceOf(PortsBusy.class)
                    .hasMessageContaining(Integer.toString(socket.getLocalPort()))
                    .hasMessageContaining(OWNER)
                    .hasMessageContaining("--gateway-port");
        }
    }

    @Test
    void a_free_port_has_no_owner_and_no_complaint() {
        var ports = Ports.resolve(Map.of("a", 0, "b", 0));
        assertThat(ports.values()).doesNotContain(0).doesNotHaveDuplicates();
        assertThat(PortOwner.of(ports.getOrDefault("a", 0))).isEmpty();
        PortsBusy.check(ports);
    }

    @Test
    void a_port_that_was_asked_for_stays() {
        assertThat(Ports.resolve(Map.of("gateway", 8080, "mongo", 0))).containsEntry("gateway", 8080);
    }
}
