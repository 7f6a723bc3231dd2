package cn.shouwang.platform;

import cn.shouwang.platform.attachment.Attachments;
import cn.shouwang.platform.audit.Meta;
import cn.shouwang.platform.command.Bulk;
import cn.shouwang.platform.command.Commands;
import cn.shouwang.platform.command.Once;
import cn.shouwang.platform.console.ConsoleEvent;
import cn.shouwang.platform.erasure.ErasureEvent;
import cn.shouwang.platform.erasure.RotationEvent;
import cn.shouwang.platform.event.Catalogue;
import cn.shouwang.platform.event.EventSerializer;
import cn.shouwang.platform.flag.FlagEvent;
import cn.shouwang.platform.parking.Parking;
import cn.shouwang.platform.parking.ParkingEvent;
import cn.shouwang.platform.policy.Policies;
import cn.shouwang.platform.policy.Policy;
import cn.shouwang.platform.projection.Projection;
import cn.shouwang.platform.projection.Scratches;
import cn.shouwang.platform.projection.Views;
import cn.shouwang.platform.reading.ReadingEvent;
import cn.shouwang.platform.sealing.BlindIndex;
import cn.shouwang.platform.sealing.Seals;
import cn.shouwang.platform.sealing.StoredPersonKeys;
import cn.shouwang.platform.sealing.Suite;
import cn.shouwang.platform.sealing.WrappingKeys;
import cn.shouwang.platform.security.Gate;
import cn.shouwang.platform.store.Appender;
import cn.shouwang.platform.store.Log;
import cn.shouwang.platform.store.LogEngine;
import cn.shouwang.platform.store.Positions;
import cn.shouwang.platform.store.Readers;
import com.mongodb.ConnectionString;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoDatabase;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.tracing.Tracer;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.messaging.correlation.CorrelationDataProvider;
import org.axonframework.serialization.upcasting.event.EventUpcaster;
import org.axonframework.serialization.upcasting.event.EventUpcasterChain;
import org.bson.UuidRepresentation;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.mongodb.autoconfigure.MongoClientSettingsBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;

/// The log, its readers, and the way of commands to it.
@AutoConfiguration(beforeName = "org.axonframework.springboot.autoconfig.AxonAutoConfiguration")
public final class PlatformConfiguration {

    private static final Set<String> KEPT =
            Set.of(Meta.ACTOR, Meta.ROLE, Meta.DIVISION, Meta.CHANNEL, Meta.CORRELATION, Meta.CAUSATION, Meta.TRACE);

    /// The village's day: all dates of the domain are days in Guangdong.
    @Bean
    @ConditionalOnMissingBean
    Clock clock() {
        return Clock.system(ZoneId.of("Asia/Shanghai"));
    }

    /// A store that is away is noticed in seconds, not in half a minute.
    @Bean
    MongoClientSettingsBuilderCustomizer patience() {
        return settings -> settings.uuidRepresentation(UuidRepresentation.STANDARD)
                .applyToClusterSettings(cluster -> cluster.serverSelectionTimeout(5, TimeUnit.SECONDS))
                .applyToSocketSettings(
                        socket -> socket.connectTimeout(2, TimeUnit.SECONDS).readTimeout(15, TimeUnit.SECONDS));
    }

    @Bean
    MongoDatabase database(MongoClient client, @Value("${spring.mongodb.uri}") String uri) {
        var name = new ConnectionString(uri).getDatabase();
        return client.getDatabase(Objects.requireNonNull(name, "spring.mongodb.uri names no database"));
    }

    @Bean
    WrappingKeys wrappingKeys(MongoDatabase database, @Value("${shouwang.sealing.keys-file}") Path file) {
        return new WrappingKeys(file, () -> StoredPersonKeys.isFresh(database));
    }

    @Bean
    StoredPersonKeys personKeys(
            MongoDatabase database,
            WrappingKeys wrapping,
            @Value("${shouwang.sealing.suite:AES}") Suite suite,
            Clock clock) {
        return new StoredPersonKeys(database, wrapping, suite, clock);
    }

    @Bean
    Seals seals(StoredPersonKeys keys, @Value("${shouwang.sealing.suite:AES}") Suite suite) {
        return new Seals(keys, suite);
    }

    @Bean
    BlindIndex blindIndex(WrappingKeys wrapping, @Value("${shouwang.sealing.suite:AES}") Suite suite) {
        return new BlindIndex(wrapping, suite);
    }

    @Bean
    Attachments attachments(MongoDatabase database, Seals seals, Clock clock) {
        return new Attachments(database, seals, clock);
    }

    @Bean
    Log log(MongoDatabase database) {
        return new Log(database);
    }

    @Bean
    Appender appender(Log log, Clock clock, MeterRegistry meters) {
        return new Appender(log, clock, meters);
    }

    @Bean
    LogEngine logEngine(
            Log log, Appender appender, EventSerializer serializer, ObjectProvider<EventUpcaster> upcasters) {
        return new LogEngine(
                log,
                appender,
                serializer,
                new EventUpcasterChain(upcasters.orderedStream().collect(Collectors.toList())));
    }

    @Bean
    @Primary
    EventSerializer serializer(Catalogue catalogue, Seals seals) {
        return new EventSerializer(
                catalogue.and(
                        ParkingEvent.class,
                        ErasureEvent.class,
                        RotationEvent.class,
                        ReadingEvent.class,
                        FlagEvent.class,
                        ConsoleEvent.class),
                seals);
    }

    /// What of a command's metadata its events keep.
    @Bean
    CorrelationDataProvider keptMetadata() {
        return message -> message.getMetaData().subset(KEPT.toArray(String[]::new));
    }

    @Bean
    Positions positions(
            MongoDatabase database,
            Clock clock,
            @Value("${shouwang.instance:${HOSTNAME:local}:${server.port}}") String instance) {
        return new Positions(database, instance, clock);
    }

    @Bean
    Readers readers(LogEngine engine, Log log, Positions positions, Clock clock, MeterRegistry meters) {
        return new Readers(engine, log, positions, clock, meters);
    }

    @Bean
    Views views(
            ObjectProvider<Projection> projections,
            MongoDatabase database,
            Readers readers,
            Seals seals,
            Scratches scratches) {
        return new Views(projections.stream().toList(), database, readers, seals, scratches);
    }

    @Bean
    Commands commands(
            CommandGateway gateway,
            Gate gate,
            Log log,
            MongoDatabase database,
            Clock clock,
            ObjectProvider<Tracer> tracer) {
        return new Commands(gateway, gate, new Once(log, database, clock), tracer.getIfAvailable());
    }

    @Bean
    Bulk bulk(Commands commands, Seals seals, Log log, Readers readers) {
        return new Bulk(commands, seals, log, readers);
    }

    @Bean
    Policies policies(
            ObjectProvider<Policy> policies,
            Readers readers,
            LogEngine engine,
            Parking parking,
            Commands commands,
            MeterRegistry meters) {
        return new Policies(policies.stream().toList(), readers, engine, parking, commands, meters);
    }
}
