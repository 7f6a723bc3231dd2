package cn.shouwang.monitoring.division;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class DivisionConfiguration {

    /// Trials and demonstrations switch on a town in which no one lives; a county never does.
    @Bean
    Divisions divisions(@Value("${shouwang.test-division}") boolean testDivision) {
        return testDivision ? Divisions.withTrialTown() : Divisions.real();
    }
}
