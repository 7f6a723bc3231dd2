package cn.shouwang.monitoring.helper;

import cn.shouwang.monitoring.photo.PhotoKind;
import cn.shouwang.platform.web.LargeBody;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// How photos of visits are kept, and that they are larger than a form.
@Configuration(proxyBeanMethods = false)
class VisitPhotoConfiguration {

    static final PhotoKind KIND = new PhotoKind("visit-photo", "visit_photos");

    @Bean
    PhotoKind visitPhotoKind() {
        return KIND;
    }

    @Bean
    LargeBody visitPhotoBody(@Value("${shouwang.photo.bytes}") int most) {
        return LargeBody.of("/households/*/visits/*/photos", most);
    }
}
