package cn.shouwang.monitoring.duty;

import cn.shouwang.monitoring.duty.DutyCommand.ConfirmDuty;
import cn.shouwang.monitoring.duty.DutyCommand.PostponeDuty;
import cn.shouwang.monitoring.duty.DutyCommand.ReportDuty;
import cn.shouwang.monitoring.duty.DutyCommand.ReturnDuty;
import cn.shouwang.monitoring.duty.DutyYearCommand.IssueDuties;
import cn.shouwang.platform.command.Commands;
import cn.shouwang.platform.store.Accepted;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
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

/// Hands out a year's duties and takes what becomes of each.
@RestController
@RequestMapping("/duties")
class DutyController {

    record IssueDutiesRequest(
            @NotNull @Pattern(regexp = "[0-9]{6}") String county,
            @NotNull @Min(2021) @Max(2099) Integer year,
            @NotNull LocalDate on) {}

    /// `evidence` refers to the papers, e.g. the number of a file.
    record ReportDutyRequest(
            @NotBlank @Size(max = 100) String evidence,
            @NotNull LocalDate on) {}

    record ConfirmDutyRequest(@NotNull LocalDate on) {}

    record ReturnDutyRequest(
            @NotBlank @Size(max = 200) String reason,
            @NotNull LocalDate on) {}

    record PostponeDutyRequest(
            @NotNull LocalDate dueOn,
            @NotBlank @Size(max = 200) String reason,
            @NotNull LocalDate on) {}

    private final Commands commands;

    DutyController(Commands commands) {
        this.commands = commands;
    }

    /// 409 `duty.already-issued` when there is nothing left to hand out.
    @PostMapping
    Accepted issue(@Valid @RequestBody IssueDutiesRequest request) {
        return commands.send(new IssueDuties(new DutyYearId(request.county(), request.year()), request.on()));
    }

    @PostMapping("/{duty}/report")
    Accepted report(@PathVariable DutyId duty, @Valid @RequestBody ReportDutyRequest request) {
        return commands.send(new ReportDuty(duty, request.evidence().strip(), request.on()));
    }

    @PostMapping("/{duty}/confirmation")
    Accepted confirm(@PathVariable DutyId duty, @Valid @RequestBody ConfirmDutyRequest request) {
        return commands.send(new ConfirmDuty(duty, request.on()));
    }

    @PostMapping("/{duty}/return")
    Accepted sendBack(@PathVariable DutyId duty, @Valid @RequestBody ReturnDutyRequest request) {
        return commands.send(new ReturnDuty(duty, request.reason().strip(), request.on()));
    }

    @PostMapping("/{duty}/postponement")
    Accepted postpone(@PathVariable DutyId duty, @Valid @RequestBody PostponeDutyRequest request) {
        return commands.send(
                new PostponeDuty(duty, request.dueOn(), request.reason().strip(), request.on()));
    }
}
