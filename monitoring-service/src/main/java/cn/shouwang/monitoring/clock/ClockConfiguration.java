package cn.shouwang.monitoring.clock;

import cn.shouwang.monitoring.calendar.WorkingDays;
import cn.shouwang.monitoring.identification.IdentificationEvent;
import cn.shouwang.monitoring.identification.IdentificationId;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.messaging.Message;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class ClockConfiguration {

    @Bean
    CaseClocks caseClocks(EventStore events, ClockLimits limits, WorkingDays calendar) {
        return new CaseClocks(
                household -> events.readEvents(new IdentificationId(household).toString())
                        .asStream()
                        .map(Message::getPayload)
                        .filter(IdentificationEvent.class::isInstance)
                        .map(IdentificationEvent.class::cast),
                limits,
                calendar);
    }
}
