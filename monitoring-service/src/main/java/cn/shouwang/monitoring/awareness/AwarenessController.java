package cn.shouwang.monitoring.awareness;

import cn.shouwang.monitoring.awareness.AwarenessCommand.RecordSheets;
import cn.shouwang.monitoring.awareness.AwarenessCommand.RecordTraining;
import cn.shouwang.platform.command.Commands;
import cn.shouwang.platform.store.Accepted;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/// Records trainings and how far the sheets have come.
@RestController
class AwarenessController {

    private static final int MOST = 100_000;

    record RecordTrainingRequest(
            @NotNull @Pattern(regexp = "[0-9]{6}|[0-9]{9}|[0-9]{12}")
            String division,

            @NotNull TrainingKind kind,
            @NotBlank @Size(max = 100) String topic,
            @NotNull @Positive @Max(MOST) Integer attendees,
            @NotBlank @Size(max = 100) String evidence,
            @NotNull LocalDate on) {}

    /// `households` of the village have the sheet by `on`, those of before included.
    record RecordSheetsRequest(
            @NotNull @Pattern(regexp = "[0-9]{12}") String village,
            @NotNull SheetKind kind,
            @NotNull @PositiveOrZero @Max(MOST) Integer households,
            @NotNull LocalDate on) {}

    private final Commands commands;

    AwarenessController(Commands commands) {
        this.commands = commands;
    }

    @PostMapping("/trainings")
    Accepted train(@Valid @RequestBody RecordTrainingRequest request) {
        return commands.send(new RecordTraining(
                new AwarenessId(request.division()),
                request.kind(),
                request.topic().strip(),
                request.attendees(),
                request.evidence().strip(),
                request.on()));
    }

    @PostMapping("/sheets")
    Accepted distribute(@Valid @RequestBody RecordSheetsRequest request) {
        return commands.send(new RecordSheets(
                new AwarenessId(request.village()), request.kind(), request.households(), request.on()));
    }
}
