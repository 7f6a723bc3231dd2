package cn.shouwang.monitoring.match;

import cn.shouwang.monitoring.household.HouseholdId;
import cn.shouwang.monitoring.match.MatchCommand.ConfirmMatch;
import cn.shouwang.monitoring.match.MatchCommand.DeclineMatch;
import cn.shouwang.monitoring.match.MatchCommand.MatchPolicies;
import cn.shouwang.platform.command.Commands;
import cn.shouwang.platform.store.Accepted;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// Asks what suits a household, and takes a person's word on a proposal.
@RestController
@RequestMapping("/households/{household}/matches")
class MatchController {

    record ConfirmMatchRequest(@NotNull LocalDate on) {}

    /// `explanation` may be empty unless the reason is OTHER.
    record DeclineMatchRequest(
            @NotNull DeclineReason reason,
            @NotNull @Size(max = 200) String explanation,
            @NotNull LocalDate on) {}

    private final Commands commands;

    MatchController(Commands commands) {
        this.commands = commands;
    }

    /// 409 `match.nothing-new` when no proposal begins or lapses.
    @PostMapping
    Accepted match(@PathVariable HouseholdId household) {
        return commands.send(new MatchPolicies(new MatchesId(household)));
    }

    @PostMapping("/{proposal}/confirmation")
    Accepted confirm(
            @PathVariable HouseholdId household,
            @PathVariable int proposal,
            @Valid @RequestBody ConfirmMatchRequest request) {
        return commands.send(new ConfirmMatch(new MatchesId(household), proposal, request.on()));
    }

    @PostMapping("/{proposal}/decline")
    Accepted decline(
            @PathVariable HouseholdId household,
            @PathVariable int proposal,
            @Valid @RequestBody DeclineMatchRequest request) {
        return commands.send(new DeclineMatch(
                new MatchesId(household),
                proposal,
                request.reason(),
                request.explanation().strip(),
                request.on()));
    }
}
