package cn.shouwang.bench.county;

import cn.shouwang.bench.door.Answer;
import cn.shouwang.bench.door.Caller;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/// One family and what it lives through: registered, heard of, followed as far as its fate goes.
///
/// Used by one thread at a time, in that order.
public final class Family {

    private static final String API = "/api/monitoring";
    private static final ZoneId VILLAGE_TIME = ZoneId.of("Asia/Shanghai");
    private static final int LAST_BEGINNING = 300; // leaves two months of the year for the longest case

    private final String key;
    private final int number;
    private final Village village;
    private final Fate fate;
    private final Arrival arrival;
    private final Household household;
    private final SplittableRandom random;
    private LocalDate day;
    private String trackingNumber = "";
    private String householdId = "";
    private @Nullable String clue;
    private int steps;

    /// The family of that number; `seed` and `number` say all about it.
    Family(long seed, int number, Fate fate, Village village) {
        this.key = "demo-%d-%d-".formatted(seed, number);
        this.number = number;
        this.village = village;
        this.fate = fate;
        this.random = new SplittableRandom(seed * 1_000_003 + number);
        var arrivals = List.of(Arrival.values()).stream().filter(fate::canBegin).toList();
        this.arrival = arrivals.get(random.nextInt(arrivals.size()));
        this.household = Household.in(village, random);
        this.day = Household.NEW_YEAR.plusDays(random.nextInt(10, LAST_BEGINNING));
    }

    Fate fate() {
        return fate;
    }

    Arrival arrival() {
        return arrival;
    }

    /// The family is entered in the register, some days into the year.
    public void register(Desk desk) {
        var on = Household.NEW_YEAR.plusDays(random.nextInt(1, 10));
        householdId = desk.send(villageOffice(desk), API + "/households", household.registration(on), key + "register");
    }

    /// The suite hears of the family, by report or by clue, and somebody deals with that.
    public void beHeardOf(Desk desk) {
        if (arrival.isReport()) {
            var report = report(desk);
            deal(report, desk);
        } else {
            clue = registerClue(desk);
        }
        follow(desk);
    }

    /// The case, as far as the family's fate goes.
    public void goThrough(Desk desk) {
        for (var step : fate.steps()) {
            take(step, desk);
        }
    }

    // Reports ----------------------------------------------------------------------------------

    private String report(Desk desk) {
        var answer = arrival.isToday()
                ? desk.carryOut(
                        desk.visitor(),
                        API + "/public/reports",
                        household.selfReport(arrival == Arrival.DELEGATED),
                        key + "report")
                : desk.carryOut(
                        villageOffice(desk), API + "/reports", household.clerkReport(arrival, day), key + "report");
        trackingNumber = answer.map(Answer::trackingNumber).orElse("");
        return answer.map(Answer::id).orElse("");
    }

    private void deal(String report, Desk desk) {
        var path = API + "/reports/" + report;
        switch (fate) {
            case REPORT_WAITING -> {}
            case REPORT_REFUSED -> {
                var reason = new Forms.ReportRefusal("NOT_THIS_VILLAGE", null, next(1));
                desk.send(villageOffice(desk), path + "/refusal", reason, key + "refuse");
                if (number % 2 == 0) {
                    desk.send(villageOffice(desk), path + "/refusal-notice", new Forms.Dated(next(1)), key + "tell");
                }
            }
            case REPORT_WITHDRAWN ->
                desk.send(
                        desk.visitor(),
                        API + "/public/reports/" + trackingNumber + "/withdrawal",
                        household.withdrawal(),
                        key + "withdraw");
            default -> {
                desk.send(villageOffice(desk), path + "/acceptance", new Forms.Dated(next(1)), key + "accept");
                clue = desk.await(villageOffice(desk), API + "/clues?size=200", clues -> clueOf(report, clues));
            }
        }
    }

    private static Optional<String> clueOf(String report, Answer clues) {
        return StreamSupport.stream(clues.json().path("items").spliterator(), false)
                .filter(clue -> clue.path("report").asString("").equals(report))
                .map(clue -> clue.path("clue").stringValue())
                .findFirst();
    }

    // Clues ------------------------------------------------------------------------------------

    private String registerClue(Desk desk) {
        var office = arrival == Arrival.DEPARTMENT_DATA ? countyOffice(desk) : villageOffice(desk);
        return desk.send(office, API + "/clues", household.clue(arrival, day), key + "clue");
    }

    private void follow(Desk desk) {
        if (fate == Fate.CLUE_ASSIGNED) {
            desk.send(
                    townOffice(desk),
                    API + "/clues/" + clue + "/assignment",
                    new Forms.Assignment(village.code(), next(0)),
                    key + "assign");
        }
        if (fate == Fate.CLUE_CLOSED) {
            var outcome = List.of("NOT_ELIGIBLE", "DUPLICATE", "LOST_CONTACT", "POLICY_SOLVED", "REFUSED_BY_HOUSEHOLD")
                    .get(random.nextInt(5));
            desk.send(
                    villageOffice(desk),
                    API + "/clues/" + clue + "/outcome",
                    new Forms.ClueOutcome(outcome, "入户核实后登记(示范数据)", next(3)),
                    key + "close");
        }
    }

    // The case ---------------------------------------------------------------------------------

    private void take(Step step, Desk desk) {
        var path = API + "/households/" + householdId + "/identification" + step.path();
        desk.send(office(step, desk), path, form(step), key + steps++ + "-" + step);
    }

    private Caller office(Step step, Desk desk) {
        return switch (step) {
            case RETURN, REVIEW -> townOffice(desk);
            case DETERMINE -> countyOffice(desk);
            default -> villageOffice(desk);
        };
    }

    private Object form(Step step) {
        return switch (step) {
            case OPEN -> open();
            case VISIT -> household.visit(next(1));
            case AUTHORIZE -> household.authorization(next(0));
            case APPRAISE -> household.appraisal(next(1));
            case PUBLICISE -> new Forms.Publicity("村务公开栏", "拟纳入监测对象公示(示范数据)", next(1));
            case OBJECT -> new Forms.Objection("VILLAGER", "收入情况请再核实(示范数据)", next(1));
            case UPHOLD -> new Forms.Resolution("UPHELD", "异议成立，重新入户核实(示范数据)", next(2));
            case TAKE_DOWN -> new Forms.Dated(next(6));
            case RETURN -> new Forms.TownReturn("收入核算需补充材料(示范数据)", next(1));
            case REVIEW -> new Forms.TownReview("同意上报(示范数据)", next(1));
            case DETERMINE -> household.determination(number, next(2));
            case ANNOUNCE -> new Forms.Announcement("村务公开栏", next(1));
            case REJECT -> new Forms.Rejection("NO_RISK", "核实后不符合条件(示范数据)", next(1));
        };
    }

    private Forms.Case open() {
        var on = next(1);
        return new Forms.Case(clue, on.plusDays(3), on);
    }

    // Days and offices -------------------------------------------------------------------------

    /// Some days on; today for a family that came today.
    private LocalDate next(int days) {
        day = day.plusDays(days);
        return arrival.isToday() ? LocalDate.now(VILLAGE_TIME) : day;
    }

    private Caller villageOffice(Desk desk) {
        return desk.office("village-" + village.code());
    }

    private Caller townOffice(Desk desk) {
        return desk.office("town-" + village.town());
    }

    private static Caller countyOffice(Desk desk) {
        return desk.office("county-officer");
    }
}
