package cn.shouwang.bench.start;

import cn.shouwang.bench.county.Forms;
import cn.shouwang.bench.county.People;
import cn.shouwang.bench.door.Caller;
import cn.shouwang.bench.door.Offices;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/// The shortest way of a household from the register to the list of the monitored, through the
/// gateway.
final class FirstHousehold {

    private static final String HOUSEHOLDS = "/api/monitoring/households";
    private static final String VILLAGE = "440233101203";
    private static final LocalDate DAY = LocalDate.of(2025, 3, 3);
    private static final List<String> RISKS = List.of("ILLNESS");

    private final Caller village;
    private final Caller town;
    private final Caller county;
    private final String member = UUID.randomUUID().toString();

    FirstHousehold(Offices offices) {
        this.village = offices.of("village-committee");
        this.town = offices.of("town-office");
        this.county = offices.of("county-officer");
    }

    /// Returns when the county finds the household among the monitored.
    ///
    /// @throws IllegalStateException when any step is refused
    void determine() {
        var household = HOUSEHOLDS + "/" + send(village, HOUSEHOLDS, registration());
        var identification = household + "/identification";
        send(village, identification, new Forms.Case(null, DAY, DAY));
        send(village, identification + "/visit", visit());
        send(village, identification + "/authorization", new Forms.Authorization(member, "SIGNATURE", false, DAY));
        send(
                village,
                identification + "/appraisal",
                new Forms.Appraisal(20, 20, 0, 0, "PROPOSE", "MARGINAL", RISKS, "评议记录", DAY));
        send(village, identification + "/publicity", new Forms.Publicity("村务公开栏", "拟纳入监测对象公示", DAY));
        send(village, identification + "/publicity-end", new Forms.Dated(DAY.plusDays(6)));
        send(town, identification + "/town-review", new Forms.TownReview("同意上报", DAY.plusDays(7)));
        var position = decided(identification);
        var monitored = county.get("/api/monitoring/roster", position);
        if (monitored.json().path("total").asInt(0) != 1) {
            throw new IllegalStateException("determined, but not among the monitored");
        }
    }

    private long decided(String identification) {
        var decision = new Forms.Determination("示范〔2025〕1号", "MARGINAL", RISKS, null, DAY.plusDays(8));
        var answer = county.post(
                identification + "/determination", decision, UUID.randomUUID().toString());
        if (!answer.isAccepted()) {
            throw new IllegalStateException("determination: %d %s".formatted(answer.status(), answer.code()));
        }
        return answer.position();
    }

    private Forms.Household registration() {
        var head = new Forms.Person(
                "赵示禾", People.idNumber(LocalDate.of(1970, 5, 6), 121), "HEAD", "ORDINARY", List.of("HEALTHY"), false);
        return new Forms.Household(
                VILLAGE, "ORDINARY", "示范组", "16000000000", List.of(new Forms.Member(member, head)), DAY);
    }

    private Forms.Visit visit() {
        var wages = new Forms.IncomeItem("WAGE", "local-work", BigDecimal.valueOf(900_000, 2), "SELF_DECLARED");
        return new Forms.Visit(
                List.of(
                        new Forms.Visitor("village-committee", "村委会", false),
                        new Forms.Visitor("first-secretary", "第一书记", false)),
                Forms.Guarantees.ALL_WELL,
                Forms.Income.before(DAY, List.of(wages)),
                BigDecimal.ZERO,
                List.of(new Forms.Seen(member, "ORDINARY")),
                DAY);
    }

    private static String send(Caller office, String path, Object form) {
        var answer = office.post(path, form, UUID.randomUUID().toString());
        if (!answer.isAccepted()) {
            throw new IllegalStateException("%s: %d %s".formatted(path, answer.status(), answer.code()));
        }
        return answer.id();
    }
}
