package cn.shouwang.monitoring.household;

import cn.shouwang.monitoring.duplicate.Sides;
import cn.shouwang.platform.projection.Views;
import cn.shouwang.platform.sealing.BlindIndex;
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

    @Bean
    Numbers numbers(Views views, BlindIndex index) {
        var held = new HeldNumbers(number -> index.of("national-household-number", number));
        var view =
                views.inMemory("national-household-numbers", HeldNumbers.READS, recorded -> held.on(recorded.event()));
        return new Numbers(held::holder, view::mustBeUpToDate);
    }
}
