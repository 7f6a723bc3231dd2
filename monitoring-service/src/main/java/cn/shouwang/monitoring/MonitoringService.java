package cn.shouwang.monitoring;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/// Starts the service.
@SpringBootApplication
public class MonitoringService {

    static void main(String[] arguments) {
        SpringApplication.run(MonitoringService.class, arguments);
    }
}
