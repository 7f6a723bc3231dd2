package cn.shouwang.monitoring.notice;

import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.messaging.Message;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class NoticeConfiguration {

    @Bean
    Notices notices(EventStore events) {
        return new Notices(household -> events.readEvents(new NoticeId(household).toString())
                .asStream()
                .map(Message::getPayload)
                .filter(NoticeEvent.class::isInstance)
                .map(NoticeEvent.class::cast));
    }
}
