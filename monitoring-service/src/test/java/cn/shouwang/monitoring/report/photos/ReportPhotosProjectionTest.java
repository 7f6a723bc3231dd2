package cn.shouwang.monitoring.report.photos;

import static cn.shouwang.monitoring.report.Samples.MONDAY;
import static cn.shouwang.monitoring.report.Samples.REPORT;
import static cn.shouwang.monitoring.report.Samples.VILLAGE;
import static org.assertj.core.api.Assertions.assertThat;

import cn.shouwang.monitoring.photo.PhotoId;
import cn.shouwang.monitoring.photo.Position;
import cn.shouwang.monitoring.report.ReportEvent.PhotoAdded;
import cn.shouwang.platform.sealing.SealedText;
import cn.shouwang.platform.test.TestViews;
import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ReportPhotosProjectionTest {

    private static final PhotoId PHOTO = PhotoId.of(REPORT.value(), "like");

    private final TestViews rows = new TestViews(new ReportPhotosProjection());

    @Test
    void where_and_when_it_was_taken_is_sealed_and_forgotten_with_the_household() {
        rows.given(added(new Position(24.05, 114.2), LocalDateTime.of(2025, 3, 3, 9, 30)));
        assertThat(rows.row(PHOTO).get("position", SealedText.class).text()).contains("24.05,114.2");
        rows.again().rebuilt();
        rows.forget(REPORT);
        assertThat(rows.row(PHOTO).get("position", SealedText.class).text()).isEmpty();
        assertThat(rows.row(PHOTO).get("takenAt", SealedText.class).text()).isEmpty();
        assertThat(rows.row(PHOTO)).containsEntry("likeness", "like").containsEntry("division", VILLAGE);
    }

    @Test
    void a_camera_that_says_nothing_leaves_nothing() {
        assertThat(rows.given(added(null, null)).row(PHOTO)).doesNotContainKeys("position", "takenAt");
    }

    private static PhotoAdded added(@Nullable Position position, @Nullable LocalDateTime takenAt) {
        return new PhotoAdded(REPORT, VILLAGE, PHOTO, 9, "hash", 4, 3, "like", position, takenAt, MONDAY);
    }
}
