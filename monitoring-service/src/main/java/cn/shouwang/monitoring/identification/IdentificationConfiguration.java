package cn.shouwang.monitoring.identification;

import cn.shouwang.monitoring.removal.Removals;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.messaging.Message;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class IdentificationConfiguration {

    @Bean
    Identifications identifications(EventStore events, Removals removals) {
        return new Identifications(
                household -> events.readEvents(new IdentificationId(household).toString())
                        .asStream()
                        .map(Message::getPayload)
                        .filter(IdentificationEvent.class::isInstance)
                        .map(IdentificationEvent.class::cast),
                (household, cycle) -> removals.over(household, cycle).isPresent());
    }
}
