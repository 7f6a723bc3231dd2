package cn.shouwang.monitoring.report;

import cn.shouwang.monitoring.photo.PhotoKind;
import cn.shouwang.platform.web.LargeBody;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// How photos of reports are kept, and that they are larger than a form.
@Configuration(proxyBeanMethods = false)
class PhotoConfiguration {

    static final PhotoKind KIND = new PhotoKind("report-photo", "report_photos");

    @Bean
    PhotoKind reportPhotoKind() {
        return KIND;
    }

    @Bean
    LargeBody publicPhotoBody(@Value("${shouwang.photo.bytes}") int most) {
        return LargeBody.of("/public/reports/*/photos", most);
    }

    @Bean
    LargeBody photoBody(@Value("${shouwang.photo.bytes}") int most) {
        return LargeBody.of("/reports/*/photos", most);
    }
}
