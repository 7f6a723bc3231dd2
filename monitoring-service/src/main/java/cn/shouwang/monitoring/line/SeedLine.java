package cn.shouwang.monitoring.line;

import cn.shouwang.monitoring.line.LineCommand.PublishLine;
import cn.shouwang.platform.command.Commands;
import cn.shouwang.platform.rule.RuleBroken;
import cn.shouwang.platform.security.Actor;
import java.time.Duration;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.stereotype.Component;

/// Publishes the county's line of 2025, once in the life of a log.
///
/// Runs beside the start and does not hold it up: while the log is away it tries again every few
/// seconds, until the line is published or the service stops.
@Component
class SeedLine implements ApplicationRunner, DisposableBean {

    /// 新农〔2025〕11号: under 11,610 yuan of yearly disposable income per head, the number included.
    static final PublishLine COUNTY_2025 = new PublishLine(
            new LineId("440233", 2025),
            new LineTerms(
                    1_161_000,
                    true,
                    Basis.DISPOSABLE_INCOME,
                    "新农〔2025〕11号",
                    LocalDate.of(2025, 1, 1),
                    "文件只写明数额；11610元恰为每月645元×12个月×1.5"),
            LocalDate.of(2025, 1, 1));

    private static final Logger LOGGER = LoggerFactory.getLogger(SeedLine.class);

    private final Commands commands;
    private final Duration pause;
    private volatile @Nullable Thread worker;

    SeedLine(Commands commands, @Value("${shouwang.line.seed-retry}") Duration pause) {
        this.commands = commands;
        this.pause = pause;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        worker = Thread.ofVirtual().name("seed-line").start(this::seed);
    }

    void seed() {
        try {
            while (!published()) {
                Thread.sleep(pause);
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt(); // the service stops; the next start tries again
        }
    }

    private boolean published() {
        try {
            commands.sendAs(COUNTY_2025, Actor.SYSTEM);
            return true;
        } catch (RuleBroken refusal) {
            return true; // published at an earlier start, or by the county itself
        } catch (RuntimeException failure) {
            LOGGER.warn(
                    "the line of 2025 is not published yet: {}",
                    failure.getClass().getName());
            return false;
        }
    }

    @Override
    public void destroy() {
        var running = worker;
        if (running != null) {
            running.interrupt();
        }
    }
}
