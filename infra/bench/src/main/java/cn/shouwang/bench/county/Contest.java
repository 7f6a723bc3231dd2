package cn.shouwang.bench.county;

import cn.shouwang.bench.door.Answer;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;

/// One household that several hands change at the same moment.
///
/// Each adds a member of its own, which all may; each adds the same member, which one of them can; each
/// takes the same member out, which again one of them can.
public final class Contest {

    private static final String API = "/api/monitoring/households/";
    private static final int HANDS = 4;

    private final String key;
    private final Village village;
    private final SplittableRandom random;
    private final LocalDate on = Household.NEW_YEAR.plusDays(20);

    /// What came of it: the household, and what is not as it must be, in words; nothing when all is well.
    public record Outcome(String household, List<String> members, List<String> faults) {}

    /// The contest of that number; `seed` and `number` say all about it.
    public Contest(long seed, int number, Village village) {
        this.key = "contest-%d-%d-".formatted(seed, number);
        this.village = village;
        this.random = new SplittableRandom(seed * 2_000_003 + number);
    }

    /// Holds it. The members that were accepted are in the outcome, those that left included.
    public Outcome hold(Desk desk) throws InterruptedException {
        var household = Household.in(village, random);
        var office = desk.office("village-" + village.code());
        var id = desk.send(office, API.substring(0, API.length() - 1), household.registration(on), key + "register");
        var path = API + id + "/members";
        var own = IntStream.range(0, HANDS).mapToObj(_ -> member()).toList();
        var shared = member();
        var faults = new ArrayList<String>();

        expect(
                "own members",
                HANDS,
                together(hand -> desk.ask(office, path, own.get(hand), key + "own-" + hand)),
                faults);
        expect("the same member", 1, together(hand -> desk.ask(office, path, shared, key + "same-" + hand)), faults);
        var leaving = path + "/" + shared.member() + "/decrease";
        var form = new Leaving("MOVED_OUT", on.plusDays(1));
        expect("leaving", 1, together(hand -> desk.ask(office, leaving, form, key + "leave-" + hand)), faults);

        var members = new ArrayList<>(own.stream().map(Joining::member).toList());
        members.add(shared.member());
        return new Outcome(id, List.copyOf(members), List.copyOf(faults));
    }

    private record Joining(String member, Forms.Person person, LocalDate on) {}

    private record Leaving(String reason, LocalDate on) {}

    private Joining member() {
        var people = new People(random);
        var person = people.bornIn(random.nextInt(1970, 2000), people.surname(), true);
        return new Joining(
                new UUID(random.nextLong(), random.nextLong()).toString(),
                new Forms.Person(person.name(), person.idNumber(), "OTHER", "ORDINARY", List.of("HEALTHY"), false),
                on);
    }

    private interface Hand {
        Answer act(int number);
    }

    private static List<Answer> together(Hand hand) throws InterruptedException {
        try (var hands = Executors.newVirtualThreadPerTaskExecutor()) {
            var acting = IntStream.range(0, HANDS)
                    .mapToObj(number -> hands.submit(() -> hand.act(number)))
                    .toList();
            var answers = new ArrayList<Answer>();
            for (var each : acting) {
                answers.add(each.get());
            }
            return answers;
        } catch (ExecutionException e) {
            throw new IllegalStateException(String.valueOf(e.getCause()), e);
        }
    }

    private void expect(String what, int accepted, List<Answer> answers, List<String> faults) {
        var found = answers.stream().filter(Answer::isAccepted).count();
        var odd = answers.stream()
                .filter(answer -> !answer.isAccepted() && answer.status() != 409)
                .toList();
        if (found != accepted || !odd.isEmpty()) {
            faults.add("%s%s: %d accepted where %d can be, %s"
                    .formatted(
                            key,
                            what,
                            found,
                            accepted,
                            answers.stream()
                                    .map(answer -> answer.status() + " " + answer.code())
                                    .toList()));
        }
    }
}
