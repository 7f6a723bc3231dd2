package cn.shouwang.monitoring.household;

import cn.shouwang.monitoring.duplicate.Sides;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.messaging.Message;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class HouseholdConfiguration {

    @Bean
    Register register(EventStore events, Sides sides) {
        return new Register(
                household -> events.readEvents(household.toString())
                        .asStream()
                        .map(Message::getPayload)
                        .filter(HouseholdEvent.class::isInstance)
                        .map(HouseholdEvent.class::cast),
                sides::mergedMembers);
    }
}
