package cn.shouwang.local.run;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/// `test [module] [--containers]`: Maven's `verify`, then where the integration tests ran and the totals.
///
/// The system property `shouwang.servers` tells the tests which servers to use, `embedded` or `containers`.
final class TestRun {

    static final Options.Known OPTIONS = Options.known().flag("containers");
    private static final Path DOCKER = Path.of("/var/run/docker.sock");

    private final Home home;
    private final Screen screen;

    TestRun(Home home, Screen screen) {
        this.home = home;
        this.screen = screen;
    }

    /// Returns 0 only when Maven was content and [TestTotals#isGood()].
    int run(Options options) {
        if (options.words().size() > 1) {
            throw new Options.Misused("一次只能测试一个模块 (one module at a time)");
        }
        var servers = servers(options.has("containers"));
        var since = Instant.now();
        var code = Foreground.run(maven(options.words(), servers));
        var totals = TestTotals.since(home.root(), since);
        screen.line("集成测试所用服务器 integration tests ran on: " + servers);
        screen.line(totals.toString());
        return code == 0 && totals.isGood() ? 0 : 1;
    }

    private String servers(boolean containers) {
        if (containers && !dockerAnswers()) {
            screen.line("没有 Docker 引擎应答，改用内嵌服务器 no Docker engine answers, using the embedded servers");
            return "embedded";
        }
        return containers ? "containers" : "embedded";
    }

    private ProcessBuilder maven(List<String> words, String servers) {
        var command = new ArrayList<>(List.of(
                Objects.requireNonNullElse(System.getenv("SHOUWANG_MVN"), "mvn"),
                "-B",
                "-ntp",
                "verify",
                "-Dshouwang.servers=" + servers));
        for (var module : words) {
            if (Files.notExists(home.root().resolve(module).resolve("pom.xml"))) {
                throw new Options.Misused("没有模块 (no module) " + module);
            }
            command.addAll(List.of("-pl", module, "-am", "-Dsurefire.failIfNoSpecifiedTests=false"));
        }
        return new ProcessBuilder(command).directory(home.root().toFile()).inheritIO();
    }

    private static boolean dockerAnswers() {
        if (System.getenv("DOCKER_HOST") != null) {
            return true;
        }
        try (var channel = SocketChannel.open(StandardProtocolFamily.UNIX)) {
            return Files.exists(DOCKER) && channel.connect(UnixDomainSocketAddress.of(DOCKER));
        } catch (IOException e) {
            return false;
        }
    }
}
