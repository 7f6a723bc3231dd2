package cn.shouwang.monitoring.removal;

import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.messaging.Message;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class RemovalConfiguration {

    @Bean
    Removals removals(EventStore events) {
        return new Removals(household -> events.readEvents(new RemovalId(household).toString())
                .asStream()
                .map(Message::getPayload)
                .filter(RemovalEvent.class::isInstance)
                .map(RemovalEvent.class::cast));
    }
}
