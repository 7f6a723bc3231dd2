package cn.shouwang.monitoring.duplicate;

import cn.shouwang.monitoring.duplicate.DuplicateCommand.DismissDuplicate;
import cn.shouwang.monitoring.duplicate.DuplicateCommand.MergeDuplicate;
import cn.shouwang.monitoring.duplicate.DuplicateCommand.UndoMerge;
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

/// What an office decides about two entries that may be one person.
@RestController
@RequestMapping("/duplicates/{duplicate}")
class DuplicateController {

    /// `kept` is the id of the side that stays; the other one is that person too.
    record MergeRequest(
            @NotNull SideId kept,
            @NotBlank @Size(max = 500) String reason,
            @NotNull LocalDate on) {}

    record DecisionRequest(
            @NotBlank @Size(max = 500) String reason,
            @NotNull LocalDate on) {}

    private final Commands commands;

    DuplicateController(Commands commands) {
        this.commands = commands;
    }

    @PostMapping("/merge")
    Accepted merge(@PathVariable DuplicateId duplicate, @Valid @RequestBody MergeRequest request) {
        return commands.send(
                new MergeDuplicate(duplicate, request.kept(), request.reason().strip(), request.on()));
    }

    @PostMapping("/dismissal")
    Accepted dismiss(@PathVariable DuplicateId duplicate, @Valid @RequestBody DecisionRequest request) {
        return commands.send(new DismissDuplicate(duplicate, request.reason().strip(), request.on()));
    }

    @PostMapping("/undo")
    Accepted undo(@PathVariable DuplicateId duplicate, @Valid @RequestBody DecisionRequest request) {
        return commands.send(new UndoMerge(duplicate, request.reason().strip(), request.on()));
    }
}
