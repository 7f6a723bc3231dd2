package cn.shouwang.monitoring.household.file;

import static cn.shouwang.monitoring.identification.Case.*;
import static org.assertj.core.api.Assertions.assertThat;

import cn.shouwang.monitoring.Rendered;
import cn.shouwang.monitoring.household.BaseType;
import cn.shouwang.monitoring.household.HouseholdEvent.HouseholdRegistered;
import cn.shouwang.monitoring.household.HouseholdEvent.MemberAdded;
import cn.shouwang.monitoring.household.Persons;
import cn.shouwang.monitoring.household.Relation;
import cn.shouwang.monitoring.identification.IdentificationEvent;
import cn.shouwang.monitoring.person.Phone;
import java.util.List;
import org.bson.BsonString;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class HouseholdFileProjectionTest {

    @Test
    void what_is_personal_is_masked_or_not_in_the_file_at_all() {
        var registered = new HouseholdRegistered(
                HOUSEHOLD, VILLAGE, BaseType.ORDINARY, "三组12号", Phone.of("13800000000"), november(1));
        assertThat(Rendered.set(HouseholdFileProjection.change(registered)).toJson())
                .contains("138****0000")
                .doesNotContain("三组12号", "13800000000");
        var added = new MemberAdded(HOUSEHOLD, VILLAGE, HEAD, Persons.of(Persons.MAN, Relation.HEAD), november(1));
        assertThat(Rendered.set(HouseholdFileProjection.change(added)).toJson())
                .contains("林*一", "999999********0017")
                .doesNotContain("林守一", "19700101", "1970-01-01", "HEALTHY");
    }

    @Test
    void no_free_text_of_a_case_is_in_the_file() {
        for (IdentificationEvent event :
                List.of(PUBLICIZED, OBJECTED, UPHELD, DISMISSED, REVIEWED, RETURNED, REJECTED)) {
            assertThat(Rendered.set(CaseRows.change(event)).toJson())
                    .doesNotContain(NOTICE, "小汽车", "经查属实", "车辆", "同意", "材料不全", "收入稳定");
        }
    }

    @Test
    void every_event_is_the_last_step_of_its_cycle() {
        assertThat(Rendered.set(CaseRows.change(DETERMINED)))
                .containsEntry("cycles.1.lastStep", new BsonString("identification.household-determined"))
                .containsEntry("cycles.1.lastOn", new BsonString("2025-11-12"));
    }
}
