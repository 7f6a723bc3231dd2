package cn.shouwang.platform.evidence;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/// Component `evidence`: down, with the code, while nothing is signed. Not part of readiness: the register
/// serves on.
final class EvidenceHealth implements HealthIndicator {

    private final Sealer sealer;

    EvidenceHealth(Sealer sealer) {
        this.sealer = sealer;
    }

    @Override
    public Health health() {
        return sealer.findings()
                .first()
                .map(Finding::code)
                .or(() -> sealer.alarm().code())
                .map(code -> Health.down().withDetail("code", code).build())
                .orElseGet(() -> Health.up().build());
    }
}
