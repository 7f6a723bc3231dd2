package cn.shouwang.monitoring.comparison;

import cn.shouwang.monitoring.dataset.PersonKeys;
import cn.shouwang.platform.sealing.BlindIndex;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class ComparisonConfiguration {

    @Bean
    PersonKeys comparisonKeys(BlindIndex index) {
        return new HashedPersonKeys(index);
    }

    @Bean
    RegisterKeys registerKeys(PersonKeys keys) {
        return new RegisterKeys(keys);
    }
}
