package cn.shouwang.monitoring.helper;

import cn.shouwang.monitoring.helper.HelperCommand.AssignHelper;
import cn.shouwang.monitoring.helper.HelperCommand.EndHelper;
import cn.shouwang.monitoring.helper.HelperCommand.ReplaceHelper;
import cn.shouwang.monitoring.household.HouseholdId;
import cn.shouwang.monitoring.person.PersonName;
import cn.shouwang.monitoring.person.Phone;
import cn.shouwang.platform.command.Commands;
import cn.shouwang.platform.store.Accepted;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// Names who helps a household.
@RestController
@RequestMapping("/households/{household}/helper")
class HelperController {

    record HelperRequest(
            @NotBlank @Size(max = 60) String account,
            @NotBlank @Size(max = 40) String name,
            @Nullable @Size(max = 20) String phone,
            @NotBlank @Size(max = 40) String title,
            @NotBlank @Size(max = 60) String unit,
            @NotNull LocalDate on) {

        Contact contact() {
            return new Contact(PersonName.of(name), phone == null ? null : Phone.of(phone));
        }

        Office office() {
            return new Office(title.strip(), unit.strip());
        }
    }

    record EndRequest(@NotNull LocalDate on) {}

    private final Commands commands;

    HelperController(Commands commands) {
        this.commands = commands;
    }

    @PostMapping
    Accepted assign(@PathVariable HouseholdId household, @Valid @RequestBody HelperRequest request) {
        return commands.send(
                new AssignHelper(household, request.account(), request.contact(), request.office(), request.on()));
    }

    @PostMapping("/replacement")
    Accepted replace(@PathVariable HouseholdId household, @Valid @RequestBody HelperRequest request) {
        return commands.send(
                new ReplaceHelper(household, request.account(), request.contact(), request.office(), request.on()));
    }

    @PostMapping("/end")
    Accepted end(@PathVariable HouseholdId household, @Valid @RequestBody EndRequest request) {
        return commands.send(new EndHelper(household, request.on()));
    }
}
