package cn.shouwang.bench.drill.intruder;

import cn.shouwang.bench.county.Forms;
import cn.shouwang.bench.county.Person;
import cn.shouwang.bench.door.Answer;
import cn.shouwang.bench.door.Caller;
import cn.shouwang.bench.door.Office;
import cn.shouwang.bench.door.Offices;
import cn.shouwang.bench.door.Visitor;
import cn.shouwang.bench.drill.intruder.Planted.Home;
import cn.shouwang.bench.drill.intruder.Planted.Known;
import cn.shouwang.bench.drill.intruder.Planted.Report;
import cn.shouwang.bench.drill.intruder.Planted.Row;
import cn.shouwang.bench.drill.intruder.Planted.Used;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A small county: in each of three villages of two towns two households, two reports with a photo
/// and two clues; one household's notice hangs, one is determined, so that employment knows its
/// members, too; in one village somebody is entered twice. The office of each village has had a
/// name shown to it.
final class Planting {

    static final List<String> VILLAGES = List.of("440233101203", "440233101204", "440233100201");

    /// Where somebody is entered twice.
    private static final String TWICE = VILLAGES.getLast();

    private static final String API = "/api/monitoring";

    /// Cases began then; reports and clues are of today, or they would be overdue and passed on.
    private static final LocalDate DAY = LocalDate.of(2025, 3, 3);
    private static final List<String> RISKS = List.of("ILLNESS", "LABOUR_SHORTAGE");
    private static final JsonMapper JSON = JsonMapper.builder()
            .changeDefaultPropertyInclusion(inclusion -> inclusion.withValueInclusion(JsonInclude.Include.NON_NULL))
            .build();
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Offices offices;
    private final Visitor visitor;
    private final Marked marked;
    private final Random ids;
    private final LocalDate today = LocalDate.now(ZoneId.of("Asia/Shanghai"));
    private final List<Home> homes = new ArrayList<>();
    private final List<Report> reports = new ArrayList<>();
    private final List<Row> clues = new ArrayList<>();
    private final List<Row> profiles = new ArrayList<>();
    private final List<Row> readings = new ArrayList<>();
    private final List<Known> persons = new ArrayList<>();
    private final List<Used> used = new ArrayList<>();

    Planting(Offices offices, Visitor visitor, Marked marked, long seed) {
        this.offices = offices;
        this.visitor = visitor;
        this.marked = marked;
        this.ids = new Random(seed);
    }

    /// Returns when everything planted can be read by the county.
    ///
    /// @throws IllegalStateException when anything is refused
    Planted plant() throws InterruptedException {
        for (var village : VILLAGES) {
            var head = marked.person(village);
            var wife = marked.person(village);
            var home = home(village, head, wife);
            var twice = village.equals(TWICE);
            home(village, marked.person(village), twice ? wife : marked.person(village));
            words(village);
            reveal(home, head);
            switch (VILLAGES.indexOf(village)) {
                case 0 -> {
                    hangOut(home);
                    marked.isPublic(head);
                }
                case 1 -> determine(home);
                default -> {}
            }
        }
        profiles();
        var duplicate = duplicate();
        readable();
        var lines = offices.of("county-officer").get(API + "/lines").json();
        var items = lines.isArray() ? lines : lines.path("items");
        return new Planted(
                List.copyOf(homes),
                List.copyOf(reports),
                List.copyOf(clues),
                List.copyOf(profiles),
                List.copyOf(readings),
                duplicate,
                List.copyOf(persons),
                List.copyOf(used),
                items.path(0).path("line").asString("440233-2025"),
                grant());
    }

    // Households --------------------------------------------------------------------------------

    private Home home(String village, Person head, Person wife) {
        persons.add(new Known(village, head));
        persons.add(new Known(village, wife));
        var members = List.of(
                new Forms.Member(id(), person(head, "HEAD", "ORDINARY")),
                new Forms.Member(id(), person(wife, "SPOUSE", "LOST")));
        var form = new Forms.Household(village, "ORDINARY", marked.address(village), head.phone(), members, DAY);
        var household = send(office(village), API + "/households", form).id();
        var home = new Home(
                village, household, members.stream().map(Forms.Member::member).toList());
        homes.add(home);
        marked.id(village, "the id of a household", household);
        home.members().forEach(member -> marked.id(village, "the id of a member", member));
        return home;
    }

    /// Shown whole to the office of the village, and to nobody else.
    private void reveal(Home home, Person head) {
        var office = office(home.village());
        var path =
                "/households/" + home.household() + "/members/" + home.members().getFirst() + "/reveals";
        var shown = send(office, API + path, new Reveal("NAME", "VERIFICATION"));
        if (!shown.json().path("value").asString("").equals(head.name())) {
            throw new IllegalStateException("a name was not shown to the office of its village");
        }
        var reading = shown.json().path("reading").asString("");
        readings.add(new Row(home.village(), reading));
        marked.id(home.village(), "the number of a reveal", reading);
        marked.isRevealedTo(office.account(), head.name());
    }

    record Reveal(String field, String purpose) {}

    private static Forms.Person person(Person person, String relation, String labour) {
        return new Forms.Person(person.name(), person.idNumber(), relation, labour, List.of("CHRONIC"), false);
    }

    private String id() {
        return new UUID(ids.nextLong(), ids.nextLong()).toString();
    }

    // Reports and clues -------------------------------------------------------------------------

    private void words(String village) {
        var here = marked.person(village);
        var neighbour = marked.person(village);
        var delegate = new Forms.Delegate(neighbour.name(), neighbour.phone(), "NEIGHBOUR", null);
        var self = new Forms.SelfReport(
                village,
                here.name(),
                here.phone(),
                here.idNumber(),
                2,
                RISKS,
                marked.words(village, "the need in a report"),
                delegate);
        report(village, send(visitor, API + "/public/reports", self), "");
        var caller = marked.person(village);
        var phoned = new Forms.ClerkReport(
                "PHONE",
                village,
                caller.name(),
                caller.phone(),
                2,
                RISKS,
                marked.words(village, "the need told by phone"),
                caller.phone(),
                today);
        var clerk = office(village);
        var accepted = report(village, send(clerk, API + "/reports", phoned), clerk.account());
        send(office(village), API + "/reports/" + accepted + "/acceptance", new Forms.Dated(today));
        var clue = new Forms.Clue(
                village,
                "GRASSROOTS_CHECK",
                marked.person(village).name(),
                RISKS,
                marked.words(village, "the evidence of a clue"),
                today);
        clue(village, send(office(village), API + "/clues", clue).id());
    }

    private String report(String village, Answer answer, String toldTo) {
        var number = answer.trackingNumber().replace("-", "");
        var kept = visitor.upload(API + "/public/reports/" + number + "/photos", "image/jpeg", Picture.jpeg(), id());
        if (number.isEmpty() || !kept.isAccepted()) {
            throw new IllegalStateException("no photo for a report: %d %s".formatted(kept.status(), kept.code()));
        }
        var photo = kept.json().path("photo").asString("");
        reports.add(new Report(village, answer.id(), number, photo));
        marked.id(village, "the id of a report", answer.id());
        marked.id(village, "the id of a photo", photo);
        marked.number(village, "the number of a report", number, toldTo);
        return answer.id();
    }

    private void clue(String village, String clue) {
        clues.add(new Row(village, clue));
        marked.id(village, "the id of a clue", clue);
    }

    // Cases -------------------------------------------------------------------------------------

    private void hangOut(Home home) {
        var office = office(home.village());
        var path = API + "/households/" + home.household() + "/identification";
        send(office, path, new Forms.Case(null, DAY.plusDays(3), DAY));
        send(office, path + "/visit", visit(home));
        send(
                office,
                path + "/authorization",
                new Forms.Authorization(home.members().getFirst(), "SIGNATURE", false, DAY));
        var minutes = marked.words(home.village(), "the minutes of an appraisal");
        send(
                office,
                path + "/appraisal",
                new Forms.Appraisal(21, 20, 1, 0, "PROPOSE", "MARGINAL", RISKS, minutes, DAY));
        send(office, path + "/publicity", new Forms.Publicity("村务公开栏", "拟纳入监测对象公示", DAY));
    }

    private void determine(Home home) {
        hangOut(home);
        var path = API + "/households/" + home.household() + "/identification";
        var town = offices.of("town-" + home.village().substring(0, 9));
        send(office(home.village()), path + "/publicity-end", new Forms.Dated(DAY.plusDays(6)));
        var opinion = marked.words(home.village(), "the town's opinion");
        send(town, path + "/town-review", new Forms.TownReview(opinion, DAY.plusDays(7)));
        var decision = new Forms.Determination("示范〔2025〕9号", "MARGINAL", RISKS, null, DAY.plusDays(8));
        send(offices.of("county-officer"), path + "/determination", decision);
    }

    private Forms.Visit visit(Home home) {
        var village = home.village();
        return new Forms.Visit(
                List.of(
                        new Forms.Visitor("village-" + village, "村委会", false),
                        new Forms.Visitor("secretary-" + village, "第一书记", false)),
                Forms.Guarantees.ALL_WELL,
                Forms.Income.before(
                        DAY,
                        List.of(new Forms.IncomeItem(
                                "WAGE", "local-work", BigDecimal.valueOf(900_000, 2), "SELF_DECLARED"))),
                BigDecimal.ZERO,
                List.of(
                        new Forms.Seen(home.members().getFirst(), "ORDINARY"),
                        new Forms.Seen(home.members().getLast(), "LOST")),
                DAY);
    }

    // What follows ------------------------------------------------------------------------------

    /// The profile that employment opens, and the clues that follow from accepted reports.
    private void profiles() throws InterruptedException {
        var county = offices.of("county-officer");
        var found = await(county, "/api/employment/profiles?size=200", list -> !list.path("items")
                .isEmpty());
        items(found).forEach(profile -> {
            profiles.add(new Row(
                    profile.path("village").asString(""),
                    profile.path("profile").asString("")));
            marked.id(
                    profile.path("village").asString(""),
                    "the id of a labour profile",
                    profile.path("profile").asString(""));
        });
        var both = await(
                county, API + "/clues?size=200", list -> list.path("total").asInt(0) == 2 * VILLAGES.size());
        items(both)
                .filter(clue -> clue.hasNonNull("report"))
                .forEach(clue -> clue(
                        clue.path("division").asString(""), clue.path("clue").asString("")));
    }

    private Row duplicate() throws InterruptedException {
        var found = await(offices.of("county-officer"), API + "/duplicates?size=200", list -> !list.path("items")
                .isEmpty());
        var pair = found.path("items").path(0).path("duplicate").asString("");
        marked.id(TWICE, "the number of a pair", pair);
        return new Row(TWICE, pair);
    }

    /// The office of the county's officer, as the issuer knows it.
    private String grant() throws InterruptedException {
        var found = await(
                offices.of("security-admin"), "/api/identity/grants?account=county-officer", list -> !list.path("items")
                        .isEmpty());
        var grant = found.path("items").path(0).path("grant").asString("");
        marked.id("440233", "the id of an office", grant);
        return grant;
    }

    private void readable() throws InterruptedException {
        var county = offices.of("county-officer");
        for (var home : homes) {
            await(county, API + "/households/" + home.household() + "/file", _ -> true);
        }
        for (var report : reports) {
            await(county, API + "/reports/" + report.id(), _ -> true);
        }
    }

    private static Stream<JsonNode> items(JsonNode page) {
        return StreamSupport.stream(page.path("items").spliterator(), false);
    }

    private static JsonNode await(Caller caller, String path, Predicate<JsonNode> right) throws InterruptedException {
        var deadline = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            var answer = caller.get(path);
            if (answer.isAccepted() && right.test(answer.json())) {
                return answer.json();
            }
            if (System.nanoTime() > deadline) {
                throw new IllegalStateException(
                        String.format(Locale.ROOT, "%s: %d %s", path, answer.status(), answer.code()));
            }
            Thread.sleep(100);
        }
    }

    private Office office(String village) {
        return offices.of("village-" + village);
    }

    private Answer send(Caller caller, String path, Object form) {
        var key = id();
        var text = JSON.writeValueAsString(form);
        if (caller instanceof Office office) {
            used.add(new Used(office.account(), path.substring(API.length()), text, key));
        }
        var answer = caller.post(path, text, key);
        if (!answer.isAccepted()) {
            throw new IllegalStateException("%s: %d %s".formatted(path, answer.status(), answer.code()));
        }
        return answer;
    }
}
