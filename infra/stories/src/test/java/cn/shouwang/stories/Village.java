package cn.shouwang.stories;

import static cn.shouwang.stories.Asking.done;
import static cn.shouwang.stories.Asking.post;
import static cn.shouwang.stories.Asking.seen;
import static org.assertj.core.api.Assertions.assertThat;

import cn.shouwang.bench.county.Forms;
import cn.shouwang.bench.county.Person;
import cn.shouwang.bench.door.Caller;
import cn.shouwang.bench.door.Visitor;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// A village with its offices, those of its town and of the county; families and dates are made up.
final class Village {

    static final String API = "/api/monitoring";
    static final List<String> RISKS = List.of("ILLNESS", "LABOUR_SHORTAGE");

    final String code;
    final Caller committee;
    final Caller secretary;
    final Caller town;
    final Caller county;
    final Visitor anyone;

    Village(WholeSuite suite, String code) {
        this.code = code;
        committee = suite.office("village-" + code);
        secretary = suite.office("secretary-" + code);
        town = suite.office("town-" + code.substring(0, 9));
        county = suite.office("county-officer");
        anyone = suite.visitor();
    }

    /// A family of the village: its id in the register, its members' numbers, the head first.
    record Family(String household, List<String> members) {

        String path() {
            return API + "/households/" + household;
        }
    }

    /// A report as the offices know it, and the number its family was given.
    record Report(String id, String number) {}

    Report hearsByQrCode(Person head) {
        return reported(anyone, API + "/public/reports", selfReport(head, null));
    }

    Report hearsFromANeighbour(Person head, Person neighbour) {
        var delegate = new Forms.Delegate(neighbour.name(), neighbour.phone(), "NEIGHBOUR", null);
        return reported(anyone, API + "/public/reports", selfReport(head, delegate));
    }

    Report hearsByPhone(Person head, LocalDate on) {
        return reported(committee, API + "/reports", written("PHONE", head, head.phone(), on));
    }

    Report hearsAtTheWindow(Person head, LocalDate on) {
        return reported(committee, API + "/reports", written("WINDOW", head, null, on));
    }

    private static Report reported(Caller caller, String path, Object form) {
        var answer = post(caller, path, form);
        assertThat(answer.isAccepted()).as(path + ": " + answer.body()).isTrue();
        return new Report(answer.id(), answer.trackingNumber());
    }

    void accepts(Report report, LocalDate on) {
        done(committee, API + "/reports/" + report.id() + "/acceptance", new Forms.Dated(on));
    }

    void refuses(Report report, String reason, LocalDate on) {
        done(committee, API + "/reports/" + report.id() + "/refusal", new Forms.ReportRefusal(reason, null, on));
    }

    void tellsTheRefusal(Report report, LocalDate on) {
        done(committee, API + "/reports/" + report.id() + "/refusal-notice", new Forms.Dated(on));
    }

    /// The clue that follows an accepted report, once the software has registered it.
    String clueOf(Report report) {
        var clues = seen(committee, API + "/clues?size=200", list -> clue(list, report.id()) != null);
        return String.valueOf(clue(clues, report.id()));
    }

    private static @Nullable String clue(JsonNode clues, String report) {
        return StreamSupport.stream(clues.path("items").spliterator(), false)
                .filter(clue -> clue.path("report").asString("").equals(report))
                .map(clue -> clue.path("clue").stringValue())
                .findFirst()
                .orElse(null);
    }

    /// A head able to work, and a mother who is not any more.
    Family registers(Person head, Person mother, LocalDate on) {
        var numbers = List.of(UUID.randomUUID().toString(), UUID.randomUUID().toString());
        var members = List.of(
                new Forms.Member(numbers.getFirst(), person(head, "HEAD", "ORDINARY", "HEALTHY")),
                new Forms.Member(numbers.getLast(), person(mother, "MOTHER", "LOST", "CHRONIC")));
        var form = new Forms.Household(code, "ORDINARY", "示范组", head.phone(), members, on);
        return new Family(done(committee, API + "/households", form), numbers);
    }

    Case opens(Family family, @Nullable String clue, LocalDate on) {
        done(committee, family.path() + "/identification", new Forms.Case(clue, on.plusDays(3), on));
        return new Case(this, family);
    }

    private static Forms.Person person(Person person, String relation, String labour, String health) {
        return new Forms.Person(person.name(), person.idNumber(), relation, labour, List.of(health), false);
    }

    private Forms.SelfReport selfReport(Person head, Forms.@Nullable Delegate delegate) {
        return new Forms.SelfReport(code, head.name(), head.phone(), head.idNumber(), 2, RISKS, "看病花费大，请来看看", delegate);
    }

    private Forms.ClerkReport written(String way, Person head, @Nullable String caller, LocalDate on) {
        return new Forms.ClerkReport(way, code, head.name(), head.phone(), 2, RISKS, "看病花费大，请来看看", caller, on);
    }
}
