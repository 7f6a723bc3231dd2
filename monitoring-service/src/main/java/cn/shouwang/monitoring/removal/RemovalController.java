package cn.shouwang.monitoring.removal;

import cn.shouwang.monitoring.clue.RiskType;
import cn.shouwang.monitoring.household.HouseholdId;
import cn.shouwang.monitoring.identification.Appraisal.Votes;
import cn.shouwang.monitoring.identification.VisitForm;
import cn.shouwang.monitoring.removal.RemovalCommand.DetermineRemoval;
import cn.shouwang.monitoring.removal.RemovalCommand.DropRemoval;
import cn.shouwang.monitoring.removal.RemovalCommand.HoldExitAppraisal;
import cn.shouwang.monitoring.removal.RemovalCommand.ProposeRemoval;
import cn.shouwang.monitoring.removal.RemovalCommand.RecordExitVisit;
import cn.shouwang.monitoring.removal.RemovalCommand.RevertRemoval;
import cn.shouwang.monitoring.removal.RemovalCommand.ReviewRemoval;
import cn.shouwang.platform.command.Commands;
import cn.shouwang.platform.store.Accepted;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// Takes in the steps by which a household leaves monitoring. Whether a visit or a determination was
/// blocked, and by what, stands in the household's file.
@RestController
@RequestMapping("/households/{household}/removal")
class RemovalController {

    record ProposalRequest(
            @NotNull RemovalMode mode,
            @Nullable @Size(min = 1, max = 1000) String reason,
            @NotNull LocalDate on) {}

    record ExitVisitRequest(
            @NotNull @Valid VisitForm visit,
            @NotNull @PositiveOrZero @Max(600) Integer stableMonths,
            @NotNull Boolean expenseSolved,
            @NotNull @Size(max = 11) List<@NotNull RiskType> risksGone,
            @NotNull Boolean newRisk) {}

    record ExitAppraisalRequest(
            @NotNull @PositiveOrZero Integer attendance,
            @NotNull @PositiveOrZero Integer inFavour,
            @NotNull @PositiveOrZero Integer against,
            @NotNull @PositiveOrZero Integer abstained,
            @NotBlank @Size(max = 200) String minutes,
            @NotNull LocalDate on) {}

    record ReviewRequest(
            @NotNull Boolean passed,
            @NotBlank @Size(max = 1000) String opinion,
            @NotNull LocalDate on) {}

    record RemovalDeterminationRequest(
            @NotBlank @Size(max = 100) String decisionNo,
            @NotNull LocalDate on) {}

    record ReasonRequest(
            @NotBlank @Size(max = 1000) String reason,
            @NotNull LocalDate on) {}

    private final Commands commands;

    RemovalController(Commands commands) {
        this.commands = commands;
    }

    @PostMapping
    Accepted propose(@PathVariable HouseholdId household, @Valid @RequestBody ProposalRequest request) {
        return commands.send(new ProposeRemoval(household, request.mode(), request.reason(), request.on()));
    }

    @PostMapping("/visit")
    Accepted visit(@PathVariable HouseholdId household, @Valid @RequestBody ExitVisitRequest request) {
        return commands.send(new RecordExitVisit(
                household,
                request.visit(),
                request.stableMonths(),
                request.expenseSolved(),
                request.risksGone(),
                request.newRisk()));
    }

    @PostMapping("/appraisal")
    Accepted appraise(@PathVariable HouseholdId household, @Valid @RequestBody ExitAppraisalRequest request) {
        var votes = new Votes(request.inFavour(), request.against(), request.abstained());
        var appraisal = new ExitAppraisal(request.attendance(), votes, request.minutes());
        return commands.send(new HoldExitAppraisal(household, appraisal, request.on()));
    }

    @PostMapping("/town-review")
    Accepted review(@PathVariable HouseholdId household, @Valid @RequestBody ReviewRequest request) {
        return commands.send(new ReviewRemoval(household, request.passed(), request.opinion(), request.on()));
    }

    @PostMapping("/determination")
    Accepted determine(@PathVariable HouseholdId household, @Valid @RequestBody RemovalDeterminationRequest request) {
        return commands.send(new DetermineRemoval(household, request.decisionNo(), request.on()));
    }

    @PostMapping("/drop")
    Accepted drop(@PathVariable HouseholdId household, @Valid @RequestBody ReasonRequest request) {
        return commands.send(new DropRemoval(household, request.reason(), request.on()));
    }

    @PostMapping("/reversion")
    Accepted revert(@PathVariable HouseholdId household, @Valid @RequestBody ReasonRequest request) {
        return commands.send(new RevertRemoval(household, request.reason(), request.on()));
    }
}
