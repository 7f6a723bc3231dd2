package cn.shouwang.pear;

import cn.shouwang.platform.event.Catalogue;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;

/// The smallest service on the platform, to test what every service gets from it.
@SpringBootApplication(excludeName = "org.axonframework.springboot.autoconfig.UpdateCheckerAutoConfiguration")
public class PearService {

    @Bean
    Catalogue catalogue() {
        return Catalogue.of(PearEvent.class);
    }
}
