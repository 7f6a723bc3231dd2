package cn.shouwang.monitoring.line;

import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.messaging.Message;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class LineConfiguration {

    @Bean
    LineVersions lineVersions(EventStore events) {
        return new LineVersions(line -> events.readEvents(line.toString())
                .asStream()
                .map(Message::getPayload)
                .filter(LineEvent.class::isInstance)
                .map(LineEvent.class::cast));
    }
}
