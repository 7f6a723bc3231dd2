package cn.shouwang.monitoring.report;

import java.time.Clock;
import java.time.Duration;
import org.springframework.stereotype.Component;

/// Notices when more reports come from a village than people usually send. Nobody is refused for it: a
/// storm makes a crowd too. The report is marked, so that the office looks whether it is real.
@Component
final class Crowds {

    private final Buckets reports;

    Crowds(PublicLimits limits, Clock clock) {
        this.reports = new Buckets(limits.reportsPerVillageHour(), Duration.ofHours(1), clock);
    }

    boolean isCrowded(String village) {
        return reports.take(village).isPresent();
    }
}
