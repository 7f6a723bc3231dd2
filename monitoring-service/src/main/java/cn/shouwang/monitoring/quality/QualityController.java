package cn.shouwang.monitoring.quality;

import cn.shouwang.monitoring.household.HouseholdId;
import cn.shouwang.monitoring.quality.QualityCommand.AssignIssue;
import cn.shouwang.monitoring.quality.QualityCommand.ExplainIssue;
import cn.shouwang.platform.command.Commands;
import cn.shouwang.platform.store.Accepted;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// What an office does with an issue, which has its number within the household.
@RestController
@RequestMapping("/quality/issues/{household}/{issue}")
class QualityController {

    /// `office` is the village, its town or the county.
    record AssignIssueRequest(
            @NotNull @Pattern(regexp = "\\d{6}|\\d{9}|\\d{12}")
            String office,

            @NotNull LocalDate dueOn,
            @NotNull LocalDate on) {}

    record ExplainIssueRequest(
            @NotBlank @Size(max = 500) String reason,
            @NotNull LocalDate on) {}

    private final Commands commands;

    QualityController(Commands commands) {
        this.commands = commands;
    }

    @PostMapping("/assignment")
    Accepted assign(
            @PathVariable HouseholdId household,
            @PathVariable int issue,
            @Valid @RequestBody AssignIssueRequest request) {
        return commands.send(
                new AssignIssue(new QualityId(household), issue, request.office(), request.dueOn(), request.on()));
    }

    @PostMapping("/explanation")
    Accepted explain(
            @PathVariable HouseholdId household,
            @PathVariable int issue,
            @Valid @RequestBody ExplainIssueRequest request) {
        return commands.send(new ExplainIssue(
                new QualityId(household), issue, request.reason().strip(), request.on()));
    }
}
