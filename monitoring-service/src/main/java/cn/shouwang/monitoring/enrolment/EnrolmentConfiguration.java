package cn.shouwang.monitoring.enrolment;

import cn.shouwang.platform.web.LargeBody;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.messaging.Message;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class EnrolmentConfiguration {

    @Bean
    Enrolments enrolments(EventStore events) {
        return new Enrolments(enrolment -> events.readEvents(enrolment.toString())
                .asStream()
                .map(Message::getPayload)
                .filter(EnrolmentEvent.class::isInstance)
                .map(EnrolmentEvent.class::cast));
    }

    /// A county's register is larger than a form.
    @Bean
    LargeBody rollBody(EnrolmentSettings settings) {
        return LargeBody.of("/enrolments", settings.fileBytes());
    }
}
