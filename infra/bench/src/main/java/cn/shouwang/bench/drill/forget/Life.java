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
import java.util.List;
import java.util.UUID;
import java.util.stream.StreamSupport;

/// One person's life in the register: reports of their own, a report they brought for somebody else, a
/// clue, two households they were entered in, a whole case full of words, and its end.
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

    /// Where the person stands in the register.
    record Entry(String household, String member) {}

    Life(Offices offices, Visitor visitor, Marked marked, Person neighbour) {
        this.offices = offices;
        this.visitor = visitor;
        this.marked = marked;
        this.neighbour = neighbour;
    }

    /// Everything is written down, and closed in the end.
    Entry live() throws InterruptedException {
        reportThemself();
        speakForTheNeighbour();
        beNoticed();
        var home = register(VILLAGE);
        var spouse = home.members().getLast().member();
        goThroughACase(home);
        send(
                village(VILLAGE),
                path(home.id(), "/members/" + spouse + "/decrease"),
                new Gone("HUKOU_OUT", null, DAY.plusDays(30)));
        register(OTHER_VILLAGE);
        return new Entry(home.id(), home.members().getFirst().member());
    }

    record Gone(
            String reason,
            @org.jspecify.annotations.Nullable String newHead,
            LocalDate on) {}

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

    private void reportThemself() throws InterruptedException {
        var person = marked.person();
        var form = new Forms.SelfReport(
                VILLAGE, person.name(), person.phone(), person.idNumber(), 2, RISKS, marked.words(), null);
        var report = send(visitor, API + "/public/reports", form).id();
        var clerk = village(VILLAGE);
        send(clerk, API + "/reports/" + listed(clerk, report) + "/acceptance", new Forms.Dated(today));
        close(clerk, clueOf(clerk, 1));
    }

    private void speakForTheNeighbour() {
        var delegate =
                new Forms.Delegate(marked.person().name(), marked.person().phone(), "NEIGHBOUR", null);
        var form = new Forms.SelfReport(
                VILLAGE, neighbour.name(), neighbour.phone(), neighbour.idNumber(), 1, RISKS, "邻居代报", delegate);
        var report = send(visitor, API + "/public/reports", form).id();
        var clerk = village(VILLAGE);
        var refusal = new Forms.ReportRefusal("NOT_THIS_VILLAGE", null, today);
        send(clerk, API + "/reports/" + listed(clerk, report) + "/refusal", refusal);
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

    private Home register(String village) {
        var members =
                List.of(member(marked.person(), "HEAD", "CHRONIC"), member(neighbourOf(village), "SPOUSE", "HEALTHY"));
        var form = new Forms.Household(
                village, "ORDINARY", marked.address(), marked.person().phone(), members, DAY);
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
                                "WAGE", "wages", BigDecimal.valueOf(900_000, 2), "SELF_DECLARED"))),
                BigDecimal.valueOf(100_000, 2),
                List.of(new Forms.Seen(member, "LOST")),
                on);
    }

    private void close(Caller clerk, String clue) {
        send(clerk, API + "/clues/" + clue + "/outcome", new Forms.ClueOutcome("NOT_ELIGIBLE", marked.words(), today));
    }

    /// The id under which offices find the report of a tracking number.
    private static String listed(Caller clerk, String report) {
        var items = clerk.get(API + "/reports?size=200").json().path("items");
        return StreamSupport.stream(items.spliterator(), false)
                .map(item -> item.path("report").asString(""))
                .filter(id -> !id.isEmpty())
                .filter(report::equals)
                .findFirst()
                .orElse(report);
    }

    private static String clueOf(Caller clerk, int number) throws InterruptedException {
        var deadline = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < deadline) {
            var clues = clerk.get(API + "/clues?state=OPEN&size=200").json();
            if (clues.path("total").asInt(0) >= number) {
                return clues.path("items").path(0).path("clue").stringValue();
            }
            Thread.sleep(100);
        }
        throw new IllegalStateException("no clue came of the report");
    }

    private Caller village(String code) {
        return offices.of("village-" + code);
    }

    private static String path(String household, String rest) {
        return API + "/households/" + household + rest;
    }

    static Answer send(Caller caller, String path, Object form) {
        var answer = caller.post(path, form, UUID.randomUUID().toString());
        if (!answer.isAccepted()) {
            throw new IllegalStateException("%s: %d %s".formatted(path, answer.status(), answer.code()));
        }
        return answer;
    }
}
