package cn.shouwang.monitoring.quality;

import cn.shouwang.monitoring.assistance.Measures;
import cn.shouwang.monitoring.household.Register;
import cn.shouwang.monitoring.identification.Identifications;
import cn.shouwang.monitoring.removal.Removals;
import cn.shouwang.platform.command.Commands;
import cn.shouwang.platform.store.Readers;
import cn.shouwang.platform.store.Running;
import java.time.Clock;
import java.util.List;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.messaging.Message;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class QualityConfiguration {

    @Bean
    HelpFacts helpFacts(Measures measures, Removals removals) {
        return new HelpOnRecord(measures, removals);
    }

    @Bean
    Inspection inspection(Register register, Identifications identifications, HelpFacts helpFacts, Figures figures) {
        return new Inspection(register, identifications, helpFacts, figures);
    }

    @Bean
    Review qualityReview(Inspection inspection, EventStore events, Commands commands, Clock clock) {
        var issues = new Issues(household -> events.readEvents(new QualityId(household).toString())
                .asStream()
                .map(Message::getPayload)
                .filter(QualityEvent.class::isInstance)
                .map(QualityEvent.class::cast));
        return new Review(inspection, issues, commands::sendAs, clock);
    }

    /// Its own reader of the log, `quality`: the write path never waits for it, and gauge
    /// `reader.lag.seconds` tells how far behind it is.
    @Bean
    Running qualityReviewing(Readers readers, WhenFactsToldThenReviewQuality reaction) {
        return new Running(List.of(readers.reader("quality", reaction.reads(), reaction::react)));
    }
}
