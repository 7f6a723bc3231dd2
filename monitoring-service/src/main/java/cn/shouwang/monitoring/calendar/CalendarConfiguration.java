package cn.shouwang.monitoring.calendar;

import cn.shouwang.platform.flag.RestDays;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class CalendarConfiguration {

    @Bean
    WorkingDays workingDays() {
        return WorkingDays.announced();
    }

    /// Entries on a holiday are looked at like those on a Sunday, those on a make-up Saturday are not.
    @Bean
    RestDays restDays(WorkingDays workingDays) {
        return day -> !workingDays.isWorkingDay(day);
    }
}
