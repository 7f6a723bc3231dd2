package cn.shouwang.bench.county;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.SplittableRandom;
import java.util.UUID;

/// A made-up household: who lives there and what it lives on. `incomePerHead` is in yuan a year.
///
/// The head comes first. Household and members follow from `random` alone.
record Household(
        String village, boolean lifted, List<Member> members, List<String> risks, boolean sudden, int incomePerHead) {

    /// One of them, with the number the register knows them by.
    record Member(String number, Person person, String relation, String labour, String health, boolean student) {

        Forms.Member form() {
            return new Forms.Member(
                    number,
                    new Forms.Person(person.name(), person.idNumber(), relation, labour, List.of(health), student));
        }
    }

    /// The day that ages are counted on; also the first day of the year that the county is about.
    static final LocalDate NEW_YEAR = LocalDate.of(2025, 1, 1);

    private static final String NEED = "家里有困难，请来看看(示范数据)";
    private static final int LINE = 11_610;
    private static final int WORKING_AGE = 16;
    private static final int OLD = 65;
    private static final List<String> RISKS = List.of(
            "ILLNESS",
            "SCHOOLING",
            "DISABILITY",
            "NATURAL_DISASTER",
            "ACCIDENT",
            "INDUSTRY_FAILURE",
            "UNSTABLE_WORK",
            "LABOUR_SHORTAGE",
            "HOUSING",
            "WATER");

    static Household in(Village village, SplittableRandom random) {
        var sudden = random.nextInt(6) == 0;
        var income = sudden ? random.nextInt(LINE + 500, 2 * LINE) : random.nextInt(3_000, LINE);
        return new Household(village.code(), random.nextInt(3) == 0, members(random), risks(random), sudden, income);
    }

    private static List<Member> members(SplittableRandom random) {
        var people = new People(random);
        var surname = people.surname();
        var members = new ArrayList<Member>();
        var headBorn = random.nextInt(1950, 1995);
        var headIsMan = random.nextInt(4) > 0;
        members.add(member(people.bornIn(headBorn, surname, headIsMan), "HEAD", random));
        if (random.nextInt(4) > 0) {
            var born = Math.min(1998, headBorn + random.nextInt(-4, 5));
            members.add(member(people.bornIn(born, people.surname(), !headIsMan), "SPOUSE", random));
        }
        for (var child = random.nextInt(4); child > 0; child--) {
            var son = random.nextBoolean();
            var born = Math.min(2024, headBorn + random.nextInt(20, 34));
            members.add(member(people.bornIn(born, surname, son), son ? "SON" : "DAUGHTER", random));
        }
        if (random.nextInt(3) == 0) {
            members.add(member(people.bornIn(headBorn - 25, surname, false), "MOTHER", random));
        }
        return List.copyOf(members);
    }

    private static Member member(Person person, String relation, SplittableRandom random) {
        var age = person.age(NEW_YEAR);
        var health = random.nextInt(4) > 0
                ? "HEALTHY"
                : List.of("CHRONIC", "SERIOUS", "DISABLED").get(random.nextInt(3));
        var labour = age < WORKING_AGE || age >= OLD ? "NONE" : labour(health, random);
        return new Member(
                new UUID(random.nextLong(), random.nextLong()).toString(),
                person,
                relation,
                labour,
                health,
                age >= 6 && age < WORKING_AGE);
    }

    private static String labour(String health, SplittableRandom random) {
        return switch (health) {
            case "HEALTHY" -> random.nextInt(5) == 0 ? "SKILLED" : "ORDINARY";
            case "CHRONIC" -> "WEAK_OR_HALF";
            default -> "LOST";
        };
    }

    private static List<String> risks(SplittableRandom random) {
        var risks = new LinkedHashSet<String>();
        for (var count = random.nextInt(1, 4); count > 0; count--) {
            risks.add(RISKS.get(random.nextInt(RISKS.size())));
        }
        return List.copyOf(risks);
    }

    Person head() {
        return members.getFirst().person();
    }

    String category() {
        return sudden ? "SUDDEN_HARDSHIP" : lifted ? "UNSTABLE_LIFTED" : "MARGINAL";
    }

    Forms.Household registration(LocalDate on) {
        return new Forms.Household(
                village,
                lifted ? "LIFTED" : "ORDINARY",
                "示范组",
                head().phone(),
                members.stream().map(Member::form).toList(),
                on);
    }

    /// Items that add up to the household's income.
    Forms.Income income(LocalDate visit) {
        var total = incomePerHead * members.size();
        var wage = total * 3 / 5;
        var expense = total / 10;
        return Forms.Income.before(
                visit,
                List.of(
                        item("WAGE", "local-work", wage, "SELF_DECLARED"),
                        item("OPERATING", "planting", total - wage - total / 20 + expense, "SELF_DECLARED"),
                        item("OPERATING_EXPENSE", "planting-cost", expense, "PAPER"),
                        item("TRANSFER_IN", "pension", total / 20, "BANK")));
    }

    private static Forms.IncomeItem item(String block, String code, int yuan, String source) {
        return new Forms.IncomeItem(block, code, BigDecimal.valueOf(yuan * 100L, 2), source);
    }

    // What is said about the household -----------------------------------------------------------

    /// On a phone, by the head or by a neighbour of the same made-up name.
    Forms.SelfReport selfReport(boolean delegated) {
        var delegate = delegated ? new Forms.Delegate(head().name(), head().phone(), "NEIGHBOUR", null) : null;
        return new Forms.SelfReport(
                village, head().name(), head().phone(), head().idNumber(), members.size(), risks, NEED, delegate);
    }

    /// By the end of the phone number that the report gave.
    Forms.Withdrawal withdrawal() {
        var phone = head().phone();
        return new Forms.Withdrawal(phone.substring(phone.length() - 4));
    }

    Forms.ClerkReport clerkReport(Arrival way, LocalDate on) {
        var caller = way == Arrival.PHONE ? head().phone() : null;
        return new Forms.ClerkReport(
                way.name(), village, head().name(), head().phone(), members.size(), risks, NEED, caller, on);
    }

    Forms.Clue clue(Arrival channel, LocalDate on) {
        return new Forms.Clue(village, channel.name(), head().name(), risks, "排查发现支出明显增加(示范数据)", on);
    }

    // What the household's case is about, step by step --------------------------------------------

    /// Two people come, and everybody is at home.
    Forms.Visit visit(LocalDate on) {
        var visitors = List.of(
                new Forms.Visitor("village-" + village, "村委会", false),
                new Forms.Visitor("secretary-" + village, "第一书记", false));
        var seen = members.stream()
                .map(member -> new Forms.Seen(member.number(), member.labour()))
                .toList();
        var selfPaid = BigDecimal.valueOf(sudden ? 4_600_000 : 120_000, 2);
        return new Forms.Visit(visitors, Forms.Guarantees.ALL_WELL, income(on), selfPaid, seen, on);
    }

    Forms.Authorization authorization(LocalDate on) {
        return new Forms.Authorization(members.getFirst().number(), "SIGNATURE", false, on);
    }

    Forms.Appraisal appraisal(LocalDate on) {
        return new Forms.Appraisal(21, 18, 1, 2, "PROPOSE", category(), risks, "评议记录(示范数据)", on);
    }

    Forms.Determination determination(int number, LocalDate on) {
        return new Forms.Determination("示范〔2025〕%d号".formatted(number), category(), risks, null, on);
    }
}
