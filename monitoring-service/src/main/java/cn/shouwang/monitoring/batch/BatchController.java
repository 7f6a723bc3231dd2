package cn.shouwang.monitoring.batch;

import cn.shouwang.monitoring.batch.BatchCommand.AnnounceBatch;
import cn.shouwang.monitoring.batch.BatchCommand.ApproveBatch;
import cn.shouwang.monitoring.batch.BatchCommand.DiscardBatch;
import cn.shouwang.monitoring.dataset.Dataset;
import cn.shouwang.monitoring.dataset.Period;
import cn.shouwang.platform.command.Commands;
import cn.shouwang.platform.security.Gate;
import cn.shouwang.platform.store.Accepted;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// What departments and the county do with a file: announce, send, approve, discard.
@RestController
@RequestMapping("/batches")
class BatchController {

    /// `from` and `until` are the days the data are about; `reference` the number of a letter, in letters,
    /// digits and brackets.
    record AnnounceBatchRequest(
            @NotNull Dataset dataset,
            @NotNull LocalDate from,
            @NotNull LocalDate until,
            @NotNull @Pattern(regexp = "[a-z0-9-]{3,41}") String ground,

            @Nullable @Pattern(regexp = "[\\p{L}\\p{N}〔〕()\\[\\]-]{1,40}")
            String reference,

            @NotNull LocalDate on) {}

    record ApproveBatchRequest(@NotNull LocalDate on) {}

    record DiscardBatchRequest(
            @NotNull DiscardReason reason, @NotNull LocalDate on) {}

    private final Commands commands;
    private final DatasetIntake intake;
    private final Gate gate;

    BatchController(Commands commands, DatasetIntake intake, Gate gate) {
        this.commands = commands;
        this.intake = intake;
        this.gate = gate;
    }

    @PostMapping
    Accepted announce(@Valid @RequestBody AnnounceBatchRequest request) {
        return commands.send(new AnnounceBatch(
                BatchId.next(),
                request.dataset(),
                new Period(request.from(), request.until()),
                request.ground(),
                request.reference(),
                request.on()));
    }

    /// The bare file, CSV or XLSX; what it is its first bytes say.
    @PostMapping("/{batch}/file")
    DatasetIntake.Answer file(@PathVariable BatchId batch, @RequestBody byte[] file) {
        return intake.take(batch, file, gate.actor());
    }

    @PostMapping("/{batch}/approval")
    Accepted approve(@PathVariable BatchId batch, @Valid @RequestBody ApproveBatchRequest request) {
        return commands.send(new ApproveBatch(batch, request.on()));
    }

    @PostMapping("/{batch}/discard")
    Accepted discard(@PathVariable BatchId batch, @Valid @RequestBody DiscardBatchRequest request) {
        return commands.send(new DiscardBatch(batch, request.reason(), request.on()));
    }
}
