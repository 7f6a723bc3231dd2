package cn.shouwang.monitoring.marking;

import cn.shouwang.monitoring.household.HouseholdId;
import cn.shouwang.monitoring.marking.MarkingCommand.CorrectNumber;
import cn.shouwang.monitoring.marking.MarkingCommand.MarkHousehold;
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

/// Takes in the number under which a household stands in the national system.
@RestController
@RequestMapping("/households/{household}/marking")
class MarkingController {

    record MarkRequest(
            @NotBlank @Size(max = 40) String number,
            @NotNull LocalDate on) {}

    private final Commands commands;

    MarkingController(Commands commands) {
        this.commands = commands;
    }

    @PostMapping
    Accepted mark(@PathVariable HouseholdId household, @Valid @RequestBody MarkRequest request) {
        return commands.send(new MarkHousehold(household, request.number(), request.on()));
    }

    @PostMapping("/correction")
    Accepted correct(@PathVariable HouseholdId household, @Valid @RequestBody MarkRequest request) {
        return commands.send(new CorrectNumber(household, request.number(), request.on()));
    }
}
