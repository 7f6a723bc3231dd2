package cn.shouwang.monitoring.identification.board;

import static cn.shouwang.monitoring.identification.Case.APPRAISED;
import static cn.shouwang.monitoring.identification.Case.ENDED;
import static cn.shouwang.monitoring.identification.Case.HOUSEHOLD;
import static cn.shouwang.monitoring.identification.Case.OBJECTED;
import static cn.shouwang.monitoring.identification.Case.PUBLICIZED;
import static cn.shouwang.monitoring.identification.Case.REJECTED;
import static cn.shouwang.monitoring.identification.Case.UPHELD;
import static cn.shouwang.monitoring.identification.Case.VILLAGE;
import static cn.shouwang.monitoring.identification.Case.november;
import static org.assertj.core.api.Assertions.assertThat;

import cn.shouwang.monitoring.Rendered;
import cn.shouwang.platform.test.Servers;
import java.util.List;
import org.bson.BsonString;
import org.bson.Document;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class BoardProjectionTest {

    @Test
    void a_notice_hangs_in_its_village_with_its_days() {
        assertThat(Rendered.set(BoardProjection.change(PUBLICIZED)))
                .containsOnlyKeys("matter", "hanging", "from", "until")
                .containsEntry("hanging", new BsonString(VILLAGE))
                .containsEntry("until", new BsonString("2025-11-09"));
    }

    @Test
    void only_the_proposed_category_is_kept_of_the_appraisal() {
        assertThat(Rendered.set(BoardProjection.change(APPRAISED))).containsOnlyKeys("category");
    }

    @Test
    void a_notice_comes_down_with_its_end_an_upheld_objection_or_a_rejection() {
        for (var end : List.of(ENDED, UPHELD, REJECTED)) {
            assertThat(Rendered.unset(BoardProjection.change(end))).containsKey("hanging");
        }
        assertThat(Rendered.unset(BoardProjection.change(OBJECTED))).isEmpty();
    }

    @Test
    void a_notice_nobody_took_down_is_not_shown_after_its_last_day_and_the_days_of_grace() {
        var rows = Servers.freshDatabase().getCollection("board");
        rows.insertOne(new Document("_id", HOUSEHOLD.toString())
                .append("hanging", VILLAGE)
                .append("from", PUBLICIZED.on().toString())
                .append("until", PUBLICIZED.until().toString()));
        assertThat(List.of(november(3), november(4), november(12), november(13)))
                .extracting(day -> rows.countDocuments(Board.hanging(VILLAGE, day, 3)))
                .as("the day before, the first day, the last day of grace, the day after")
                .containsExactly(0L, 1L, 1L, 0L);
    }
}
