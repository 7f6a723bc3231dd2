package cn.shouwang.monitoring.toolbox.table;

import static cn.shouwang.monitoring.toolbox.Policies.PUBLISHED;
import static cn.shouwang.monitoring.toolbox.Policies.REVISED;
import static cn.shouwang.monitoring.toolbox.Policies.SCHOOL;
import static cn.shouwang.monitoring.toolbox.Policies.SPRING;
import static cn.shouwang.monitoring.toolbox.Policies.STRICTER;
import static cn.shouwang.monitoring.toolbox.Policies.SUMMER;
import static cn.shouwang.monitoring.toolbox.Policies.TERMS;
import static cn.shouwang.monitoring.toolbox.Policies.TOWN;
import static cn.shouwang.monitoring.toolbox.Policies.WITHDRAWN;
import static cn.shouwang.monitoring.toolbox.Policies.WORK;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import cn.shouwang.monitoring.toolbox.PolicyEvent;
import cn.shouwang.monitoring.toolbox.PolicyEvent.PolicyPublished;
import cn.shouwang.monitoring.toolbox.PolicyId;
import cn.shouwang.monitoring.toolbox.Toolbox.InForce;
import cn.shouwang.platform.projection.Lookup;
import cn.shouwang.platform.projection.Rows;
import cn.shouwang.platform.store.Recorded;
import cn.shouwang.platform.test.Servers;
import cn.shouwang.platform.test.TestViews;
import com.mongodb.client.MongoCollection;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.axonframework.messaging.MetaData;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class PublishedPoliciesTest {

    private static final String VILLAGE = "440233101203";

    private final MongoCollection<Document> rows = Servers.freshDatabase().getCollection("policies");
    private final Lookup lookup = mock();
    private final PublishedPolicies policies = new PublishedPolicies(lookup);
    private long position;

    @BeforeEach
    void readTheRows() {
        when(lookup.find(any(), any(), anyInt())).thenAnswer(asked -> rows.find(asked.<Bson>getArgument(0))
                .sort(asked.<Bson>getArgument(1))
                .limit(asked.<Integer>getArgument(2))
                .into(new ArrayList<>()));
    }

    @Test
    void a_village_has_the_policies_of_its_town_and_of_the_county() {
        write(PUBLISHED);
        write(new PolicyPublished(SCHOOL, "440233", 1, TERMS, SPRING));

        assertThat(ids(VILLAGE, SUMMER)).containsExactly(WORK, SCHOOL);
        assertThat(ids("440233102200", SUMMER)).containsExactly(SCHOOL);
        assertThat(ids("440233", SUMMER)).containsExactly(SCHOOL);
    }

    @Test
    void M15_each_day_has_the_latest_version_begun_by_then() {
        write(PUBLISHED);
        write(REVISED);

        assertThat(policies.inForce(VILLAGE, SPRING.minusDays(1))).isEmpty();
        assertThat(policies.inForce(VILLAGE, SPRING)).containsExactly(new InForce(WORK, 1, TOWN, TERMS));
        assertThat(policies.inForce(VILLAGE, SUMMER.minusDays(1))).containsExactly(new InForce(WORK, 1, TOWN, TERMS));
        assertThat(policies.inForce(VILLAGE, SUMMER)).containsExactly(new InForce(WORK, 2, TOWN, STRICTER));
    }

    @Test
    void when_the_latest_version_has_run_out_none_is_in_force() {
        write(PUBLISHED);
        write(REVISED);

        assertThat(policies.inForce(VILLAGE, LocalDate.of(2025, 12, 31))).hasSize(1);
        assertThat(policies.inForce(VILLAGE, LocalDate.of(2026, 1, 1))).isEmpty();
    }

    @Test
    void a_withdrawn_policy_stays_in_force_for_the_days_before() {
        write(PUBLISHED);
        write(REVISED);
        write(WITHDRAWN);

        assertThat(policies.inForce(VILLAGE, SPRING)).hasSize(1);
        assertThat(policies.inForce(VILLAGE, WITHDRAWN.from().minusDays(1))).hasSize(1);
        assertThat(policies.inForce(VILLAGE, WITHDRAWN.from())).isEmpty();
    }

    @Test
    void rows_are_the_same_again_and_anew() {
        var views = new TestViews(new PolicyTableProjection())
                .given(PUBLISHED, REVISED, WITHDRAWN)
                .again()
                .rebuilt();

        assertThat(PolicyTable.entry(views.row(WORK + "@1")))
                .satisfies(entry -> assertThat(entry.amountYuan()).isEqualByComparingTo("300"))
                .satisfies(entry -> assertThat(entry.reason()).isNull())
                .satisfies(entry -> assertThat(entry.withdrawnFrom()).isEqualTo(WITHDRAWN.from()));
        assertThat(PolicyTable.entry(views.row(WORK + "@2")))
                .satisfies(entry -> assertThat(entry.reason()).isEqualTo("资金减少"))
                .satisfies(entry -> assertThat(entry.until()).isEqualTo("2025-12-31"))
                .satisfies(entry -> assertThat(entry.withdrawnFrom()).isEqualTo(WITHDRAWN.from()));
    }

    private List<PolicyId> ids(String division, LocalDate on) {
        return policies.inForce(division, on).stream().map(InForce::policy).toList();
    }

    private void write(PolicyEvent event) {
        var recorded = new Recorded(
                position, "stream", position, "event-" + position, Instant.EPOCH, event, MetaData.emptyInstance());
        position++;
        Rows.write(new PolicyTableProjection(), List.of(recorded), rows);
    }
}
