package cn.shouwang.monitoring.identification;

import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.messaging.Message;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class IdentificationConfiguration {

    /// Nothing ends monitoring yet.
    @Bean
    Identifications identifications(EventStore events) {
        return new Identifications(
                household -> events.readEvents(new IdentificationId(household).toString())
                        .asStream()
                        .map(Message::getPayload)
                        .filter(IdentificationEvent.class::isInstance)
                        .map(IdentificationEvent.class::cast),
                (_, _) -> false);
    }
}
