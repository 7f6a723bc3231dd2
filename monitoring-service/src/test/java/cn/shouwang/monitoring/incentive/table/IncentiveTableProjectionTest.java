package cn.shouwang.monitoring.incentive.table;

import static cn.shouwang.monitoring.incentive.IncentiveSamples.LOWER;
import static cn.shouwang.monitoring.incentive.IncentiveSamples.PUBLISHED;
import static cn.shouwang.monitoring.incentive.IncentiveSamples.REVISED;
import static cn.shouwang.monitoring.incentive.IncentiveSamples.TERMS;
import static cn.shouwang.monitoring.incentive.IncentiveSamples.TOWN;
import static cn.shouwang.monitoring.incentive.IncentiveSamples.WITHDRAWN;
import static cn.shouwang.monitoring.incentive.IncentiveSamples.WORK;
import static org.assertj.core.api.Assertions.assertThat;

import cn.shouwang.monitoring.incentive.IncentiveRules;
import cn.shouwang.platform.test.TestViews;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class IncentiveTableProjectionTest {

    private final TestViews views = new TestViews(new IncentiveTableProjection());

    @Test
    void a_rule_is_read_with_all_its_versions_and_the_day_of_its_end() {
        var row = views.given(PUBLISHED, REVISED, WITHDRAWN).again().rebuilt().row(WORK);

        assertThat(RuleRow.rule(row))
                .isEqualTo(new IncentiveRules.Published(WORK, TOWN, List.of(TERMS, LOWER), WITHDRAWN.from()));
        assertThat(IncentiveTable.entry(row).versions()).containsExactly(TERMS, LOWER);
    }

    @Test
    void one_that_was_not_withdrawn_has_no_end() {
        assertThat(RuleRow.rule(views.given(PUBLISHED).row(WORK)).withdrawnFrom())
                .isNull();
    }
}
