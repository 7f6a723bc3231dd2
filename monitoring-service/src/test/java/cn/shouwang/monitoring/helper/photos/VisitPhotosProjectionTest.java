package cn.shouwang.monitoring.helper.photos;

import static cn.shouwang.monitoring.helper.Visits.*;
import static cn.shouwang.monitoring.identification.Case.VILLAGE;
import static org.assertj.core.api.Assertions.assertThat;

import cn.shouwang.platform.sealing.SealedText;
import cn.shouwang.platform.test.TestViews;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class VisitPhotosProjectionTest {

    private final TestViews rows = new TestViews(new VisitPhotosProjection());

    @Test
    void where_and_when_it_was_taken_is_sealed_and_forgotten_with_the_visit() {
        rows.given(VISITED, PHOTO_ADDED);
        assertThat(rows.row(SHOT.photo()).get("position", SealedText.class).text())
                .contains("25.05,114.2");
        assertThat(rows.row(SHOT.photo()).get("takenAt", SealedText.class).text())
                .contains("2025-11-18T09:31");
        rows.again().rebuilt();
        rows.forget(FIRST);
        assertThat(rows.row(SHOT.photo()).get("position", SealedText.class).text())
                .isEmpty();
        assertThat(rows.row(SHOT.photo()).get("takenAt", SealedText.class).text())
                .isEmpty();
        assertThat(rows.row(SHOT.photo())).containsEntry("division", VILLAGE).containsEntry("digest", NAMED);
    }

    @Test
    void a_photo_keeps_when_its_visit_was_made_and_when_it_arrived() {
        rows.given(VISITED, PHOTO_ADDED);
        assertThat(rows.row(SHOT.photo()))
                .containsEntry("visitedAt", "2025-11-18T09:30:00Z")
                .containsEntry("arrivedAt", "2025-03-02T04:00:01Z");
    }

    @Test
    void a_photo_that_a_correction_keeps_is_that_of_the_correction_and_stays_sealed_where_it_was() {
        rows.given(VISITED, PHOTO_ADDED, CORRECTED, PHOTOS_KEPT).again().rebuilt();
        assertThat(rows.row(SHOT.photo())).containsEntry("visit", THIRD.toString());
        rows.forget(FIRST);
        assertThat(rows.row(SHOT.photo()).get("position", SealedText.class).text())
                .isEmpty();
    }
}
