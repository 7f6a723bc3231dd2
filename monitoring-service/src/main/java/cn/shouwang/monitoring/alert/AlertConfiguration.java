package cn.shouwang.monitoring.alert;

import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.messaging.Message;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class AlertConfiguration {

    @Bean
    Alerts alerts(EventStore events) {
        return new Alerts(alert -> events.readEvents(alert.toString())
                .asStream()
                .map(Message::getPayload)
                .filter(AlertEvent.class::isInstance)
                .map(AlertEvent.class::cast));
    }
}
