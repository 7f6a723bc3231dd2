package cn.shouwang.monitoring.batch;

import cn.shouwang.monitoring.comparison.ComparisonSettings;
import cn.shouwang.platform.web.LargeBody;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.messaging.Message;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class BatchConfiguration {

    @Bean
    Batches batches(EventStore events) {
        return new Batches(batch -> events.readEvents(batch.toString())
                .asStream()
                .map(Message::getPayload)
                .filter(BatchEvent.class::isInstance)
                .map(BatchEvent.class::cast));
    }

    /// Departments' files are larger than a form.
    @Bean
    LargeBody datasetBody(ComparisonSettings settings) {
        return LargeBody.of("/batches/*/file", settings.fileBytes());
    }
}
