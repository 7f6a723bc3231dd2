package cn.shouwang.monitoring.assistance;

import java.time.Clock;
import java.time.LocalDate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/// Looks for households without help after the start and then once an hour, so a service that was away
/// over midnight catches up by itself.
@Component
class LackSchedule {

    private static final Logger LOGGER = LoggerFactory.getLogger(LackSchedule.class);

    private final FindLacks lacks;
    private final Clock clock;

    LackSchedule(FindLacks lacks, Clock clock) {
        this.lacks = lacks;
        this.clock = clock;
    }

    @Scheduled(initialDelayString = "PT20S", fixedDelayString = "${shouwang.measure.alarm-pause}")
    void look() {
        try {
            lacks.tick(LocalDate.now(clock));
        } catch (RuntimeException failure) {
            // the rows are being built or the store is away: the next hour tries again
            LOGGER.warn("no household was looked at: {}", failure.getClass().getName());
        }
    }
}
