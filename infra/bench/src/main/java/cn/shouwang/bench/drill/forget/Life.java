package cn.shouwang.bench.drill.forget;

import cn.shouwang.bench.county.Forms;
import cn.shouwang.bench.county.Person;
import cn.shouwang.bench.door.Answer;
import cn.shouwang.bench.door.Caller;
import cn.shouwang.bench.door.Offices;
import cn.shouwang.bench.door.Visitor;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// One person's life in the register: a report of their own with a photo, a report they brought for
/// somebody else, a clue, two households they were entered in and found to be one person, a whole
/// case full of words and its end; and all who looked them up and looked at them.
final class Life {

    static final String VILLAGE = "440233101203";
    static final String OTHER_VILLAGE = "440233101204";
    static final String API = "/api/monitoring";

    /// Public by nature; whoever looks for traces must find it.
    static final String PLACE = "老樟树下公开栏";

    private static final LocalDate DAY = LocalDate.of(2025, 3, 3);
    private static final List<String> RISKS = List.of("ILLNESS");
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Offices offices;
    private final Visitor visitor;
    private final Marked marked;
    private final Person neighbour;
    private final LocalDate today = LocalDate.now(ZoneId.of("Asia/Shanghai"));

    /// Where the person stands in the register: the number of their report, and a piece of their
    /// photo as offices saw it, one letter per byte.
    record Entry(String household, String member, String tracking, String picture) {}

    Life(Offices offices, Visitor visitor, Marked marked, Person neighbour) {
        this.offices = offices;
        this.visitor = visitor;
        this.marked = marked;
        this.neighbour = neighbour;
    }

    /// Everything is written down, and closed in the end.
    Entry live() throws InterruptedException {
        var tracking = sendReport();
        var picture = acceptReport(tracking);
        speakForTheNeighbour();
        beNoticed();
        var home = register(VILLAGE, marked.person().phone(), marked.address());
        var spouse = home.members().getLast().member();
        goThroughACase(home);
        send(
                village(VILLAGE),
                path(home.id(), "/members/" + spouse + "/decrease"),
                new Gone("MOVED_OUT", null, DAY.plusDays(30)));
        var twice = register(OTHER_VILLAGE, neighbour.phone(), "墨池坡下" + neighbour.phone());
        merge(home.members().getFirst().member(), twice.members().getFirst().member());
        lookUp(home);
        return new Entry(home.id(), home.members().getFirst().member(), tracking, picture);
    }

    record Gone(String reason, @Nullable String newHead, LocalDate on) {}

    record Why(String purpose, String note) {}

    record Wish(String field, String purpose, String note) {}

    record Search(String by, String text, String purpose) {}

    record Merge(String kept, String reason, LocalDate on) {}

    record Noticed(
            String village,
            String channel,
            String name,
            String phone,
            String idNumber,
            List<String> risks,
            String evidence,
            LocalDate on) {}

    private record Home(String id, List<Forms.Member> members) {}

    private String sendReport() {
        var person = marked.person();
        var form = new Forms.SelfReport(
                VILLAGE, person.name(), person.phone(), person.idNumber(), 2, RISKS, marked.words(), null);
        return send(visitor, API + "/public/reports", form).trackingNumber();
    }

    /// The report with its photo, as the village works on it. A piece of the picture it was shown.
    private String acceptReport(String tracking) throws InterruptedException {
        var photos = API + "/public/reports/" + tracking + "/photos";
        var photo = accepted(
                photos,
                visitor.upload(
                        photos,
                        "image/jpeg",
                        Snapshot.of(marked),
                        UUID.randomUUID().toString()));
        var clerk = village(VILLAGE);
        var report = listed(clerk, photo.json().path("photo").asString(""));
        var why = new Why("VERIFICATION", marked.words());
        var seen = send(clerk, report + "/photos/" + photo.json().path("photo").asString("") + "/looks", why);
        send(clerk, report + "/acceptance", new Forms.Dated(today));
        send(clerk, report + "/reveals", new Wish("PHONE", "CONTACT", marked.words()));
        close(clerk, clueOf(clerk, 1));
        var middle = seen.body().length() / 2;
        return seen.body().substring(middle, middle + 48);
    }

    private void speakForTheNeighbour() {
        var delegate =
                new Forms.Delegate(marked.person().name(), marked.person().phone(), "NEIGHBOUR", null);
        var form = new Forms.SelfReport(
                VILLAGE, neighbour.name(), neighbour.phone(), neighbour.idNumber(), 1, RISKS, "邻居代报", delegate);
        var report = send(visitor, API + "/public/reports", form).id();
        var refusal = new Forms.ReportRefusal("NOT_THIS_VILLAGE", null, today);
        send(village(VILLAGE), API + "/reports/" + report + "/refusal", refusal);
    }

    private void beNoticed() {
        var person = marked.person();
        var clerk = village(VILLAGE);
        var clue = send(
                        clerk,
                        API + "/clues",
                        new Noticed(
                                VILLAGE,
                                "GRASSROOTS_CHECK",
                                person.name(),
                                person.phone(),
                                person.idNumber(),
                                RISKS,
                                marked.words(),
                                today))
                .id();
        close(clerk, clue);
    }

    private Home register(String village, String phone, String address) {
        var members =
                List.of(member(marked.person(), "HEAD", "CHRONIC"), member(neighbourOf(village), "SPOUSE", "HEALTHY"));
        var form = new Forms.Household(village, "ORDINARY", address, phone, members, DAY);
        return new Home(send(village(village), API + "/households", form).id(), members);
    }

    private Person neighbourOf(String village) {
        return Marked.of(village.hashCode(), "钱样溪").person();
    }

    private static Forms.Member member(Person person, String relation, String health) {
        return new Forms.Member(
                UUID.randomUUID().toString(),
                new Forms.Person(person.name(), person.idNumber(), relation, "LOST", List.of(health), false));
    }

    private void goThroughACase(Home home) {
        var clerk = village(VILLAGE);
        var head = home.members().getFirst().member();
        var step = path(home.id(), "/identification");
        send(clerk, step, new Forms.Case(null, DAY.plusDays(3), DAY));
        send(clerk, step + "/visit", visit(head, DAY.plusDays(1)));
        send(clerk, step + "/authorization", new Forms.Authorization(head, "SIGNATURE", false, DAY.plusDays(1)));
        send(
                clerk,
                step + "/appraisal",
                new Forms.Appraisal(21, 20, 1, 0, "PROPOSE", "MARGINAL", RISKS, marked.remark(), DAY.plusDays(2)));
        send(clerk, step + "/publicity", new Forms.Publicity(PLACE, "拟纳入监测对象公示", DAY.plusDays(3)));
        send(clerk, step + "/objections", new Forms.Objection("VILLAGER", marked.words(), DAY.plusDays(4)));
        send(
                clerk,
                step + "/objections/1/resolution",
                new Forms.Resolution("DISMISSED", marked.words(), DAY.plusDays(5)));
        send(clerk, step + "/publicity-end", new Forms.Dated(DAY.plusDays(10)));
        var town = offices.of("town-" + VILLAGE.substring(0, 9));
        send(town, step + "/town-return", new Forms.TownReturn(marked.words(), DAY.plusDays(11)));
        send(clerk, step + "/visit", visit(head, DAY.plusDays(12)));
        send(clerk, step + "/rejection", new Forms.Rejection("NO_RISK", marked.words(), DAY.plusDays(13)));
    }

    private Forms.Visit visit(String member, LocalDate on) {
        return new Forms.Visit(
                List.of(
                        new Forms.Visitor("village-" + VILLAGE, "村委会", false),
                        new Forms.Visitor("secretary-" + VILLAGE, "第一书记", false)),
                Forms.Guarantees.ALL_WELL,
                Forms.Income.before(
                        on,
                        List.of(new Forms.IncomeItem(
                                "WAGE", "local-work", BigDecimal.valueOf(900_000, 2), "SELF_DECLARED"))),
                BigDecimal.valueOf(100_000, 2),
                List.of(new Forms.Seen(member, "LOST")),
                on);
    }

    private void close(Caller clerk, String clue) {
        send(clerk, API + "/clues/" + clue + "/outcome", new Forms.ClueOutcome("NOT_ELIGIBLE", marked.words(), today));
    }

    /// Two entries are found to be one person, whoever entered them; the town decides.
    private void merge(String kept, String merged) throws InterruptedException {
        var town = offices.of("town-" + VILLAGE.substring(0, 9));
        var pair = API + "/duplicates/" + pairOf(town, Set.of(kept, merged));
        send(town, pair + "/merge", new Merge(kept, marked.words(), today));
    }

    private static String pairOf(Caller town, Set<String> sides) throws InterruptedException {
        return within(PATIENCE, "no pair was proposed", () -> {
            var pairs = town.get(API + "/duplicates?state=PROPOSED&size=200").json();
            for (var pair : pairs.path("items")) {
                var id = pair.path("duplicate").asString("");
                var seen = new HashSet<String>();
                town.get(API + "/duplicates/" + id)
                        .json()
                        .path("sides")
                        .forEach(side -> seen.add(side.at("/person/id").asString("")));
                if (seen.equals(sides)) {
                    return Optional.of(id);
                }
            }
            return Optional.empty();
        });
    }

    /// Found by everything people are found by, and shown whole.
    private void lookUp(Home home) {
        var clerk = village(VILLAGE);
        searches(marked).forEach(search -> {
            if (send(clerk, API + "/searches/persons", search)
                            .json()
                            .path("found")
                            .asInt(0)
                    == 0) {
                throw new IllegalStateException("nobody is found by " + search.by());
            }
        });
        var member = path(home.id(), "/members/" + home.members().getFirst().member() + "/reveals");
        for (var field : List.of("NAME", "DOCUMENT", "BORN", "HEALTH")) {
            send(clerk, member, new Wish(field, "COMPLAINT", marked.words()));
        }
        for (var field : List.of("PHONE", "ADDRESS")) {
            send(clerk, path(home.id(), "/reveals"), new Wish(field, "CONTACT", marked.remark()));
        }
    }

    static List<Search> searches(Marked marked) {
        var person = marked.person();
        return List.of(
                new Search("DOCUMENT", person.idNumber(), "VERIFICATION"),
                new Search("PHONE", person.phone(), "VERIFICATION"),
                new Search("NAME", person.name(), "VERIFICATION"));
    }

    /// The path of the report that has this photo.
    private static String listed(Caller clerk, String photo) {
        for (var item : clerk.get(API + "/reports?size=200").json().path("items")) {
            var report = API + "/reports/" + item.path("report").asString("");
            for (var each : clerk.get(report + "/photos").json()) {
                if (each.path("photo").asString("").equals(photo)) {
                    return report;
                }
            }
        }
        throw new IllegalStateException("the photo is with no report");
    }

    private static String clueOf(Caller clerk, int number) throws InterruptedException {
        return within(PATIENCE, "no clue came of the report", () -> {
            var clues = clerk.get(API + "/clues?state=OPEN&size=200").json();
            return clues.path("total").asInt(0) < number
                    ? Optional.empty()
                    : Optional.of(clues.path("items").path(0).path("clue").stringValue());
        });
    }

    /// Asks until there is an answer.
    static <T> T within(Duration patience, String otherwise, Supplier<Optional<T>> ask) throws InterruptedException {
        var deadline = System.nanoTime() + patience.toNanos();
        while (System.nanoTime() < deadline) {
            var answer = ask.get();
            if (answer.isPresent()) {
                return answer.get();
            }
            Thread.sleep(100);
        }
        throw new IllegalStateException(otherwise);
    }

    private Caller village(String code) {
        return offices.of("village-" + code);
    }

    private static String path(String household, String rest) {
        return API + "/households/" + household + rest;
    }

    static Answer send(Caller caller, String path, Object form) {
        return accepted(path, caller.post(path, form, UUID.randomUUID().toString()));
    }

    private static Answer accepted(String path, Answer answer) {
        if (!answer.isAccepted()) {
            throw new IllegalStateException("%s: %d %s".formatted(path, answer.status(), answer.code()));
        }
        return answer;
    }
}
