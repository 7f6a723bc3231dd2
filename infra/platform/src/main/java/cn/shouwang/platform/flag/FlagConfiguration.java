package cn.shouwang.platform.flag;

import cn.shouwang.platform.erasure.ErasureEvent;
import cn.shouwang.platform.event.Catalogue;
import cn.shouwang.platform.projection.Projection;
import cn.shouwang.platform.projection.Views;
import cn.shouwang.platform.sealing.Forgotten;
import cn.shouwang.platform.sealing.Seals;
import cn.shouwang.platform.security.Gate;
import cn.shouwang.platform.store.LogEngine;
import java.time.Clock;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.PropertySource;

/// Flags and their pages as beans. Settings: `shouwang.flags.editions`, see [FlagRules]; a service that
/// names editions replaces those of the platform as a whole.
@AutoConfiguration
@EnableConfigurationProperties(FlagRules.class)
@PropertySource(value = "classpath:platform-flags.properties", encoding = "UTF-8")
@Import({Flag.class, FlagController.class})
public final class FlagConfiguration {

    @Bean
    RuleBook ruleBook(FlagRules rules, Catalogue catalogue, ObjectProvider<RestDays> restDays) {
        return new RuleBook(
                rules, new Forms(catalogue.and(ErasureEvent.class)), restDays.getIfAvailable(RestDays::weekends));
    }

    @Bean
    Projection flagsProjection(RuleBook book, Clock clock) {
        return new FlagsProjection(book, clock.getZone());
    }

    @Bean
    Projection latenessProjection(RuleBook book, Clock clock) {
        return new LatenessProjection(book, clock.getZone());
    }

    /// Asks for the views when the first command comes: they come up after the aggregates.
    @Bean
    Flags flags(ObjectProvider<Views> views, Seals seals) {
        return new Flags(
                flag -> views.getObject().lookup(FlagsProjection.NAME).one(flag.toString()),
                subject -> isSealable(subject, seals));
    }

    private static boolean isSealable(String subject, Seals seals) {
        try {
            seals.prepare(List.of(subject));
            return true;
        } catch (Forgotten _) {
            return false;
        }
    }

    @Bean
    FlagList flagList(Views views, LogEngine log, Gate gate, RuleBook book, MessageSource messages, Clock clock) {
        var rows = new FlagRows(book, new Words(messages), clock.getZone());
        return new FlagList(views, log, gate, rows, clock.getZone());
    }

    @Bean
    Lateness lateness(Views views, Gate gate, MessageSource messages) {
        return new Lateness(views, gate, new Words(messages));
    }
}
