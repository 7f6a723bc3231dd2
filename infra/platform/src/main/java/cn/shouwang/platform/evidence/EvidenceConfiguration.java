package cn.shouwang.platform.evidence;

import cn.shouwang.evidence.Hashing;
import cn.shouwang.evidence.NoteKey;
import cn.shouwang.platform.security.Gate;
import cn.shouwang.platform.store.Log;
import cn.shouwang.platform.store.LogEngine;
import cn.shouwang.platform.store.Readers;
import cn.shouwang.platform.store.Running;
import com.mongodb.client.MongoDatabase;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

/// The sealer as reader `sealer`, its pages, figures and health.
///
/// Settings below `shouwang.evidence`: `key-file`, outside the database, made at the first start; `every`
/// (PT1M) a checkpoint is due while there are new events; `hashing` SHA256 or SM3, chosen once; `patrol` (1)
/// tiles of 256 older events looked at each time; `witnesses`, the public keys of second parties.
@AutoConfiguration
@Import(EvidenceController.class)
public final class EvidenceConfiguration {

    @Bean
    Sealer.Settings sealerSettings(
            @Value("${shouwang.area}") String area,
            @Value("${spring.application.name}") String service,
            @Value("${shouwang.evidence.key-file}") Path keyFile,
            @Value("${shouwang.evidence.hashing:SHA256}") Hashing hashing,
            @Value("${shouwang.evidence.every:PT1M}") Duration every,
            @Value("${shouwang.evidence.patrol:1}") int patrol) {
        var origin = "shouwang/" + area + "/" + service + (hashing == Hashing.SM3 ? "/sm3" : "");
        return new Sealer.Settings(origin, keyFile, every, patrol);
    }

    @Bean
    Sealer sealer(Sealer.Settings settings, Log log, MongoDatabase database, Clock clock) {
        return new Sealer(settings, log, database, clock);
    }

    @Bean
    Running sealerRunning(Sealer sealer, Readers readers) {
        return new Running(List.of(readers.rawReader("sealer", sealer)));
    }

    @Bean
    Evidence evidence(
            Sealer sealer,
            @Value("${shouwang.evidence.witnesses:}") List<String> witnesses,
            LogEngine engine,
            Gate gate,
            Clock clock) {
        var keys = witnesses.stream().map(NoteKey::parse).toList();
        if (keys.stream().anyMatch(key -> key.kind() != NoteKey.Kind.WITNESS)) {
            throw new IllegalStateException("shouwang.evidence.witnesses names a key that is not a witness's");
        }
        return new Evidence(sealer, keys, engine, gate, clock);
    }

    @Bean
    HealthIndicator evidenceHealthIndicator(Sealer sealer) {
        return new EvidenceHealth(sealer);
    }

    @Bean
    MeterBinder evidenceFigures(Sealer sealer, Clock clock) {
        return meters -> figures(sealer, clock, meters);
    }

    private static void figures(Sealer sealer, Clock clock, MeterRegistry meters) {
        Gauge.builder("evidence.size", sealer, EvidenceConfiguration::size).register(meters);
        Gauge.builder("evidence.lag.positions", sealer, Sealer::lag).register(meters);
        Gauge.builder("evidence.checkpoint.age.seconds", sealer, one -> age(one, clock))
                .register(meters);
        Gauge.builder("evidence.damaged", sealer, one -> one.alarm().trouble().isPresent() ? 1 : 0)
                .register(meters);
    }

    private static double size(Sealer sealer) {
        return sealer.signed().map(Checkpoints.Stored::size).orElse(0L);
    }

    private static double age(Sealer sealer, Clock clock) {
        return sealer.signed()
                .map(last -> Duration.between(last.at(), clock.instant()).toMillis() / 1000.0)
                .orElse(0.0);
    }
}
