package cn.shouwang.monitoring.identification;

import cn.shouwang.monitoring.household.LabourAbility;
import cn.shouwang.monitoring.household.MemberId;
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

/// The visit form as it is filled in: who was there, what they saw, and the income sheet. Amounts are
/// yuan with at most two decimals.
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
            @NotNull @Size(max = 100) List<@NotNull @Valid ItemEntry> items) {}

    record ItemEntry(
            @NotNull Income.Block block,
            @NotNull @Pattern(regexp = "[a-z0-9-]{1,40}") String code,

            @NotNull @PositiveOrZero @Digits(integer = 9, fraction = 2)
            BigDecimal amountYuan,

            @NotNull Income.Source source) {}

    record SeenEntry(@NotNull MemberId member, @NotNull LabourAbility ability) {}

    /// The visit it tells of, entered by account `collector`, to a household of `members`. Refused when the
    /// income sheet does not stand (see [Income#assess]).
    public Visit visit(int members, String collector) {
        return new Visit(whoWasThere(), problems(), assessed(members), selfPaidFen(), whoWasSeen(), collector);
    }

    List<Visit.Visitor> whoWasThere() {
        return visitors.stream()
                .map(visitor -> new Visit.Visitor(visitor.account(), visitor.title(), visitor.relativeOfHousehold()))
                .toList();
    }

    Visit.Guarantees problems() {
        return new Visit.Guarantees(
                guarantees.housingProblem(),
                guarantees.childOutOfSchool(),
                guarantees.waterProblem(),
                guarantees.memberUninsured());
    }

    List<Income.Item> items() {
        return income.items().stream()
                .map(item -> new Income.Item(item.block(), item.code(), fen(item.amountYuan()), item.source()))
                .toList();
    }

    List<Visit.MemberSeen> whoWasSeen() {
        return seen.stream()
                .map(entry -> new Visit.MemberSeen(entry.member(), entry.ability()))
                .toList();
    }

    long selfPaidFen() {
        return fen(selfPaidYuan);
    }

    private Income assessed(int members) {
        return Income.assess(income.from(), income.to(), items(), members, on);
    }

    private static long fen(BigDecimal yuan) {
        return yuan.movePointRight(2).longValueExact();
    }
}
