package cn.shouwang.monitoring.assistance;

import cn.shouwang.monitoring.removal.Help;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.messaging.Message;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class AssistanceConfiguration {

    @Bean
    Measures measures(EventStore events) {
        return new Measures(household -> events.readEvents(new AssistanceId(household).toString())
                .asStream()
                .map(Message::getPayload)
                .filter(AssistanceEvent.class::isInstance)
                .map(AssistanceEvent.class::cast));
    }

    @Bean
    RiskFamilies riskFamilies(MeasureTerms terms) {
        return (family, risk, on) -> terms.on(on).suits(family, risk);
    }

    @Bean
    Help help(Measures measures) {
        return measures::addressed;
    }
}
