package cn.shouwang.monitoring.clue;

import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.messaging.Message;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class ClueConfiguration {

    @Bean
    Clues clues(EventStore events) {
        return new Clues(clue -> events.readEvents(clue.toString())
                .asStream()
                .map(Message::getPayload)
                .filter(ClueEvent.class::isInstance)
                .map(ClueEvent.class::cast));
    }
}
