package cn.shouwang.monitoring.slip;

import cn.shouwang.monitoring.household.HouseholdId;
import cn.shouwang.monitoring.incentive.IncentiveTerms;
import cn.shouwang.monitoring.incentive.Unit;
import cn.shouwang.monitoring.slip.SlipCommand.ComputeIncentive;
import cn.shouwang.monitoring.slip.SlipCommand.RevokeQuantity;
import cn.shouwang.monitoring.slip.SlipCommand.VerifyQuantity;
import cn.shouwang.platform.command.Commands;
import cn.shouwang.platform.store.Accepted;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// Verifies and revokes quantities of a household in a year, and has its slip computed.
@RestController
@RequestMapping("/households/{household}/incentives/{year}")
class SlipController {

    /// `amount` in the unit; `evidence` names the paper it was verified from.
    record VerifyQuantityRequest(
            @NotNull Unit unit,

            @NotNull @Positive @Max(IncentiveTerms.MOST_UNITS)
            Long amount,

            @NotBlank @Size(max = 100) String evidence,
            @NotNull LocalDate on) {}

    record RevokeQuantityRequest(@NotBlank @Size(max = 200) String reason) {}

    private final Commands commands;

    SlipController(Commands commands) {
        this.commands = commands;
    }

    @PostMapping("/quantities")
    Accepted verify(
            @PathVariable HouseholdId household,
            @PathVariable int year,
            @Valid @RequestBody VerifyQuantityRequest request) {
        return commands.send(new VerifyQuantity(
                new SlipId(household, year),
                request.unit(),
                request.amount(),
                request.evidence().strip(),
                request.on()));
    }

    @PostMapping("/quantities/{quantity}/revocation")
    Accepted revoke(
            @PathVariable HouseholdId household,
            @PathVariable int year,
            @PathVariable int quantity,
            @Valid @RequestBody RevokeQuantityRequest request) {
        return commands.send(new RevokeQuantity(
                new SlipId(household, year), quantity, request.reason().strip()));
    }

    /// 409 `slip.nothing-new` when every rule gives what it gave before.
    @PostMapping("/computations")
    Accepted compute(@PathVariable HouseholdId household, @PathVariable int year) {
        return commands.send(new ComputeIncentive(new SlipId(household, year)));
    }
}
