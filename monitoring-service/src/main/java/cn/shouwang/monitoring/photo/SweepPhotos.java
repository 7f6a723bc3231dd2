package cn.shouwang.monitoring.report;

import cn.shouwang.platform.attachment.Attachments;
import cn.shouwang.platform.projection.Lookup;
import cn.shouwang.platform.projection.Views;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/// Deletes kept photos that no event names: a report that refused the photo, or a crash in between.
///
/// Only those of more than a day, so that a photo on its way is left alone.
@Component
class SweepPhotos {

    private static final Logger LOGGER = LoggerFactory.getLogger(SweepPhotos.class);
    private static final Duration AGE = Duration.ofDays(1);

    private final Attachments attachments;
    private final Lookup photos;

    @Autowired
    SweepPhotos(Attachments attachments, Views views) {
        this(attachments, views.lookup("report_photos"));
    }

    SweepPhotos(Attachments attachments, Lookup photos) {
        this.attachments = attachments;
        this.photos = photos;
    }

    @Scheduled(initialDelayString = "${shouwang.report.photo-sweep-after}", fixedDelayString = "P1D")
    void sweep() {
        try {
            var swept = attachments.sweep(
                    PhotoIntake.KIND, AGE, photo -> photos.one(photo).isPresent());
            if (swept > 0) {
                LOGGER.info("swept {} photos that no report names", swept);
            }
        } catch (RuntimeException failure) {
            LOGGER.warn("photos could not be swept: {}", failure.getClass().getName());
        }
    }
}
