package cn.shouwang.monitoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.shouwang.monitoring.dataset.Ids;
import cn.shouwang.monitoring.household.BaseType;
import cn.shouwang.monitoring.household.Health;
import cn.shouwang.monitoring.household.HouseholdEvent.HouseholdRegistered;
import cn.shouwang.monitoring.household.HouseholdId;
import cn.shouwang.monitoring.household.LabourAbility;
import cn.shouwang.monitoring.household.MemberId;
import cn.shouwang.monitoring.household.Newcomer;
import cn.shouwang.monitoring.household.Newcomer.Joining;
import cn.shouwang.monitoring.household.Newcomers;
import cn.shouwang.monitoring.household.Person;
import cn.shouwang.monitoring.household.Relation;
import cn.shouwang.monitoring.person.PersonName;
import cn.shouwang.platform.command.Bulk.Cause;
import cn.shouwang.platform.security.Actor;
import cn.shouwang.platform.security.Role;
import cn.shouwang.platform.store.LogEngine;
import cn.shouwang.platform.store.Recorded;
import java.time.Duration;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/// Two services on one log register very many at once, while the readers of both give way.
@DisplayNameGeneration(ReplaceUnderscores.class)
class RushStoryTest {

    private static final String TITLES = "户编号,行政村代码,户类型,联系电话,自然村,人编号,姓名,证件号码,与户主关系,劳动技能,健康状况,在校生状况\n";
    private static final String VILLAGE = "440233101203";
    private static final int FILE = 400;
    private static final int SHARED = 300;

    private static final Calls ONE = Calls.start("shouwang.instance=one", "shouwang.enrolment.piece-households=20");
    private static final Calls TWO = ONE.another("shouwang.instance=two", "shouwang.enrolment.piece-households=20");

    private final String county = ONE.token("xian01", Role.COUNTY_OFFICER, "440233");
    private final String leader = ONE.token("xian02", Role.COUNTY_LEADER, "440233");

    @AfterAll
    static void stop() {
        TWO.close();
        ONE.close();
    }

    @Test
    void both_files_come_in_nobody_comes_twice_and_the_readers_of_both_go_on() throws Exception {
        var first = sent(ONE, 10_000);
        var second = sent(TWO, 20_000);
        var shared = IntStream.range(0, SHARED)
                .mapToObj(number -> newcomer(30_000 + number))
                .toList();
        var together = new CyclicBarrier(2);
        try (var threads = Executors.newFixedThreadPool(2)) {
            var here = threads.submit(() -> rush(ONE, first, shared, together));
            var there = threads.submit(() -> rush(TWO, second, shared, together));
            assertThat(here.get(2, TimeUnit.MINUTES)).isEmpty();
            assertThat(there.get(2, TimeUnit.MINUTES)).isEmpty();
        }
        completed(ONE, second);
        completed(TWO, first);

        var times = new HashMap<HouseholdId, Integer>();
        try (var events = ONE.bean(LogEngine.class).after(-1)) {
            events.map(Recorded::event)
                    .filter(HouseholdRegistered.class::isInstance)
                    .map(HouseholdRegistered.class::cast)
                    .forEach(event -> times.merge(event.household(), 1, Integer::sum));
        }
        assertThat(times).hasSize(2 * FILE + SHARED);
        assertThat(times.values()).containsOnly(1);

        for (var calls : List.of(ONE, TWO)) {
            await().atMost(Duration.ofMinutes(1)).until(() -> registered(calls), all -> all == 2 * FILE + SHARED);
        }
    }

    /// How many a service shows, -1 while its list is still built.
    private int registered(Calls calls) {
        var answer = calls.ask("/households?size=1", county);
        return answer.status() == 503
                ? -1
                : answer.accepted().json().get("total").asInt();
    }

    /// In the middle of its own rush the service approves its file and registers what the other registers too.
    private Map<HouseholdId, String> rush(Calls calls, JsonNode file, List<Newcomer> shared, CyclicBarrier together) {
        var newcomers = calls.bean(Newcomers.class);
        var refused = new HashMap<HouseholdId, String>();
        newcomers.during(() -> {
            meet(together);
            approve(calls, file);
            refused.putAll(newcomers.register(
                    shared, _ -> {}, calls.today(), Actor.policy("rush", "440233"), new Cause("rush", "rush")));
            meet(together);
        });
        return refused;
    }

    private static void meet(CyclicBarrier together) {
        try {
            together.await(1, TimeUnit.MINUTES);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private JsonNode sent(Calls calls, int first) {
        var rows = IntStream.range(first, first + FILE)
                .mapToObj(number -> "H%d,%s,一般农户,13800000001,第一组,P%d,测某,%s,户主,普通劳动力,健康,\n"
                        .formatted(number, VILLAGE, number, Ids.text(number)))
                .collect(Collectors.joining());
        return await().atMost(Duration.ofMinutes(1))
                .until(
                        () -> calls.file("/enrolments", county, "text/csv", TITLES + rows),
                        answer -> answer.status() != 503)
                .accepted()
                .json();
    }

    private void approve(Calls calls, JsonNode file) {
        calls.post(
                        "/enrolments/" + file.get("id").asString() + "/approval",
                        leader,
                        "{\"digest\": \"%s\", \"on\": \"%s\"}"
                                .formatted(file.get("digest").asString(), calls.today()))
                .accepted();
    }

    private void completed(Calls calls, JsonNode file) {
        var path = "/enrolments/" + file.get("id").asString() + "/progress";
        await().atMost(Duration.ofMinutes(2))
                .until(() -> calls.get(path, county).get("state").asString().equals("COMPLETED"));
        assertThat(calls.get(path, county).get("registered").asInt()).isEqualTo(FILE);
    }

    private static Newcomer newcomer(int number) {
        var person = Person.entered(
                PersonName.of("测某"),
                Ids.of(number),
                null,
                null,
                Relation.HEAD,
                LabourAbility.ORDINARY,
                EnumSet.of(Health.HEALTHY),
                false);
        return new Newcomer(
                new HouseholdId(new UUID(1, number)),
                VILLAGE,
                BaseType.ORDINARY,
                null,
                null,
                null,
                List.of(new Joining(new MemberId(new UUID(2, number)), person, null)));
    }
}
