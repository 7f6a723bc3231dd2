package cn.shouwang.bench.drill.intruder;

import static org.assertj.core.api.Assertions.assertThat;

import cn.shouwang.bench.drill.intruder.Attack.Expect;
import cn.shouwang.bench.drill.intruder.Planted.Home;
import cn.shouwang.bench.drill.intruder.Planted.Known;
import cn.shouwang.bench.drill.intruder.Planted.Report;
import cn.shouwang.bench.drill.intruder.Planted.Row;
import cn.shouwang.bench.drill.intruder.Planted.Used;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.json.JsonMapper;

/// The attacks are many, the same ones from the same seed, and say nothing that they must not.
@DisplayNameGeneration(ReplaceUnderscores.class)
class FamilyTest {

    private static final long SEED = 7;
    private static final String TOKEN = token("{\"alg\":\"RS256\",\"kid\":\"1\"}")
            + "." + token("{\"sub\":\"village-440233101200\",\"role\":\"VILLAGE_COMMITTEE\"}") + "."
            + "c2lnbmF0dXJl".repeat(28);
    private static final String REFRESH = "the-refresh-token-of-the-sister";

    private final World world = world();

    @ParameterizedTest
    @EnumSource
    void each_family_makes_as_many_attacks_as_it_says(Family family) {
        var attacks = family.attacks(world, SEED);
        assertThat(attacks).hasSize(family.count()).hasSizeGreaterThanOrEqualTo(100);
        assertThat(attacks).extracting(Attack::number).doesNotHaveDuplicates();
        assertThat(attacks).allMatch(attack -> attack.family() == family);
    }

    @Test
    void all_together_they_are_thousands() {
        assertThat(Arrays.stream(Family.values()).mapToInt(Family::count).sum()).isBetween(3_000, 5_000);
    }

    @ParameterizedTest
    @EnumSource
    void a_seed_makes_the_same_attacks_again(Family family) {
        assertThat(shown(family, SEED)).isEqualTo(shown(family, SEED));
    }

    @ParameterizedTest
    @EnumSource
    void another_seed_makes_others(Family family) {
        assertThat(shown(family, SEED)).isNotEqualTo(shown(family, SEED + 1));
    }

    @ParameterizedTest
    @EnumSource
    void what_is_shown_of_an_attack_holds_no_secret(Family family) {
        var secrets = Stream.concat(
                        Stream.of(TOKEN, REFRESH),
                        world.intruders().stream()
                                .flatMap(one -> Stream.of(one.csrf(), one.token(), "SHOUWANG=s-" + one.account())))
                .filter(secret -> secret.length() > 11)
                .toList();
        assertThat(shown(family, SEED)).allSatisfy(shown -> assertThat(secrets).noneMatch(shown::contains));
    }

    @Test
    void a_stranger_reads_nothing_of_the_place_and_is_never_the_county() {
        for (var village : Planting.VILLAGES) {
            var strangers = world.strangersTo(village);
            assertThat(strangers).isNotEmpty();
            assertThat(strangers).noneMatch(one -> one.readsRows() && village.startsWith(one.division()));
        }
        assertThat(world.strangersTo("440233101203")).extracting(Intruder::name).contains("nobody", "bank-officer");
    }

    @Test
    void commands_about_what_is_somebody_elses_are_to_be_refused() {
        assertThat(Family.IDS.attacks(world, SEED))
                .filteredOn(attack -> attack.request().method().equals("POST"))
                .filteredOn(attack -> !attack.request().target().endsWith("/searches/persons") || attack.twin() == null)
                .isNotEmpty()
                .allMatch(attack -> attack.expect() == Expect.REFUSED);
    }

    @Test
    void nobody_is_made_to_do_what_is_their_office() {
        assertThat(Family.IDS.attacks(world, SEED))
                .filteredOn(attack -> attack.by().name().equals(World.ADMIN))
                .isNotEmpty()
                .noneMatch(attack -> attack.request().target().endsWith("/accounts"));
    }

    @Test
    void a_number_that_a_household_holds_is_never_sent_as_it_is() {
        var numbers = world.planted().reports().stream().map(Report::number).toList();
        for (var family : List.of(Family.IDS, Family.PUBLIC)) {
            assertThat(family.attacks(world, SEED))
                    .filteredOn(attack -> attack.request().target().contains("/public/"))
                    .isNotEmpty()
                    .allSatisfy(attack -> assertThat(numbers)
                            .noneMatch(number -> attack.request().target().endsWith("/" + number)
                                    || attack.request().shown().contains("\"" + number + "\"")));
        }
    }

    @Test
    void a_question_about_what_is_somebody_elses_has_a_twin_about_nothing() {
        assertThat(Family.IDS.attacks(world, SEED))
                .filteredOn(attack -> attack.twin() != null)
                .hasSizeGreaterThan(100)
                .allSatisfy(attack -> assertThat(attack.request().shown())
                        .isNotEqualTo(Objects.requireNonNull(attack.twin()).shown()));
    }

    @Test
    void every_command_of_the_suite_has_a_well_formed_body() {
        assertThat(world.commands()).isNotEmpty().allMatch(Paper::knows);
        assertThat(world.commands())
                .filteredOn(
                        endpoint -> !Paper.body(endpoint, "440233101200", "1").isEmpty())
                .allSatisfy(endpoint -> assertThat(JsonMapper.shared()
                                .readTree(Paper.body(endpoint, "440233101200", "1"))
                                .isObject())
                        .isTrue());
    }

    @Test
    void a_request_is_framed_unless_it_frames_itself() {
        var door = world.monitoring();
        var text = new String(Request.post(door, "/a", "{}").bytes(), StandardCharsets.ISO_8859_1);
        assertThat(text)
                .isEqualTo("POST /a HTTP/1.1\r\nHost: 127.0.0.1:2\r\nContent-Type: application/json\r\n"
                        + "Content-Length: 2\r\nConnection: close\r\n\r\n{}");
        var own = Request.get(door, "/a").with("Host", "evil").with("Connection", "x");
        assertThat(new String(own.bytes(), StandardCharsets.ISO_8859_1))
                .isEqualTo("GET /a HTTP/1.1\r\nHost: evil\r\nConnection: x\r\n\r\n");
    }

    @Test
    void planted_persons_are_synthetic_and_unlike_each_other() {
        var marked = new Marked(SEED);
        for (var i = 0; i < 24; i++) {
            var person = marked.person("440233101203");
            assertThat(person.idNumber()).startsWith("999999").hasSize(18);
            assertThat(person.phone()).startsWith("1990000").hasSize(11);
        }
        assertThat(marked.markers()).extracting(Marker::text).doesNotHaveDuplicates();
    }

    private List<String> shown(Family family, long seed) {
        return family.attacks(world, seed).stream()
                .map(attack -> attack.by().name() + " " + attack.request().shown())
                .toList();
    }

    // A world without a suite -------------------------------------------------------------------

    private static World world() {
        var gateway = new Door("gateway", 1, "/api/monitoring", true);
        var intruders = new ArrayList<>(List.of(Intruder.nobody()));
        for (var account : List.of(
                World.SISTER,
                World.ELSEWHERE,
                World.NEIGHBOUR,
                World.TOWN,
                World.AUDITOR,
                World.BANK,
                World.ADMIN,
                World.COUNTY)) {
            var division = account.replaceFirst("^(village|town)-", "");
            var reads = !account.equals(World.BANK) && !account.equals(World.ADMIN);
            var csrf = "csrf-of-" + account;
            var cookies = "SHOUWANG=s-" + account + "; XSRF-TOKEN=" + csrf;
            var place = division.matches("\\d+") ? division : "440233";
            intruders.add(new Intruder(account, place, reads, cookies, csrf, TOKEN + account));
        }
        return new World(
                gateway,
                new Door("monitoring", 2, "", false),
                new Door("employment", 3, "", false),
                new Door("identity", 4, "", false),
                endpoints(),
                intruders,
                new Tokens(TOKEN, TOKEN + "id", REFRESH),
                JsonMapper.shared().readTree("{\"keys\":[{\"n\":\"" + "w8PD".repeat(85) + "\",\"e\":\"AQAB\"}]}"),
                planted(),
                5);
    }

    private static List<Endpoint> endpoints() {
        var commands = Stream.of(
                        "/public/reports",
                        "/public/reports/{tracking}/withdrawal",
                        "/reports",
                        "/reports/{report}/refusal",
                        "/households",
                        "/households/{household}/members",
                        "/households/{household}/identification/visit",
                        "/households/{household}/identification/objections/{objection}/resolution",
                        "/lines",
                        "/lines/{line}/corrections",
                        "/clues",
                        "/clues/{clue}/outcome",
                        "/parked/{reader}/{subject}/discard",
                        "/public/progress",
                        "/public/readings",
                        "/households/{household}/reveals",
                        "/searches/persons",
                        "/duplicates/{duplicate}/merge",
                        "/reports/{report}/photos")
                .map(path -> new Endpoint("monitoring", "POST", path));
        var reads = Stream.of(
                        "/public/reports/{tracking}",
                        "/public/divisions",
                        "/households",
                        "/households/{household}/file",
                        "/reports/{report}",
                        "/clues/{clue}",
                        "/reports/{report}/photos/{photo}",
                        "/reveals/{reading}",
                        "/readings/about/{id}",
                        "/duplicates/{duplicate}",
                        "/todo")
                .map(path -> new Endpoint("monitoring", "GET", path));
        var employment = Stream.of(
                new Endpoint("employment", "GET", "/profiles/{profile}"),
                new Endpoint("employment", "POST", "/profiles"),
                new Endpoint("identity", "GET", "/grants/{grant}"),
                new Endpoint("identity", "POST", "/accounts"),
                new Endpoint("identity", "POST", "/grants/{grant}/confirm"));
        return Stream.of(commands, reads, employment).flatMap(all -> all).toList();
    }

    private static Planted planted() {
        var homes = new ArrayList<Home>();
        var reports = new ArrayList<Report>();
        var readings = new ArrayList<Row>();
        var persons = new ArrayList<Known>();
        var marked = new Marked(SEED);
        var clues = new ArrayList<Row>();
        for (var village : Planting.VILLAGES) {
            homes.add(new Home(
                    village, "19cff4f2-544b-4b46-8614-" + village, List.of("29cff4f2-544b-4b46-8614-" + village)));
            reports.add(new Report(
                    village,
                    "59cff4f2-544b-4b46-8614-" + village,
                    reports.size() + "ABC" + village,
                    "69cff4f2-544b-4b46-8614-" + village));
            readings.add(new Row(village, "79cff4f2-544b-4b46-8614-" + village));
            persons.add(new Known(village, marked.person(village)));
            clues.add(new Row(village, "39cff4f2-544b-4b46-8614-" + village));
        }
        var profiles = List.of(new Row(Planting.VILLAGES.get(1), "49cff4f2-544b-4b46-8614-ea12daa626b3"));
        var used = List.of(
                new Used(World.NEIGHBOUR, "/clues", "{\"on\":\"2025-03-03\"}", "a-key-of-the-neighbour"),
                new Used("village-440233100201", "/reports", "{\"on\":\"2025-03-03\"}", "a-key-of-another"));
        var duplicate = new Row(Planting.VILLAGES.getLast(), "duplicate-89cff4f2-544b-4b46-8614-ea12daa626b3");
        return new Planted(
                homes,
                reports,
                clues,
                profiles,
                readings,
                duplicate,
                persons,
                used,
                "440233-2025",
                "99cff4f2-544b-4b46-8614-ea12daa626b3");
    }

    private static String token(String json) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(json.getBytes(StandardCharsets.UTF_8));
    }
}
