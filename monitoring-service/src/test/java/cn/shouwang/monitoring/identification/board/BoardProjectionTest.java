package cn.shouwang.monitoring.identification.board;

import static cn.shouwang.monitoring.identification.Case.APPRAISED;
import static cn.shouwang.monitoring.identification.Case.ENDED;
import static cn.shouwang.monitoring.identification.Case.OBJECTED;
import static cn.shouwang.monitoring.identification.Case.PUBLICIZED;
import static cn.shouwang.monitoring.identification.Case.REJECTED;
import static cn.shouwang.monitoring.identification.Case.UPHELD;
import static cn.shouwang.monitoring.identification.Case.VILLAGE;
import static org.assertj.core.api.Assertions.assertThat;

import cn.shouwang.monitoring.Rendered;
import java.util.List;
import org.bson.BsonString;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class BoardProjectionTest {

    @Test
    void a_notice_hangs_in_its_village_with_its_days() {
        assertThat(Rendered.set(BoardProjection.change(PUBLICIZED)))
                .containsOnlyKeys("hanging", "from", "until")
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
}
