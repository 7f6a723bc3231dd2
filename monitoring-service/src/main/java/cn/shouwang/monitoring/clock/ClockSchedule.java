package cn.shouwang.monitoring.clock;

import java.time.Clock;
import java.time.LocalDate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/// Looks for overdue cases after the start and then once an hour, so a service that was away over
/// midnight catches up by itself.
@Component
class ClockSchedule {

    private static final Logger LOGGER = LoggerFactory.getLogger(ClockSchedule.class);

    private final EscalateOverdueCases escalation;
    private final Clock clock;

    ClockSchedule(EscalateOverdueCases escalation, Clock clock) {
        this.escalation = escalation;
        this.clock = clock;
    }

    @Scheduled(initialDelayString = "${shouwang.clock.first-look}", fixedDelayString = "${shouwang.clock.look-pause}")
    void look() {
        try {
            escalation.tick(LocalDate.now(clock));
        } catch (RuntimeException failure) {
            // the rows are being built or the store is away: the next hour tries again
            LOGGER.warn("no case was looked at: {}", failure.getClass().getName());
        }
    }
}
