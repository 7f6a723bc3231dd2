package cn.shouwang.platform.reading;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Sorts.ascending;

import cn.shouwang.platform.command.Commands;
import cn.shouwang.platform.projection.Projection;
import cn.shouwang.platform.projection.Views;
import cn.shouwang.platform.security.Gate;
import cn.shouwang.platform.store.Attempt;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.Date;
import java.util.UUID;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

/// The read log and its pages as beans. Settings: `shouwang.reveal.minutes` (10) a revealed field may
/// be read again, `shouwang.reveal.per-hour` (60) and `shouwang.search.per-hour` (120) of one account.
@AutoConfiguration
@Import({Reading.class, ReadingController.class})
public final class ReadingConfiguration {

    @Bean
    Projection readingsProjection() {
        return new ReadingsProjection();
    }

    @Bean
    Allowance allowance(
            ObjectProvider<Views> views,
            Clock clock,
            @Value("${shouwang.reveal.per-hour:60}") int reveals,
            @Value("${shouwang.search.per-hour:120}") int searches) {
        return new Allowance(
                (account, kind, since, most) -> views.getObject()
                        .lookup(ReadingsProjection.NAME)
                        .find(
                                and(eq("actor", account), eq("kind", kind), gt("recordedAt", Date.from(since))),
                                ascending("recordedAt"),
                                most)
                        .size(),
                clock,
                reveals,
                searches);
    }

    @Bean
    Turns turns() {
        return new Turns();
    }

    @Bean
    Reveals reveals(
            ObjectProvider<Revealable> revealables,
            Commands commands,
            Gate gate,
            Turns turns,
            Views views,
            Clock clock,
            @Value("${shouwang.reveal.minutes:10}") int minutes) {
        return new Reveals(
                revealables.stream().toList(),
                commands,
                gate,
                turns,
                views.lookup(ReadingsProjection.NAME),
                clock,
                Duration.ofMinutes(minutes));
    }

    @Bean
    ReadLog readLog(Commands commands, Gate gate, Turns turns, Clock clock) {
        return new ReadLog(commands, gate, turns, clock);
    }

    @Bean
    ReadingList readingList(Views views, Gate gate, MessageSource messages) {
        return new ReadingList(views, gate, messages);
    }

    @Bean
    RefusedAttempts refusedAttempts(Commands commands, Clock clock, MeterRegistry meters) {
        return new RefusedAttempts(
                (command, actor) -> commands.send(
                        command, actor, Attempt.once(UUID.randomUUID().toString())),
                clock,
                meters);
    }
}
