package cn.shouwang.monitoring.clue;

import cn.shouwang.monitoring.clue.ClueCommand.AssignClue;
import cn.shouwang.monitoring.clue.ClueCommand.CloseClue;
import cn.shouwang.monitoring.clue.ClueCommand.RegisterClue;
import cn.shouwang.monitoring.person.PersonDocument;
import cn.shouwang.monitoring.person.PersonName;
import cn.shouwang.monitoring.person.Phone;
import cn.shouwang.platform.command.Commands;
import cn.shouwang.platform.store.Accepted;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// What officers do with clues: register, hand on, end.
@RestController
@RequestMapping("/clues")
class ClueController {

    /// Whom the clue is about may be known in part or not at all; what was seen must be said.
    record RegisterClueRequest(
            @NotNull @Pattern(regexp = "[0-9]{12}") String village,
            @NotNull ClueChannel channel,
            @Nullable @Size(max = 40) String name,
            @Nullable @Size(max = 20) String phone,
            @Nullable @Size(max = 40) String idNumber,
            @NotEmpty @Size(max = Risks.MOST) List<@NotNull RiskType> risks,
            @NotBlank @Size(max = 500) String evidence,
            @NotNull LocalDate on) {

        Subject subject(LocalDate today) {
            return new Subject(
                    name == null ? null : PersonName.of(name),
                    phone == null ? null : Phone.of(phone),
                    idNumber == null ? null : PersonDocument.of(idNumber, today));
        }
    }

    /// `office` is the division whose office follows the clue; without `dueOn` the usual term runs.
    record AssignClueRequest(
            @NotNull @Pattern(regexp = "[0-9]{6}|[0-9]{9}|[0-9]{12}")
            String office,

            @Nullable @Size(min = 1, max = 60) String account,
            @Nullable LocalDate dueOn,
            @NotNull LocalDate on) {}

    record CloseClueRequest(
            @NotNull ClueOutcome outcome,
            @NotBlank @Size(max = 500) String reason,
            @NotNull LocalDate on) {}

    private final Commands commands;
    private final Clock clock;

    ClueController(Commands commands, Clock clock) {
        this.commands = commands;
        this.clock = clock;
    }

    @PostMapping
    Accepted register(@Valid @RequestBody RegisterClueRequest request) {
        return commands.send(new RegisterClue(
                ClueId.next(),
                request.village(),
                request.channel(),
                request.subject(LocalDate.now(clock)),
                new Risks(request.risks()),
                request.evidence().strip(),
                request.on()));
    }

    @PostMapping("/{clue}/assignment")
    Accepted assign(@PathVariable ClueId clue, @Valid @RequestBody AssignClueRequest request) {
        return commands.send(new AssignClue(clue, request.office(), request.account(), request.dueOn(), request.on()));
    }

    @PostMapping("/{clue}/outcome")
    Accepted close(@PathVariable ClueId clue, @Valid @RequestBody CloseClueRequest request) {
        return commands.send(
                new CloseClue(clue, request.outcome(), request.reason().strip(), request.on()));
    }
}
