package cn.shouwang.monitoring.clue;

import java.time.Clock;
import java.time.LocalDate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.Scheduled;

/// Looks for overdue clues at the start and then once a minute, so a service that was away over
/// midnight catches up by itself.
@Configuration(proxyBeanMethods = false)
@EnableScheduling
class ClueSchedule {

    private static final Logger LOGGER = LoggerFactory.getLogger(ClueSchedule.class);

    private final EscalateOverdueClues escalation;
    private final Clock clock;

    ClueSchedule(EscalateOverdueClues escalation, Clock clock) {
        this.escalation = escalation;
        this.clock = clock;
    }

    @Scheduled(initialDelayString = "PT5S", fixedDelayString = "${shouwang.clue.escalation-pause}")
    void escalate() {
        try {
            escalation.tick(LocalDate.now(clock));
        } catch (RuntimeException failure) {
            // the rows are being built or the store is away: the next minute tries again
            LOGGER.warn(
                    "overdue clues were not looked for: {}", failure.getClass().getName());
        }
    }
}
