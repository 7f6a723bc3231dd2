package cn.shouwang.employment.profile;

import cn.shouwang.employment.profile.LabourProfileCommand.OpenLabourProfile;
import cn.shouwang.platform.command.Commands;
import cn.shouwang.platform.store.Accepted;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.time.LocalDate;
import java.util.UUID;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// Opens a labour profile by hand, for the town or the HR bureau.
@RestController
@RequestMapping("/profiles")
class LabourProfileController {

    record OpenLabourProfileRequest(
            @NotNull UUID household,
            @NotNull UUID member,

            @NotNull @Pattern(regexp = "[0-9]{12}") String village,

            @NotNull LabourAbility ability,
            @NotNull @Min(1) Integer cycle,
            @NotNull LocalDate on) {}

    private final Commands commands;

    LabourProfileController(Commands commands) {
        this.commands = commands;
    }

    @PostMapping
    Accepted open(@Valid @RequestBody OpenLabourProfileRequest request) {
        return commands.send(new OpenLabourProfile(
                request.household(),
                request.member(),
                request.village(),
                request.ability(),
                request.cycle(),
                request.on()));
    }
}
