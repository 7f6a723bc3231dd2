package cn.shouwang.platform.messaging;

import cn.shouwang.platform.command.Commands;
import cn.shouwang.platform.parking.Parking;
import cn.shouwang.platform.store.Readers;
import cn.shouwang.platform.store.Running;
import com.mongodb.client.MongoDatabase;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.context.annotation.Bean;

/// Inbox and publisher as beans; the service's name is `spring.application.name`, Kafka is found by
/// `spring.kafka`. A service that publishes nothing has no publisher.
@AutoConfiguration
public final class MessagingConfiguration {

    @Bean
    Dispatch dispatch(
            ObjectProvider<InboxPolicy> policies,
            MongoDatabase database,
            Parking parking,
            Commands commands,
            MeterRegistry meters) {
        return new Dispatch(policies.stream().toList(), database, parking, commands, meters);
    }

    @Bean
    Inbox kafkaInbox(
            @Value("${spring.application.name}") String service,
            Dispatch dispatch,
            KafkaProperties kafka,
            MeterRegistry meters) {
        return new Inbox(service, dispatch, kafka.buildConsumerProperties(), meters);
    }

    @Bean
    @ConditionalOnBean(Publication.class)
    Publisher publisher(Publication publication, KafkaProperties kafka) {
        return Publisher.over(kafka.buildProducerProperties(), publication);
    }

    @Bean
    @ConditionalOnBean(Publication.class)
    Running publishing(Publisher publisher, Readers readers) {
        return new Running(List.of(readers.reader("publisher", publisher::publish)));
    }
}
