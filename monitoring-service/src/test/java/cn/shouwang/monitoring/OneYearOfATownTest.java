package cn.shouwang.monitoring;

import static cn.shouwang.monitoring.Town.FIRST;
import static cn.shouwang.monitoring.Town.SECOND;
import static cn.shouwang.monitoring.Town.THIRD;
import static cn.shouwang.monitoring.Town.items;
import static cn.shouwang.monitoring.Town.on;
import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;
import static org.awaitility.Awaitility.await;

import cn.shouwang.monitoring.ByHand.Count;
import cn.shouwang.monitoring.Family.Found;
import cn.shouwang.monitoring.Family.Seen;
import cn.shouwang.monitoring.Town.Report;
import cn.shouwang.platform.store.LogEngine;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import tools.jackson.databind.JsonNode;

/// One year of a town with three villages, over HTTP. The chapters build on one another and are read from
/// top to bottom.
///
/// The year ends today and is entered today from paper, each step with the day on which it happened; only
/// what comes in through the public door, or from a department's file, happens today.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
@DisplayNameGeneration(ReplaceUnderscores.class)
@SuppressWarnings("NullAway.Init") // earlier chapters fill the fields
class OneYearOfATownTest {

    private static final Found ILL = Found.of("MARGINAL", 9_800, "ILLNESS");

    private static final Pattern SCHEMA = Pattern.compile("#/components/schemas/([\\w.-]+)");

    private Calls calls;
    private Town town;
    private LocalDate today;
    private LocalDate newYear;
    private Family ill;
    private Family lifted;
    private Family struck;
    private Family alone;
    private final Map<String, String> refusals = new TreeMap<>();
    private final Map<String, Family> removed = new HashMap<>();

    @BeforeAll
    void the_service_runs_and_the_line_is_published() {
        calls = Calls.start("shouwang.test-division=true");
        town = new Town(calls);
        today = calls.today();
        newYear = today.minusYears(1);
        await().until(() -> calls.ask("/public/line?division=" + FIRST, "").status() == 200);
    }

    @AfterAll
    void stop() {
        calls.close();
    }

    @Test
    @Order(1)
    void a_household_that_called_is_found_marginal_and_reads_it() {
        var report = town.reportsByTelephone(FIRST, newYear);
        var clue = town.accepts(report, newYear.plusDays(1));
        assertThat(town.clue(clue).get("channel").asString()).isEqualTo("SELF_PHONE");
        ill = town.registers(FIRST, "ORDINARY", newYear, town.head(), town.relative("SIBLING", "ORDINARY"));
        ill.becomesMonitored(clue, newYear.plusDays(1), ILL);

        ends(clue, "INCLUDED", ill.decisionNo(newYear.plusDays(12)));
        tells(report, "INCLUDED");
        assertThat(ill.lastCase().at("/decision/category").asString()).isEqualTo("MARGINAL");
    }

    @Test
    @Order(2)
    void a_lifted_household_is_objected_to_verified_again_and_found_unstable() {
        var report = town.reportsAtTheWindow(SECOND, newYear.plusDays(2));
        var clue = town.accepts(report, newYear.plusDays(2));
        assertThat(town.clue(clue).get("channel").asString()).isEqualTo("SELF_WINDOW");
        lifted = town.registers(SECOND, "LIFTED", newYear.plusDays(2), town.head());
        var day = newYear.plusDays(3);
        var before = Found.of("UNSTABLE_LIFTED", 7_200, "UNSTABLE_WORK");
        lifted.goesOnTheBoard(clue, day, before).isObjectedTo(day.plusDays(5));
        calls.post(lifted.path("/identification/publicity-end"), town.committee(SECOND), on(day.plusDays(9)))
                .refused("identification.objection-open");
        lifted.hasItsObjectionUpheld(day.plusDays(6));
        assertThat(lifted.lastCase().get("lastStep").asString()).isEqualTo("identification.objection-upheld");
        calls.post(lifted.path("/identification/town-review"), town.office, """
                {"opinion": "同意", "on": "%s"}""".formatted(day.plusDays(9)))
                .refused("identification.out-of-order");

        var after = Found.of("UNSTABLE_LIFTED", 10_400, "UNSTABLE_WORK", "ILLNESS");
        lifted.isVisited(day.plusDays(7), after.yuan())
                .isProposed(day.plusDays(8), after)
                .isHungOut(day.plusDays(8))
                .comesOffTheBoard(day.plusDays(8), after);

        ends(clue, "INCLUDED", lifted.decisionNo(day.plusDays(16)));
        tells(report, "INCLUDED");
        var decision = lifted.lastCase().get("decision");
        assertThat(decision.get("category").asString()).isEqualTo("UNSTABLE_LIFTED");
        assertThat(decision.get("incomePerHeadFen").asLong()).isEqualTo(1_040_000);
    }

    @Test
    @Order(3)
    void a_household_struck_by_an_accident_is_helped_at_once_and_determined_later() {
        var day = newYear.plusDays(5);
        var clue = town.notices(THIRD, day);
        assertThat(town.clue(clue).get("channel").asString()).isEqualTo("GRASSROOTS_CHECK");
        struck = town.registers(
                THIRD,
                "ORDINARY",
                day,
                town.head(),
                town.relative("SIBLING", "ORDINARY"),
                town.relative("SIBLING", "NONE"));
        var hardship = Found.of("SUDDEN_HARDSHIP", 15_000, "ACCIDENT");
        calls.post(struck.path("/urgent-aid"), town.office, aid(day)).refused("assistance.no-case");
        struck.isOpened(clue, day);
        calls.post(struck.path("/urgent-aid"), town.office, aid(day)).accepted();
        assertThat(struck.lastCase().get("decision").isNull()).isTrue();
        assertThat(struck.file().at("/urgentAid/0/amountFen").asLong()).isEqualTo(300_000);

        struck.isVisited(day.plusDays(1), hardship.yuan())
                .isAuthorized(day.plusDays(1))
                .isProposed(day.plusDays(2), hardship)
                .isHungOut(day.plusDays(2))
                .comesOffTheBoard(day.plusDays(2), hardship);
        ends(clue, "INCLUDED", struck.decisionNo(day.plusDays(10)));
        assertThat(struck.lastCase().at("/decision/category").asString()).isEqualTo("SUDDEN_HARDSHIP");
        assertThat(struck.timeline())
                .containsSubsequence("assistance.urgent-aid-granted", "identification.household-determined");
    }

    private static String aid(LocalDate on) {
        return """
                {"reason": "车祸住院急需押金", "amountYuan": 3000, "on": "%s"}""".formatted(on);
    }

    @Test
    @Order(4)
    void a_department_tells_of_a_household_in_which_nobody_can_work() {
        var clue = town.isToldByADepartment(FIRST, newYear.plusDays(6));
        assertThat(town.clue(clue).get("channel").asString()).isEqualTo("DEPARTMENT_DATA");
        alone = town.registers(FIRST, "ORDINARY", newYear.plusDays(6), town.headUnableToWork());
        alone.becomesMonitored(clue, newYear.plusDays(6), ILL);
        ends(clue, "INCLUDED", alone.decisionNo(newYear.plusDays(17)));

        town.registers(SECOND, "ORDINARY", newYear.plusDays(6), town.headUnableToWork())
                .becomesMonitored(null, newYear.plusDays(6), ILL);
    }

    @Test
    @Order(5)
    void a_department_s_file_finds_a_household_through_batch_approval_alert_and_dispatch() {
        var patient = town.head();
        var family = town.registers(THIRD, "ORDINARY", newYear, patient);
        var batch = calls.post("/batches", town.department, """
                {"dataset": "SERIOUS_DISEASE", "from": "%s", "until": "%s", "ground": "minfa-2022-85",
                 "reference": "试函1号", "on": "%s"}""".formatted(today.minusDays(30), today, today))
                .id();
        var path = "/batches/" + batch;
        calls.file(path + "/file", town.department, "text/csv", """
                身份证号,确诊日期
                %s,%s
                """.formatted(patient.document(), today.minusDays(9)))
                .accepted();
        assertThat(calls.get("/alerts", town.office).get("total").asInt()).isZero();
        calls.post(path + "/approval", town.leader, on(today)).accepted();
        var alert = items(calls.eventually(
                        "/alerts?division=" + THIRD,
                        town.office,
                        page -> page.get("items").size() == 1))
                .getFirst();
        assertThat(alert.get("household").asString()).isEqualTo(family.household);
        var number = alert.get("alert").asString();
        calls.post("/alerts/" + number + "/dispatch", town.office, on(today)).accepted();
        var clue = alertedClue(number);
        assertThat(town.clue(clue).get("channel").asString()).isEqualTo("SYSTEM_ALERT");

        family.isOpened(clue, today).isVisited(today, 26_000).isRejected("NO_RISK", today);
        ends(clue, "NOT_ELIGIBLE", "经核实不符合");
        calls.eventually(
                "/alerts?state=VERIFIED", town.office, page -> page.toString().contains(number));
    }

    private String alertedClue(String alert) {
        var open = calls.eventually("/clues?state=OPEN&size=200", town.office, page -> page.toString()
                .contains(alert));
        return items(open).stream()
                .filter(clue -> clue.get("evidence").asString().contains(alert))
                .findFirst()
                .orElseThrow()
                .get("clue")
                .asString();
    }

    @Test
    @Order(6)
    void a_code_is_scanned_a_neighbour_reports_and_both_read_how_it_ended() {
        var scanned = town.reportsByQrCode(FIRST);
        var clue = town.accepts(scanned, today);
        assertThat(town.clue(clue).get("channel").asString()).isEqualTo("SELF_QR");
        calls.post("/clues/" + clue + "/outcome", town.committee(FIRST), """
                {"outcome": "POLICY_SOLVED", "reason": "临时救助已到位", "on": "%s"}""".formatted(today))
                .accepted();
        ends(clue, "POLICY_SOLVED", "临时救助已到位");
        tells(scanned, "POLICY_SOLVED");

        var delegated = town.reportsThroughANeighbour(SECOND);
        var second = town.accepts(delegated, today);
        assertThat(town.clue(second).get("channel").asString()).isEqualTo("SELF_DELEGATED");
        town.registers(SECOND, "ORDINARY", today, town.head())
                .isOpened(second, today)
                .isRejected("REFUSED_BY_HOUSEHOLD", today);
        ends(second, "REFUSED_BY_HOUSEHOLD", "经核实不符合");
        tells(delegated, "REFUSED_BY_HOUSEHOLD");
    }

    @Test
    @Order(7)
    void two_reports_are_not_followed_and_the_households_read_why() {
        for (var reason : List.of("NOT_THIS_VILLAGE", "CANNOT_CONTACT")) {
            var report = town.reportsAtTheWindow(THIRD, newYear.plusDays(20));
            town.refuses(report, reason, newYear.plusDays(21));
            var told = town.progress(report, "REFUSED");
            assertThat(told.at("/refusal/words").asString()).isNotBlank();
            assertThat(steps(told)).containsExactly("RECEIVED", "REFUSED", "REFUSAL_TOLD");
            refusals.put(told.at("/refusal/reason").asString(), report.id());
        }
    }

    @Test
    @Order(8)
    void three_cases_are_rejected_each_for_another_reason_and_the_households_read_the_result() {
        var day = newYear.plusDays(22);
        rejected(day, "NOT_PROPOSED", family -> family.isAuthorized(day.plusDays(2))
                .isNotProposed(day.plusDays(2)));
        rejected(day, "OBJECTION_UPHELD", family -> family.isAuthorized(day.plusDays(2))
                .isProposed(day.plusDays(3), ILL)
                .isHungOut(day.plusDays(3))
                .isObjectedTo(day.plusDays(5))
                .hasItsObjectionUpheld(day.plusDays(6)));
        rejected(day, "FALSE_INFORMATION", family -> family);

        assertThat(refusals)
                .containsOnlyKeys(
                        "NOT_THIS_VILLAGE", "CANNOT_CONTACT", "NOT_PROPOSED", "OBJECTION_UPHELD", "FALSE_INFORMATION");
        assertThat(refusals.values()).doesNotHaveDuplicates();
    }

    private interface Course {
        Family goes(Family family);
    }

    private void rejected(LocalDate day, String reason, Course course) {
        var report = town.reportsByTelephone(THIRD, day);
        var clue = town.accepts(report, day.plusDays(1));
        var family = town.registers(THIRD, "ORDINARY", day, town.head());
        family.isOpened(clue, day.plusDays(1)).isVisited(day.plusDays(2), ILL.yuan());
        course.goes(family).isRejected(reason, day.plusDays(9));

        var rejection = family.lastCase().get("rejection");
        assertThat(rejection.get("reason").asString()).isEqualTo(reason);
        assertThat(rejection.get("tellBy").asString())
                .isGreaterThan(day.plusDays(9).toString());
        ends(clue, "NOT_ELIGIBLE", "经核实不符合");
        tells(report, "NOT_ELIGIBLE");
        refusals.put(rejection.get("reason").asString(), report.id());
    }

    @Test
    @Order(9)
    void help_answers_the_risk_that_was_found_or_needs_a_ground() {
        var day = newYear.plusDays(15);
        var measure = UUID.randomUUID().toString();
        ill.plans(measure, "EMPLOYMENT", "UNSTABLE_WORK", null, day).refused("assistance.risk-not-found");
        ill.plans(measure, "INDUSTRY", "ILLNESS", null, day).refused("assistance.family-unsuited");
        ill.plans(measure, "INDUSTRY", "ILLNESS", "病后不能外出，改养蜂", day).accepted();
        var treatment = ill.isPromisedTreatment(day);
        ill.isTreated(treatment, day.plusDays(1));

        assertThat(ill.file().get("measures").valueStream().map(each -> each.get("family")
                        .asString()))
                .containsExactlyInAnyOrder("INDUSTRY", "HEALTH");
    }

    /// Nine households, each of which misses exactly one criterion and then none.
    @Test
    @Order(10)
    void every_criterion_of_a_removal_blocks_one_household_until_it_holds() {
        blocked("OBSERVED", "5", Seen.now());
        blocked("STABLE_INCOME", "5", Seen.now().stableMonths(5));
        blocked("ABOVE_LINE", "1161000", Seen.now().yuan(11_610));
        blocked("EXPENSE_SOLVED", "", Seen.now().solved(false));
        blocked("GUARANTEES", "WATER", Seen.now().waterProblem(true));
        blocked("RISKS_GONE", "ILLNESS", Seen.now().nothingGone());
        blocked("NO_NEW_RISK", "", Seen.now().newRisk(true));
        blocked("MEASURE_IN_PLACE", "ILLNESS", Seen.now());
        blocked("HAS_LABOUR", "", Seen.now());
        assertThat(removed).hasSize(9);
    }

    private void blocked(String criterion, String found, Seen seen) {
        var village = List.of(FIRST, SECOND, THIRD).get(removed.size() % 3);
        var nobody = criterion.equals("HAS_LABOUR");
        var family = town.registers(village, "ORDINARY", newYear, nobody ? town.headUnableToWork() : town.head());
        family.becomesMonitored(null, newYear, ILL);
        var since = newYear.plusDays(11);
        var treatment = family.isPromisedTreatment(since);
        if (!criterion.equals("MEASURE_IN_PLACE")) {
            family.isTreated(treatment, since);
        }
        var early = since.plusMonths(6).minusDays(1);
        var ready = since.plusMonths(6).plusDays(3);
        var mode = Set.of("STABLE_INCOME", "EXPENSE_SOLVED").contains(criterion) ? "NATURAL" : "BY_ASSISTANCE";
        family.isProposedForRemoval(mode, early).isSeen(seen, criterion.equals("OBSERVED") ? early : ready);

        assertThat(missing(family)).containsExactly(entry(criterion, found));
        assertThat(family.lastExit().get("lastStep").asString()).isEqualTo("removal.blocked");
        calls.post(family.path("/removal/appraisal"), town.committee(village), """
                {"attendance": 30, "inFavour": 28, "against": 1, "abstained": 1, "minutes": "评议02", "on": "%s"}""".formatted(ready))
                .refused("removal.out-of-order");

        if (criterion.equals("MEASURE_IN_PLACE")) {
            family.isTreated(treatment, ready);
        }
        if (nobody) {
            family.isJoinedBy(town.relative("SIBLING", "ORDINARY"), "RETURNED", ready);
        }
        family.isSeen(Seen.now(), ready.plusDays(1));
        assertThat(missing(family)).isEmpty();
        family.isLetGo(ready.plusDays(2));
        var decision = family.lastExit().get("decision");
        assertThat(decision.get("mode").asString()).isEqualTo(mode);
        assertThat(decision.get("checks").size()).isEqualTo(9);
        removed.put(criterion, family);
    }

    /// What the file names as wanting, with what was found instead.
    private static Map<String, String> missing(Family family) {
        return family.lastExit()
                .get("checks")
                .valueStream()
                .filter(check -> check.get("outcome").asString().equals("MISSING"))
                .collect(toMap(check -> check.get("criterion").asString(), check -> check.path("found")
                        .asString("")));
    }

    @Test
    @Order(11)
    void a_removal_that_was_not_stable_is_reverted() {
        var family = family("OBSERVED");
        assertThat(roster("monitoring=MONITORED")).doesNotContain(family.household);
        assertThat(roster("monitoring=REMOVED")).contains(family.household);
        family.isReverted(today.minusDays(60));

        assertThat(roster("monitoring=MONITORED")).contains(family.household);
        assertThat(roster("monitoring=REMOVED")).doesNotContain(family.household);
        assertThat(family.lastExit().get("lastStep").asString()).isEqualTo("removal.reverted");
        calls.post(family.path("/identification"), town.committee(family.village), """
                {"visitBy": "%1$s", "on": "%1$s"}""".formatted(today))
                .refused("identification.already-monitored");
    }

    @Test
    @Order(12)
    void a_household_that_falls_ill_again_comes_back_as_a_new_case_on_the_same_life_line() {
        var family = family("RISKS_GONE");
        var before = family.timeline();
        var day = today.minusDays(60);
        var clue = town.notices(family.village, day);
        family.becomesMonitored(clue, day, Found.of("SUDDEN_HARDSHIP", 12_000, "ILLNESS", "ACCIDENT"));

        ends(clue, "INCLUDED", family.decisionNo(day.plusDays(11)));
        assertThat(family.file().get("cycles").valueStream().map(each -> each.get("cycle")
                        .asInt()))
                .containsExactly(1, 2);
        assertThat(family.timeline()).startsWith(before.toArray(String[]::new)).hasSizeGreaterThan(before.size());
        assertThat(family.timeline()).filteredOn("household.registered"::equals).hasSize(1);
        assertThat(family.timeline())
                .filteredOn("identification.household-determined"::equals)
                .hasSize(2);
        assertThat(roster("monitoring=MONITORED&returned=true")).containsExactly(family.household);
    }

    @Test
    @Order(13)
    void a_member_marries_out_and_a_household_of_one_dies_out() {
        struck.isLeftBy(1, "MARRIED_OUT", today.minusDays(30));
        assertThat(struck.file().get("closed").isNull()).isTrue();
        assertThat(roster("monitoring=MONITORED")).contains(struck.household);

        alone.isLeftBy(0, "DEATH", today.minusDays(20));
        var closed = calls.eventually(alone.path("/file"), town.office, file -> file.get("closed")
                        .isObject())
                .get("closed");
        assertThat(closed.get("ground").asString()).isEqualTo("ALL_DIED");
        assertThat(closed.get("on").asString()).isEqualTo(today.minusDays(20).toString());
        assertThat(roster("monitoring=CLOSED")).containsExactly(alone.household);
        assertThat(alone.timeline())
                .contains("removal.natural-decrease-recorded")
                .doesNotContain("removal.risk-removed");
    }

    @Test
    @Order(14)
    void the_size_of_the_year_is_what_its_events_say_in_the_town_and_in_every_village() {
        var byHand = ByHand.of(calls.bean(LogEngine.class)).sizes();
        assertThat(byHand).hasSizeGreaterThan(25);
        assertThat(amounts(byHand).get(Town.CODE + " ever")).isEqualTo("14户16人");

        var figures = new TreeMap<String, String>();
        for (var line : figure("KPI01")) {
            figures.put(
                    key(line),
                    line.get("amount").asLong() + "户" + line.get("persons").asLong() + "人");
        }
        assertThat(figures).isEqualTo(amounts(byHand));
    }

    @Test
    @Order(15)
    void behind_every_number_is_the_list_of_those_it_counted() {
        var byHand = ByHand.of(calls.bean(LogEngine.class));
        for (var line : figure("KPI01")) {
            assertThat(opened(line)).as(key(line)).isEqualTo(byHand.which(key(line)));
        }
        var removals = new TreeMap<String, Long>();
        for (var line : figure("KPI07")) {
            assertThat(opened(line)).as(key(line)).hasSize(line.get("amount").asInt());
            if (line.get("division").asString().equals(Town.CODE)) {
                removals.put(line.get("measure").asString(), line.get("amount").asLong());
            }
        }
        assertThat(removals)
                .isEqualTo(byHand.removals())
                .containsEntry("reverted", 1L)
                .containsEntry("returned", 1L);
    }

    @Test
    @Order(16)
    void the_table_that_is_handed_in_says_the_same_household_by_household_and_number_by_number() {
        var byHand = ByHand.of(calls.bean(LogEngine.class));
        for (var division : List.of(Town.CODE, FIRST, SECOND, THIRD)) {
            var book = Book.sheets(calls.download("/tables/T1?division=" + division, town.county));
            assertThat(book).containsOnlyKeys("监测对象名册", "动态汇总");

            var rows = new TreeMap<String, List<String>>();
            body(book.get("监测对象名册"), 20).forEach(row -> rows.put(row.get(2), row));
            var expected = new TreeMap<>(byHand.roster());
            expected.keySet().retainAll(byHand.which(division + " ever"));
            assertThat(rows).isEqualTo(expected);

            var numbers = new TreeMap<String, String>();
            body(book.get("动态汇总"), 6)
                    .forEach(row -> numbers.put(row.get(0) + " " + row.get(2), row.get(3) + "户" + row.get(4) + "人"));
            var counted = amounts(byHand.sizes());
            if (!division.equals(Town.CODE)) {
                counted.keySet().removeIf(key -> !key.startsWith(division + " "));
            }
            assertThat(numbers).isEqualTo(counted);
        }
    }

    /// Everything that can be asked or answered, by its names; what is counted of removals is no share.
    @Test
    @Order(17)
    void M10_nothing_sets_or_shows_a_target_for_removals() {
        var names = new TreeSet<String>();
        var document = calls.get("/v3/api-docs", town.county);
        document.get("paths").propertyStream().forEach(path -> {
            named(path.getKey(), path.getValue(), names);
            if (path.getKey().matches(".*(removal|roster|figures|households).*")
                    && !path.getKey().contains("/incentives/")) { // what work earns is computed by shares
                schemas(path.getValue(), document, names);
            }
        });
        assertThat(names)
                .contains(
                        "/households/{household}/removal/determination",
                        "/roster town",
                        "/roster mode",
                        "cn.shouwang.monitoring.removal.RemovalController.ProposalRequest.mode");
        assertThat(names).noneMatch(NoTargetForRemovalsTest::names);
        assertThat(figure("KPI07"))
                .extracting(line -> line.get("measure").asString())
                .containsOnly("removed.BY_ASSISTANCE", "removed.NATURAL", "reverted", "returned");
    }

    /// The fields of everything that an operation takes or gives, however deep.
    private static void schemas(JsonNode part, JsonNode document, Set<String> names) {
        SCHEMA.matcher(part.toString()).results().map(found -> found.group(1)).forEach(name -> {
            var schema = document.at("/components/schemas/" + name);
            if (names.add(name)) {
                schema.path("properties").propertyNames().forEach(field -> names.add(name + "." + field));
                schemas(schema, document, names);
            }
        });
    }

    private static void named(String path, JsonNode operations, Set<String> names) {
        names.add(path);
        operations.valueStream().forEach(operation -> operation
                .path("parameters")
                .forEach(parameter ->
                        names.add(path + " " + parameter.get("name").asString())));
    }

    private static List<List<String>> body(@Nullable List<List<String>> sheet, int width) {
        return Objects.requireNonNull(sheet).stream()
                .skip(1)
                .map(row -> Stream.concat(row.stream(), Stream.generate(() -> ""))
                        .limit(width)
                        .toList())
                .toList();
    }

    private static Map<String, String> amounts(Map<String, Count> counts) {
        var amounts = new TreeMap<String, String>();
        counts.forEach((key, count) -> amounts.put(key, count.households() + "户" + count.persons() + "人"));
        return amounts;
    }

    private List<JsonNode> figure(String code) {
        return calls.items("/figures/" + code + "?size=200&division=" + Town.CODE, town.county);
    }

    private static String key(JsonNode line) {
        return line.get("division").asString() + " " + line.get("measure").asString();
    }

    private Set<String> opened(JsonNode line) {
        var list = calls.get(line.get("opens").asString() + "&size=200", town.county);
        assertThat(list.get("total").asInt()).isEqualTo(list.get("items").size());
        return households(items(list));
    }

    private Set<String> roster(String question) {
        return households(calls.items("/roster?size=200&town=" + Town.CODE + "&" + question, town.county));
    }

    private static Set<String> households(List<JsonNode> entries) {
        var households = new ArrayList<String>();
        entries.forEach(entry -> households.add(entry.get("household").asString()));
        assertThat(new HashSet<>(households)).hasSameSizeAs(households);
        return new TreeSet<>(households);
    }

    private Family family(String criterion) {
        return Objects.requireNonNull(removed.get(criterion), "an earlier chapter let it go");
    }

    /// The clue has its outcome and a reason.
    private void ends(String clue, String outcome, String reason) {
        var ending = calls.eventually(
                        "/clues/" + clue, town.office, row -> row.get("ending").isObject())
                .get("ending");
        assertThat(ending.get("outcome").asString()).isEqualTo(outcome);
        assertThat(ending.get("reason").asString()).isEqualTo(reason);
    }

    /// Whoever reported can read the outcome, in words.
    private void tells(Report report, String outcome) {
        var told = town.progress(report, "RESULT_TOLD");
        assertThat(told.at("/result/outcome").asString()).isEqualTo(outcome);
        assertThat(told.at("/result/words").asString()).isNotBlank();
        assertThat(steps(told)).endsWith("RESULT_TOLD");
    }

    private static List<String> steps(JsonNode progress) {
        return progress.get("steps")
                .valueStream()
                .map(step -> step.get("step").asString())
                .toList();
    }
}
