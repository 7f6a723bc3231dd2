package cn.shouwang.monitoring.photo;

import cn.shouwang.platform.attachment.Attachments;
import cn.shouwang.platform.projection.Views;
import java.time.Duration;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/// Deletes kept photos that no event names: the photo was refused, or a crash came in between.
///
/// Only those of more than a day, so that a photo on its way is left alone.
@Component
class SweepPhotos {

    private static final Logger LOGGER = LoggerFactory.getLogger(SweepPhotos.class);
    private static final Duration AGE = Duration.ofDays(1);

    private final Attachments attachments;
    private final Views views;
    private final List<PhotoKind> kinds;

    SweepPhotos(Attachments attachments, Views views, List<PhotoKind> kinds) {
        this.attachments = attachments;
        this.views = views;
        this.kinds = kinds;
    }

    @Scheduled(initialDelayString = "${shouwang.photo.sweep-after}", fixedDelayString = "P1D")
    void sweep() {
        kinds.forEach(this::sweep);
    }

    private void sweep(PhotoKind kind) {
        try {
            var named = views.lookup(kind.view());
            var swept = attachments.sweep(
                    kind.name(), AGE, photo -> named.one(photo).isPresent());
            if (swept > 0) {
                LOGGER.info("swept {} of {} that no event names", swept, kind.name());
            }
        } catch (RuntimeException failure) {
            LOGGER.warn(
                    "{} could not be swept: {}", kind.name(), failure.getClass().getName());
        }
    }
}
