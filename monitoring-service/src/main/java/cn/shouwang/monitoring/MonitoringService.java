package cn.shouwang.monitoring;

import cn.shouwang.monitoring.clue.ClueEvent;
import cn.shouwang.monitoring.line.LineEvent;
import cn.shouwang.monitoring.report.ReportEvent;
import cn.shouwang.platform.event.Catalogue;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;

/// Starts the service and lists what it may store.
@SpringBootApplication
public class MonitoringService {

    static void main(String[] arguments) {
        SpringApplication.run(MonitoringService.class, arguments);
    }

    @Bean
    Catalogue catalogue() {
        return Catalogue.of(ClueEvent.class, LineEvent.class, ReportEvent.class);
    }
}
