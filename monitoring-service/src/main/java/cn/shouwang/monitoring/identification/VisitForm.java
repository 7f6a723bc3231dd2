package cn.shouwang.monitoring.identification;

import cn.shouwang.monitoring.household.LabourAbility;
import cn.shouwang.monitoring.household.MemberId;
import cn.shouwang.monitoring.income.Block;
import cn.shouwang.monitoring.income.Figure;
import cn.shouwang.monitoring.income.IncomeRules;
import cn.shouwang.monitoring.income.Proof;
import cn.shouwang.monitoring.income.Sheet;
import cn.shouwang.monitoring.income.Source;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The visit form as it is filled in: who was there, what they saw, and the income sheet. Amounts
/// are yuan with at most two decimals; `claimYuan` is what insurance paid out, nothing unless told.
public record VisitForm(
        @NotNull @Size(max = 20) List<@NotNull @Valid VisitorEntry> visitors,
        @NotNull @Valid GuaranteesEntry guarantees,
        @NotNull @Valid IncomeEntry income,

        @NotNull @PositiveOrZero @Digits(integer = 9, fraction = 2)
        BigDecimal selfPaidYuan,

        @NotEmpty @Size(max = 50) List<@NotNull @Valid SeenEntry> seen,
        @NotNull LocalDate on) {

    record VisitorEntry(
            @NotBlank @Size(max = 64) String account,
            @NotBlank @Size(max = 40) String title,
            @NotNull Boolean relativeOfHousehold) {}

    record GuaranteesEntry(
            @NotNull Boolean housingProblem,
            @NotNull Boolean childOutOfSchool,
            @NotNull Boolean waterProblem,
            @NotNull Boolean memberUninsured) {}

    record IncomeEntry(
            @NotNull LocalDate from,
            @NotNull LocalDate to,
            @NotNull @Size(max = 100) List<@NotNull @Valid ItemEntry> items,

            @Nullable @PositiveOrZero @Digits(integer = 9, fraction = 2)
            BigDecimal claimYuan) {}

    /// One figure; `proof` is told where it differs from the sheet: the whole window, no papers,
    /// collected by whoever enters it, on the day of the visit.
    record ItemEntry(
            @NotNull Block block,
            @NotNull @Pattern(regexp = "[a-z0-9-]{1,40}") String code,

            @NotNull @PositiveOrZero @Digits(integer = 9, fraction = 2)
            BigDecimal amountYuan,

            @NotNull Source source,
            @Nullable @Valid ProofEntry proof) {}

    /// `evidence` are ids of photos or numbers of papers: letters, digits and hyphens, and no
    /// number as long as a telephone's.
    record ProofEntry(
            @Nullable LocalDate from,
            @Nullable LocalDate to,

            @Nullable @Size(max = 10) List<@NotNull @Pattern(regexp = EVIDENCE) String> evidence,

            @Nullable @Size(min = 1, max = 64) String collector,
            @Nullable LocalDate on) {

        static final String EVIDENCE = "(?!.*[0-9]{11})[A-Za-z0-9-]{1,36}|[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}";
        private static final ProofEntry NONE = new ProofEntry(null, null, null, null, null);

        Proof proof(IncomeEntry sheet, LocalDate visitedOn, String account) {
            return new Proof(
                    from == null ? sheet.from() : from,
                    to == null ? sheet.to() : to,
                    evidence == null ? List.of() : evidence,
                    collector == null ? account : collector,
                    on == null ? visitedOn : on);
        }
    }

    record SeenEntry(@NotNull MemberId member, @NotNull LabourAbility ability) {}

    /// The visit it tells of, entered by account `collector`, to a household of `members` at a
    /// village. Refused when the income sheet does not stand (see [IncomeRules#assess]).
    public Visit visit(String village, int members, IncomeRules rules, String collector) {
        return new Visit(
                whoWasThere(),
                problems(),
                rules.assess(sheet(collector), village, members, fen(selfPaidYuan), on),
                fen(selfPaidYuan),
                whoWasSeen(),
                collector);
    }

    private List<Visit.Visitor> whoWasThere() {
        return visitors.stream()
                .map(visitor -> new Visit.Visitor(visitor.account(), visitor.title(), visitor.relativeOfHousehold()))
                .toList();
    }

    private Visit.Guarantees problems() {
        return new Visit.Guarantees(
                guarantees.housingProblem(),
                guarantees.childOutOfSchool(),
                guarantees.waterProblem(),
                guarantees.memberUninsured());
    }

    private Sheet sheet(String collector) {
        return new Sheet(
                income.from(),
                income.to(),
                income.items().stream().map(item -> figure(item, collector)).toList(),
                income.claimYuan() == null ? 0 : fen(income.claimYuan()));
    }

    private Figure figure(ItemEntry item, String collector) {
        var proof = item.proof() == null ? ProofEntry.NONE : item.proof();
        return new Figure(
                item.block(), item.code(), fen(item.amountYuan()), item.source(), proof.proof(income, on, collector));
    }

    private List<Visit.MemberSeen> whoWasSeen() {
        return seen.stream()
                .map(entry -> new Visit.MemberSeen(entry.member(), entry.ability()))
                .toList();
    }

    private static long fen(BigDecimal yuan) {
        return yuan.movePointRight(2).longValueExact();
    }
}
