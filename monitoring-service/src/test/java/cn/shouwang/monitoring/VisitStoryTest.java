package cn.shouwang.monitoring;

import static org.assertj.core.api.Assertions.assertThat;

import cn.shouwang.monitoring.dataset.Ids;
import cn.shouwang.platform.security.Role;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/// A helper's visit, sent by a device that does not know whether it arrived, over HTTP.
@DisplayNameGeneration(ReplaceUnderscores.class)
class VisitStoryTest {

    private static final String VILLAGE = "440233101203";
    private static final String MEMBER = "00000000-0000-4000-8000-000000000001";

    private static final Calls CALLS = Calls.start();

    private final String village = CALLS.token("cun01", Role.VILLAGE_COMMITTEE, VILLAGE);

    @AfterAll
    static void stop() {
        CALLS.close();
    }

    @Test
    void a_visit_sent_twice_under_one_key_counts_once_and_another_under_that_key_is_refused() {
        var household = CALLS.post("/households", village, """
                {"village": "%s", "baseType": "ORDINARY", "members": [
                  {"member": "%s", "person": {"name": "测某", "document": "%s", "relation": "HEAD",
                   "labour": "ORDINARY", "health": ["HEALTHY"], "student": false}}], "on": "2025-11-01"}""".formatted(VILLAGE, MEMBER, Ids.text(1)))
                .id();
        var visits = "/households/" + household + "/visits";
        var visit = "00000000-0000-4000-8000-0000000000b1";

        var first = CALLS.post(visits, village, visit(visit, "无变化"), visit).accepted();
        var again = CALLS.post(visits, village, visit(visit, "无变化"), visit).accepted();
        assertThat(again.text()).isEqualTo(first.text());
        assertThat(told(household)).containsOnlyOnce("helper.visit-recorded");

        var changed = CALLS.post(visits, village, visit(visit, "老人住院"), visit);
        assertThat(changed.status()).isEqualTo(422);
        changed.refused("idempotency.key-reused");
        CALLS.post(visits, village, visit(visit, "老人住院")).refused("helper.visit-known");
        assertThat(told(household)).containsOnlyOnce("helper.visit-recorded");

        var next = "00000000-0000-4000-8000-0000000000b2";
        CALLS.post(visits, village, visit(next, "老人住院"), next).accepted();
        var counted = CALLS.items("/visits?size=50", village);
        assertThat(counted)
                .singleElement()
                .satisfies(row -> assertThat(row.get("visits").asInt()).isEqualTo(2));
    }

    private List<String> told(String household) {
        return CALLS.items("/households/" + household + "/timeline?size=50", village).stream()
                .map(item -> item.get("name").asString())
                .toList();
    }

    private static String visit(String visit, String changes) {
        return """
                {"visit": "%s", "mode": "ONSITE", "visitors": ["bang01"], "met": ["%s"],
                 "guarantees": {"housingProblem": false, "childOutOfSchool": false, "waterProblem": false,
                                "memberUninsured": false},
                 "incomeDeltaYuan": 0, "photos": [], "changes": "%s", "at": "2025-11-13T01:30:00Z",
                 "on": "2025-11-13"}""".formatted(visit, MEMBER, changes);
    }
}
