package cn.shouwang.monitoring.inquiry;

import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.messaging.Message;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class InquiryConfiguration {

    @Bean
    Inquiries inquiries(EventStore events) {
        return new Inquiries(household -> events.readEvents(new InquiryId(household).toString())
                .asStream()
                .map(Message::getPayload)
                .filter(InquiryEvent.class::isInstance)
                .map(InquiryEvent.class::cast));
    }
}
