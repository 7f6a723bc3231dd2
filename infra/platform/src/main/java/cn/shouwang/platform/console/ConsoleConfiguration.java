package cn.shouwang.platform.console;

import cn.shouwang.platform.projection.Views;
import cn.shouwang.platform.store.LogEngine;
import cn.shouwang.platform.store.Readers;
import java.time.Clock;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

/// The console as beans. Its acts are recorded under `shouwang.area`.
@AutoConfiguration
@Import({ReaderBoard.class, ViewBoard.class, ReaderController.class, ViewController.class})
public final class ConsoleConfiguration {

    @Bean
    Conductor conductor(LogEngine engine, Readers readers, Views views, Clock clock) {
        return new Conductor(engine, readers, views, clock);
    }

    @Bean
    Readiness readiness(Readers readers) {
        return Readiness.of(readers);
    }

    @Bean
    WhenComparisonOrderedThenCompare compareGenerations(Views views, Conductor conductor) {
        return new WhenComparisonOrderedThenCompare(views, conductor);
    }

    @Bean
    ReaderList readerList(Readers readers, Conductor conductor, Clock clock) {
        return new ReaderList(readers, conductor, clock);
    }

    @Bean
    ViewList viewList(Views views, Readers readers, Conductor conductor, Readiness readiness, Clock clock) {
        return new ViewList(views, readers, conductor, readiness, clock);
    }
}
