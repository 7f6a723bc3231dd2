package cn.shouwang.stories;

import static cn.shouwang.stories.Asking.done;

import cn.shouwang.bench.county.Forms;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/// A family's case on its way; every step is done or the story ends.
final class Case {

    private final Village village;
    private final Village.Family family;

    Case(Village village, Village.Family family) {
        this.village = village;
        this.family = family;
    }

    Case isVisited(LocalDate on, int yuanPerHead) {
        done(village.committee, path("/visit"), visit(village, family, on, BigDecimal.valueOf(yuanPerHead * 200L, 2)));
        return this;
    }

    Case isAuthorized(LocalDate on) {
        var signer = family.members().getFirst();
        done(village.committee, path("/authorization"), new Forms.Authorization(signer, "FINGERPRINT", true, on));
        return this;
    }

    Case isAppraised(LocalDate on) {
        var minutes = new Forms.Appraisal(23, 20, 1, 2, "PROPOSE", "MARGINAL", Village.RISKS, "评议记录2025-3", on);
        done(village.committee, path("/appraisal"), minutes);
        return this;
    }

    Case isHungOut(LocalDate on) {
        done(village.committee, path("/publicity"), new Forms.Publicity("村务公开栏", "拟纳入监测对象公示", on));
        return this;
    }

    Case isObjectedTo(LocalDate on) {
        done(village.secretary, path("/objections"), new Forms.Objection("VILLAGER", "这家在镇上还有收入", on));
        return this;
    }

    Case hasItsObjectionUpheld(LocalDate on) {
        var answer = new Forms.Resolution("UPHELD", "补充核实务工收入后重新评议", on);
        done(village.committee, path("/objections/1/resolution"), answer);
        return this;
    }

    Case isTakenDown(LocalDate on) {
        done(village.committee, path("/publicity-end"), new Forms.Dated(on));
        return this;
    }

    Case isReviewedByTheTown(LocalDate on) {
        done(village.town, path("/town-review"), new Forms.TownReview("材料齐全，同意上报", on));
        return this;
    }

    Case isDetermined(LocalDate on) {
        var decision = new Forms.Determination("示范〔2025〕7号", "MARGINAL", Village.RISKS, null, on);
        done(village.county, path("/determination"), decision);
        return this;
    }

    Case isAnnounced(LocalDate on) {
        done(village.committee, path("/announcement"), new Forms.Announcement("村务公开栏", on));
        return this;
    }

    String path(String step) {
        return family.path() + "/identification" + step;
    }

    /// Two people at the door, all wages; `yuan` is the family's income of a year.
    static Forms.Visit visit(Village village, Village.Family family, LocalDate on, BigDecimal yuan) {
        return new Forms.Visit(
                List.of(
                        new Forms.Visitor("village-" + village.code, "村委会", false),
                        new Forms.Visitor("secretary-" + village.code, "第一书记", false)),
                Forms.Guarantees.ALL_WELL,
                Forms.Income.before(on, List.of(new Forms.IncomeItem("WAGE", "local-work", yuan, "SELF_DECLARED"))),
                BigDecimal.valueOf(1_860_000, 2),
                List.of(
                        new Forms.Seen(family.members().getFirst(), "ORDINARY"),
                        new Forms.Seen(family.members().getLast(), "LOST")),
                on);
    }
}
