package cn.shouwang.monitoring.report;

import cn.shouwang.platform.web.LargeBody;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Photos are the only bodies larger than a form.
@Configuration(proxyBeanMethods = false)
class PhotoConfiguration {

    @Bean
    LargeBody publicPhotoBody(@Value("${shouwang.report.photo-bytes}") int most) {
        return LargeBody.of("/public/reports/*/photos", most);
    }

    @Bean
    LargeBody photoBody(@Value("${shouwang.report.photo-bytes}") int most) {
        return LargeBody.of("/reports/*/photos", most);
    }
}
