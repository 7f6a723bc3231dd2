package cn.shouwang.monitoring.appeal;

import cn.shouwang.monitoring.appeal.AppealCommand.DismissAppeal;
import cn.shouwang.monitoring.appeal.AppealCommand.FileAppeal;
import cn.shouwang.monitoring.appeal.AppealCommand.GrantAppeal;
import cn.shouwang.monitoring.household.HouseholdId;
import cn.shouwang.platform.command.Commands;
import cn.shouwang.platform.store.Accepted;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// Takes in a household's appeal against its rejection, and the town's answer.
@RestController
@RequestMapping("/households/{household}/appeal")
class AppealController {

    record AppealRequest(
            @NotBlank @Size(max = 1000) String text,
            @NotNull LocalDate on) {}

    record DismissalRequest(
            @NotBlank @Size(max = 1000) String explanation,
            @NotNull LocalDate on) {}

    record GrantRequest(
            @NotBlank @Size(max = 1000) String explanation,
            @NotNull LocalDate visitBy,
            @NotNull LocalDate on) {}

    private final Commands commands;

    AppealController(Commands commands) {
        this.commands = commands;
    }

    @PostMapping
    Accepted file(@PathVariable HouseholdId household, @Valid @RequestBody AppealRequest request) {
        return commands.send(new FileAppeal(household, request.text(), request.on()));
    }

    @PostMapping("/dismissal")
    Accepted dismiss(@PathVariable HouseholdId household, @Valid @RequestBody DismissalRequest request) {
        return commands.send(new DismissAppeal(household, request.explanation(), request.on()));
    }

    @PostMapping("/grant")
    Accepted grant(@PathVariable HouseholdId household, @Valid @RequestBody GrantRequest request) {
        return commands.send(new GrantAppeal(household, request.explanation(), request.visitBy(), request.on()));
    }
}
