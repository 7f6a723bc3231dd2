package cn.shouwang.monitoring.assistance;

import cn.shouwang.monitoring.assistance.AssistanceCommand.ApproveMeasure;
import cn.shouwang.monitoring.assistance.AssistanceCommand.EndMeasure;
import cn.shouwang.monitoring.assistance.AssistanceCommand.GrantUrgentAid;
import cn.shouwang.monitoring.assistance.AssistanceCommand.PlanMeasure;
import cn.shouwang.monitoring.assistance.AssistanceCommand.RecordDelivery;
import cn.shouwang.monitoring.clue.RiskType;
import cn.shouwang.monitoring.household.HouseholdId;
import cn.shouwang.monitoring.household.MemberId;
import cn.shouwang.platform.command.Commands;
import cn.shouwang.platform.store.Accepted;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// Takes in what is done for a household. A measure's number may be chosen by the caller; otherwise the
/// household's file tells it. Amounts are yuan with at most two decimals.
@RestController
@RequestMapping("/households/{household}")
class AssistanceController {

    record UrgentAidRequest(
            @NotBlank @Size(max = 1000) String reason,

            @NotNull @Positive @Digits(integer = 9, fraction = 2)
            BigDecimal amountYuan,

            @NotNull LocalDate on) {}

    /// `members` is empty when the measure is for all.
    record MeasureRequest(
            @Nullable MeasureId measure,
            @NotNull @Size(max = 50) List<@NotNull MemberId> members,
            @NotNull Family family,
            @NotBlank @Size(max = 200) String subItem,
            @NotNull RiskType risk,
            @Nullable @Size(min = 1, max = 1000) String ground,
            @Nullable @Size(min = 1, max = 100) String policy,
            @NotBlank @Size(max = 100) String provider,
            @NotNull LocalDate start,
            @Nullable LocalDate plannedEnd,

            @NotNull @PositiveOrZero @Digits(integer = 9, fraction = 2)
            BigDecimal amountYuan,

            @NotBlank @Size(max = 20) String unit,
            @NotBlank @Size(max = 100) String fundingSource,
            @NotNull LocalDate on) {

        Plan plan() {
            return new Plan(
                    members,
                    family,
                    subItem,
                    risk,
                    ground,
                    policy,
                    provider,
                    start,
                    plannedEnd,
                    fen(amountYuan),
                    unit,
                    fundingSource);
        }
    }

    record ApprovalRequest(@NotNull LocalDate on) {}

    record DeliveryRequest(
            @NotNull @PositiveOrZero @Digits(integer = 9, fraction = 2)
            BigDecimal amountYuan,

            @NotBlank @Size(max = 200) String evidence,
            @NotNull LocalDate on) {}

    record EndingRequest(
            @NotNull Ending ending,
            @NotBlank @Size(max = 1000) String result,
            @NotNull LocalDate on) {}

    private final Commands commands;

    AssistanceController(Commands commands) {
        this.commands = commands;
    }

    @PostMapping("/urgent-aid")
    Accepted urgent(@PathVariable HouseholdId household, @Valid @RequestBody UrgentAidRequest request) {
        return commands.send(new GrantUrgentAid(household, request.reason(), fen(request.amountYuan()), request.on()));
    }

    @PostMapping("/measures")
    Accepted plan(@PathVariable HouseholdId household, @Valid @RequestBody MeasureRequest request) {
        var measure = request.measure() == null ? MeasureId.fresh() : request.measure();
        return commands.send(new PlanMeasure(household, measure, request.plan(), request.on()));
    }

    @PostMapping("/measures/{measure}/approval")
    Accepted approve(
            @PathVariable HouseholdId household,
            @PathVariable MeasureId measure,
            @Valid @RequestBody ApprovalRequest request) {
        return commands.send(new ApproveMeasure(household, measure, request.on()));
    }

    @PostMapping("/measures/{measure}/deliveries")
    Accepted deliver(
            @PathVariable HouseholdId household,
            @PathVariable MeasureId measure,
            @Valid @RequestBody DeliveryRequest request) {
        return commands.send(
                new RecordDelivery(household, measure, fen(request.amountYuan()), request.evidence(), request.on()));
    }

    @PostMapping("/measures/{measure}/end")
    Accepted end(
            @PathVariable HouseholdId household,
            @PathVariable MeasureId measure,
            @Valid @RequestBody EndingRequest request) {
        return commands.send(new EndMeasure(household, measure, request.ending(), request.result(), request.on()));
    }

    private static long fen(BigDecimal yuan) {
        return yuan.movePointRight(2).longValueExact();
    }
}
