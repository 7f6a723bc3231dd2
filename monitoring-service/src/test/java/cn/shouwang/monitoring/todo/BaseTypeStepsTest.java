package cn.shouwang.monitoring.todo;

import static cn.shouwang.monitoring.identification.Case.HOUSEHOLD;
import static cn.shouwang.monitoring.identification.Case.VILLAGE;
import static cn.shouwang.monitoring.identification.Case.november;
import static org.assertj.core.api.Assertions.assertThat;

import cn.shouwang.monitoring.household.BaseType;
import cn.shouwang.monitoring.household.HouseholdEvent.BaseTypeCorrected;
import cn.shouwang.monitoring.household.HouseholdEvent.BaseTypeDisputed;
import cn.shouwang.monitoring.household.HouseholdEvent.BaseTypeUpheld;
import cn.shouwang.platform.event.Placed;
import cn.shouwang.platform.test.TestViews;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class BaseTypeStepsTest {

    private static final BaseTypeDisputed DISPUTED =
            new BaseTypeDisputed(HOUSEHOLD, VILLAGE, BaseType.LIFTED, "录错", "名册", november(2));

    @Test
    void a_disputed_base_type_waits_for_the_county_until_it_has_decided() {
        var rows = new TestViews(new TodoProjection()).given(DISPUTED);
        var row = rows.row("base-type-" + HOUSEHOLD);
        assertThat(row).containsEntry("step", "CONFIRM_BASE_TYPE").containsEntry("division", VILLAGE);
        assertThat(row.getList("roles", String.class)).containsExactly("COUNTY_OFFICER", "COUNTY_LEADER");
        for (var answer : List.<Placed>of(
                new BaseTypeCorrected(HOUSEHOLD, VILLAGE, BaseType.LIFTED, november(2), november(2)),
                new BaseTypeUpheld(HOUSEHOLD, VILLAGE, "名册有误", november(3)))) {
            var done = new TestViews(new TodoProjection())
                    .given(DISPUTED, answer)
                    .again()
                    .rebuilt();
            assertThat(done.row("base-type-" + HOUSEHOLD).getList("roles", String.class, List.of()))
                    .isEmpty();
        }
    }
}
