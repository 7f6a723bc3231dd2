package cn.shouwang.employment;

import cn.shouwang.employment.profile.LabourProfileEvent;
import cn.shouwang.platform.event.Catalogue;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;

/// Starts the service.
@SpringBootApplication
public class EmploymentService {

    static void main(String[] arguments) {
        SpringApplication.run(EmploymentService.class, arguments);
    }

    /// Every event this service may store: one line per concept.
    @Bean
    static Catalogue catalogue() {
        return Catalogue.of(LabourProfileEvent.class);
    }
}
