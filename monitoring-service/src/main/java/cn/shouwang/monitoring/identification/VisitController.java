package cn.shouwang.monitoring.identification;

import cn.shouwang.monitoring.household.HouseholdId;
import cn.shouwang.monitoring.identification.IdentificationCommand.RecordVisit;
import cn.shouwang.platform.command.Commands;
import cn.shouwang.platform.store.Accepted;
import jakarta.validation.Valid;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/// Takes in the visit form.
@RestController
class VisitController {

    private final Commands commands;

    VisitController(Commands commands) {
        this.commands = commands;
    }

    @PostMapping("/households/{household}/identification/visit")
    Accepted visit(@PathVariable HouseholdId household, @Valid @RequestBody VisitForm form) {
        return commands.send(new RecordVisit(household, form));
    }
}
