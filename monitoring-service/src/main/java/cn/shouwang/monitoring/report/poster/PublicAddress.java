package cn.shouwang.monitoring.report.poster;

import cn.shouwang.platform.rule.RuleBroken;
import java.net.URI;
import java.util.Set;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/// Where the public reaches this installation, `shouwang.public-address`: `https://host[:port][/path]`.
///
/// Plain http is taken for this machine only. An address that will not do ends the start; none at all
/// refuses the posters and nothing else.
@Component
final class PublicAddress {

    private static final Set<String> THIS_MACHINE = Set.of("127.0.0.1", "localhost", "[::1]");

    private final String address;

    PublicAddress(@Value("${shouwang.public-address:}") String address) {
        this.address = address.strip().replaceFirst("/+$", "");
        if (!this.address.isEmpty() && !isGood(URI.create(this.address))) {
            throw new IllegalStateException("shouwang.public-address is no https address without a query");
        }
    }

    /// The self-report page of a village; refuses with `poster.no-public-address`.
    String reportPage(String village) {
        if (address.isEmpty()) {
            throw new RuleBroken("poster.no-public-address", "shouwang.public-address is not set");
        }
        return address + "/report?village=" + village;
    }

    private static boolean isGood(URI address) {
        var host = address.getHost();
        return host != null
                && address.getRawQuery() == null
                && address.getRawFragment() == null
                && address.getRawUserInfo() == null
                && ("https".equals(address.getScheme())
                        || ("http".equals(address.getScheme()) && THIS_MACHINE.contains(host)));
    }
}
