package cn.shouwang.monitoring.identification;

import cn.shouwang.monitoring.household.HouseholdId;
import cn.shouwang.monitoring.household.LabourAbility;
import cn.shouwang.monitoring.household.MemberId;
import cn.shouwang.monitoring.identification.IdentificationCommand.RecordVisit;
import cn.shouwang.monitoring.identification.IdentificationCommand.RecordVisit.IncomeSheet;
import cn.shouwang.platform.command.Commands;
import cn.shouwang.platform.store.Accepted;
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
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/// Takes in the visit form: who was there, what they saw, and the income sheet. Amounts are yuan with
/// at most two decimals.
@RestController
class VisitController {

    record RecordVisitRequest(
            @NotNull @Size(max = 20) List<@NotNull @Valid VisitorRequest> visitors,
            @NotNull @Valid GuaranteesRequest guarantees,
            @NotNull @Valid IncomeRequest income,

            @NotNull @PositiveOrZero @Digits(integer = 9, fraction = 2)
            BigDecimal selfPaidYuan,

            @NotEmpty @Size(max = 50) List<@NotNull @Valid SeenRequest> seen,
            @NotNull LocalDate on) {}

    record VisitorRequest(
            @NotBlank @Size(max = 64) String account,
            @NotBlank @Size(max = 40) String title,
            @NotNull Boolean relativeOfHousehold) {}

    record GuaranteesRequest(
            @NotNull Boolean housingProblem,
            @NotNull Boolean childOutOfSchool,
            @NotNull Boolean waterProblem,
            @NotNull Boolean memberUninsured) {}

    record IncomeRequest(
            @NotNull LocalDate from,
            @NotNull LocalDate to,
            @NotNull @Size(max = 100) List<@NotNull @Valid ItemRequest> items) {}

    record ItemRequest(
            @NotNull Income.Block block,
            @NotNull @Pattern(regexp = "[a-z0-9-]{1,40}") String code,

            @NotNull @PositiveOrZero @Digits(integer = 9, fraction = 2)
            BigDecimal amountYuan,

            @NotNull Income.Source source) {}

    record SeenRequest(@NotNull MemberId member, @NotNull LabourAbility ability) {}

    private final Commands commands;

    VisitController(Commands commands) {
        this.commands = commands;
    }

    @PostMapping("/households/{household}/identification/visit")
    Accepted visit(@PathVariable HouseholdId household, @Valid @RequestBody RecordVisitRequest request) {
        return commands.send(new RecordVisit(
                household,
                request.visitors().stream()
                        .map(visitor ->
                                new Visit.Visitor(visitor.account(), visitor.title(), visitor.relativeOfHousehold()))
                        .toList(),
                guarantees(request.guarantees()),
                sheet(request.income()),
                fen(request.selfPaidYuan()),
                request.seen().stream()
                        .map(seen -> new Visit.MemberSeen(seen.member(), seen.ability()))
                        .toList(),
                request.on()));
    }

    private static Visit.Guarantees guarantees(GuaranteesRequest asked) {
        return new Visit.Guarantees(
                asked.housingProblem(), asked.childOutOfSchool(), asked.waterProblem(), asked.memberUninsured());
    }

    private static IncomeSheet sheet(IncomeRequest income) {
        return new IncomeSheet(
                income.from(),
                income.to(),
                income.items().stream()
                        .map(item -> new Income.Item(item.block(), item.code(), fen(item.amountYuan()), item.source()))
                        .toList());
    }

    private static long fen(BigDecimal yuan) {
        return yuan.movePointRight(2).longValueExact();
    }
}
