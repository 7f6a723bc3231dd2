package cn.shouwang.stories;

import static cn.shouwang.stories.Asking.post;
import static cn.shouwang.stories.Asking.refused;
import static cn.shouwang.stories.Asking.seen;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;
import static org.assertj.core.api.Assertions.tuple;

import cn.shouwang.bench.county.Forms;
import cn.shouwang.bench.door.Caller;
import cn.shouwang.stories.Village.Family;
import cn.shouwang.stories.Village.Report;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

/// The year 2025 in 寨下村. The chapters build on one another and are read from top to bottom.
///
/// Calls and visits to the window are entered with their days of 2025; whoever reports on a phone does it
/// today, for then the suite sets the day.
@ExtendWith(WholeSuite.Running.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
@DisplayNameGeneration(ReplaceUnderscores.class)
@SuppressWarnings("NullAway.Init") // earlier chapters fill the fields
class OneYearOfAVillageTest {

    private static final String ZHAIXIA = "440233101203";
    private static final LocalDate MARCH = LocalDate.of(2025, 3, 3);
    private static final LocalDate JUNE = LocalDate.of(2025, 6, 9);

    private final Instant began = Instant.now();
    private final Persons persons = new Persons(1);

    private WholeSuite suite;
    private Village village;
    private Report byQrCode;
    private Report byPhone;
    private Report atTheWindow;
    private Family determined;
    private Family verifiedAgain;

    @BeforeAll
    void the_suite_is_up(WholeSuite whole) {
        suite = whole;
        village = new Village(whole, ZHAIXIA);
    }

    @Test
    @Order(1)
    void four_families_are_heard_of_in_the_four_ways() {
        byQrCode = village.hearsByQrCode(persons.woman(1972));
        var delegated = village.hearsFromANeighbour(persons.man(1949), persons.woman(1980));
        byPhone = village.hearsByPhone(persons.man(1968), MARCH);
        atTheWindow = village.hearsAtTheWindow(persons.woman(1975), JUNE);

        var inbox = seen(
                village.committee,
                "/api/monitoring/reports",
                list -> list.path("total").asInt(0) == 4);
        assertThat(items(inbox))
                .extracting(report -> report.path("report").stringValue(), report -> report.path("way")
                        .stringValue())
                .containsExactlyInAnyOrder(
                        tuple(byQrCode.id(), "QR"),
                        tuple(delegated.id(), "DELEGATED"),
                        tuple(byPhone.id(), "PHONE"),
                        tuple(atTheWindow.id(), "WINDOW"));
    }

    @Test
    @Order(2)
    void one_report_is_refused_with_a_reason_and_the_family_can_read_it() {
        var today = LocalDate.now(ZoneId.of("Asia/Shanghai"));
        village.refuses(byQrCode, "NOT_THIS_VILLAGE", today);
        village.tellsTheRefusal(byQrCode, today);

        var progress = seen(
                village.anyone,
                "/api/monitoring/public/reports/" + byQrCode.number(),
                answer -> answer.path("steps").size() == 3);
        assertThat(progress.path("state").stringValue()).isEqualTo("REFUSED");
        assertThat(progress.path("refusal").path("reason").stringValue()).isEqualTo("NOT_THIS_VILLAGE");
        assertThat(progress.path("refusal").path("words").stringValue()).contains("村");
    }

    @Test
    @Order(3)
    void the_family_that_called_becomes_monitored() {
        village.accepts(byPhone, MARCH.plusDays(1));
        determined = village.registers(persons.man(1968), persons.woman(1943), MARCH);
        village.opens(determined, village.clueOf(byPhone), MARCH.plusDays(1))
                .isVisited(MARCH.plusDays(2), 9_800)
                .isAuthorized(MARCH.plusDays(2))
                .isAppraised(MARCH.plusDays(4))
                .isHungOut(MARCH.plusDays(4))
                .isTakenDown(MARCH.plusDays(9))
                .isReviewedByTheTown(MARCH.plusDays(10))
                .isDetermined(MARCH.plusDays(12))
                .isAnnounced(MARCH.plusDays(14));

        assertThat(monitored()).contains(determined.household());
    }

    @Test
    @Order(4)
    void the_family_at_the_window_is_objected_to_verified_again_and_becomes_monitored() {
        village.accepts(atTheWindow, JUNE.plusDays(1));
        verifiedAgain = village.registers(persons.woman(1975), persons.woman(1950), JUNE);
        var its = village.opens(verifiedAgain, village.clueOf(atTheWindow), JUNE.plusDays(1))
                .isVisited(JUNE.plusDays(2), 7_200)
                .isAuthorized(JUNE.plusDays(2))
                .isAppraised(JUNE.plusDays(3))
                .isHungOut(JUNE.plusDays(3))
                .isObjectedTo(JUNE.plusDays(5));

        refused(
                post(village.committee, its.path("/publicity-end"), new Forms.Dated(JUNE.plusDays(9))),
                409,
                "identification.objection-open");

        its.hasItsObjectionUpheld(JUNE.plusDays(9))
                .isVisited(JUNE.plusDays(10), 10_400)
                .isAppraised(JUNE.plusDays(11))
                .isHungOut(JUNE.plusDays(11))
                .isTakenDown(JUNE.plusDays(16))
                .isReviewedByTheTown(JUNE.plusDays(17))
                .isDetermined(JUNE.plusDays(18))
                .isAnnounced(JUNE.plusDays(20));

        assertThat(monitored()).contains(verifiedAgain.household(), determined.household());
    }

    @Test
    @Order(5)
    void the_families_can_read_that_they_are_monitored() {
        for (var report : List.of(byPhone, atTheWindow)) {
            var progress = seen(
                    village.anyone,
                    "/api/monitoring/public/reports/" + report.number(),
                    answer -> answer.path("state").stringValue().equals("RESULT_TOLD"));
            assertThat(progress.path("result").path("outcome").stringValue()).isEqualTo("INCLUDED");
        }
    }

    @Test
    @Order(6)
    void whoever_made_a_step_does_not_check_it() {
        var family = village.registers(persons.man(1981), persons.woman(1955), JUNE);
        var its = village.opens(family, null, JUNE)
                .isVisited(JUNE, 8_000)
                .isAuthorized(JUNE)
                .isAppraised(JUNE)
                .isHungOut(JUNE)
                .isTakenDown(JUNE.plusDays(5));
        var review = new Forms.TownReview("同意", JUNE.plusDays(6));

        refused(post(village.committee, its.path("/town-review"), review), 403, "access.not-allowed");
        its.isReviewedByTheTown(JUNE.plusDays(6));
        var decision = new Forms.Determination("示范〔2025〕8号", "MARGINAL", Village.RISKS, null, JUNE.plusDays(7));
        refused(post(village.town, its.path("/determination"), decision), 403, "access.not-allowed");
    }

    @Test
    @Order(7)
    void a_labour_profile_is_open_for_every_member_able_to_work() {
        for (var family : List.of(determined, verifiedAgain)) {
            var profiles = seen(
                    village.county,
                    "/api/employment/profiles?household=" + family.household(),
                    list -> list.path("total").asInt(0) > 0);
            assertThat(items(profiles))
                    .extracting(
                            profile -> profile.path("member").stringValue(),
                            profile -> profile.path("ability").stringValue(),
                            profile -> profile.path("village").stringValue())
                    .containsExactly(tuple(family.members().getFirst(), "ORDINARY", ZHAIXIA));
        }
    }

    @Test
    @Order(8)
    void the_timeline_tells_every_event_with_who_recorded_it_and_when_it_was_true() {
        var timeline = seen(
                village.county,
                verifiedAgain.path() + "/timeline?size=200",
                list -> steps(list).size() >= 18);

        assertThat(steps(timeline))
                .extracting(
                        event -> event.path("name").stringValue(),
                        event -> event.path("actor").stringValue(),
                        event -> event.path("role").stringValue(),
                        event -> LocalDate.parse(event.path("on").stringValue()))
                .containsExactly(
                        byTheCommittee("household.registered", 0),
                        byTheCommittee("household.member-added", 0),
                        byTheCommittee("household.member-added", 0),
                        byTheCommittee("identification.opened", 1),
                        byTheCommittee("identification.visit-assigned", 1),
                        byTheCommittee("identification.household-visited", 2),
                        byTheCommittee("identification.authorization-signed", 2),
                        byTheCommittee("identification.appraisal-held", 3),
                        byTheCommittee("identification.publicity-started", 3),
                        by("secretary-" + ZHAIXIA, "FIRST_SECRETARY", "identification.objection-raised", 5),
                        byTheCommittee("identification.objection-upheld", 9),
                        byTheCommittee("identification.household-visited", 10),
                        byTheCommittee("identification.appraisal-held", 11),
                        byTheCommittee("identification.publicity-started", 11),
                        byTheCommittee("identification.publicity-ended", 16),
                        by("town-440233101", "TOWN_OFFICE", "identification.town-review-passed", 17),
                        by("county-officer", "COUNTY_OFFICER", "identification.household-determined", 18),
                        byTheCommittee("identification.result-announced", 20));
        assertThat(items(timeline))
                .extracting(event -> Instant.parse(event.path("recordedAt").stringValue()))
                .isSorted()
                .allSatisfy(at -> assertThat(at).isBetween(began, Instant.now()));
        assertThat(items(timeline))
                .extracting(event -> event.path("words").stringValue())
                .allMatch(words -> words.matches(".*\\p{IsHan}.*"));
    }

    /// What people did; the software looks at the quality of data and for help that is late whenever it gets to it.
    private static List<JsonNode> steps(JsonNode timeline) {
        return items(timeline)
                .filter(event -> !event.path("actor").stringValue().startsWith("policy:"))
                .toList();
    }

    private static Tuple byTheCommittee(String event, int days) {
        return by("village-" + ZHAIXIA, "VILLAGE_COMMITTEE", event, days);
    }

    private static Tuple by(String account, String role, String event, int days) {
        return tuple(event, account, role, JUNE.plusDays(days));
    }

    @Test
    @Order(9)
    void the_office_of_another_town_sees_nothing_of_all_this_and_changes_nothing() {
        var elsewhere = suite.office("town-440233100");

        for (var list : List.of("/reports", "/clues", "/households", "/roster", "/todo")) {
            var all = seen(elsewhere, "/api/monitoring" + list);
            assertThat(all.path("total").asInt(-1)).as(list).isZero();
        }
        assertThat(seen(elsewhere, "/api/employment/profiles").path("total").asInt(-1))
                .isZero();
        for (var page : List.of("/timeline", "/file")) {
            refused(elsewhere.get(determined.path() + page), 404, "not-found");
        }
        refused(
                post(
                        elsewhere,
                        determined.path() + "/identification/announcement",
                        new Forms.Announcement("公开栏", JUNE)),
                403,
                "access.out-of-division");
    }

    /// Alarms over what is late come by the clock: where the software has written something meanwhile, answers
    /// are asked for and compared anew.
    @Test
    @Order(10)
    void after_a_restart_of_everything_every_answer_is_the_same() {
        for (int tries = 0; tries < 3; tries++) {
            var written = suite.log().head();
            var before = answers();
            suite.restart();
            var after = answers();
            if (suite.log().head() == written) {
                assertThat(after).isEqualTo(before);
                return;
            }
        }
        fail("the software goes on writing though nobody asks it to");
    }

    private Map<String, String> answers() {
        var answers = new LinkedHashMap<String, String>();
        Stream.of(
                        determined.path() + "/timeline?size=200",
                        determined.path() + "/file",
                        verifiedAgain.path() + "/timeline?size=200",
                        verifiedAgain.path() + "/file",
                        "/api/monitoring/reports",
                        "/api/monitoring/clues",
                        "/api/monitoring/households",
                        "/api/monitoring/roster",
                        "/api/employment/profiles")
                .forEach(path -> answers.put(path, text(village.county, path)));
        answers.put("to do", text(village.committee, "/api/monitoring/todo"));
        for (var report : List.of(byQrCode, byPhone, atTheWindow)) {
            answers.put(report.id(), text(village.anyone, "/api/monitoring/public/reports/" + report.number()));
        }
        return answers;
    }

    /// The body to the letter, once there is one: rows are not read before they are complete.
    private static String text(Caller caller, String path) {
        seen(caller, path);
        return caller.get(path).body();
    }

    private List<String> monitored() {
        var roster = seen(village.county, "/api/monitoring/roster?town=" + ZHAIXIA);
        return items(roster).map(entry -> entry.path("household").stringValue()).toList();
    }

    private static Stream<JsonNode> items(JsonNode page) {
        return StreamSupport.stream(page.path("items").spliterator(), false);
    }
}
