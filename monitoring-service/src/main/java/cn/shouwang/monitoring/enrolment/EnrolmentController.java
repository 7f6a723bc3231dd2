package cn.shouwang.monitoring.enrolment;

import cn.shouwang.monitoring.enrolment.EnrolmentCommand.ApproveRoll;
import cn.shouwang.monitoring.enrolment.EnrolmentCommand.DiscardRoll;
import cn.shouwang.platform.command.Commands;
import cn.shouwang.platform.security.Gate;
import cn.shouwang.platform.store.Accepted;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.time.LocalDate;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// What offices do with a file of the register: send, approve, discard.
@RestController
@RequestMapping("/enrolments")
class EnrolmentController {

    /// `digest` as the answer to the file or the list told it.
    record ApproveRollRequest(
            @NotNull @Pattern(regexp = "[0-9a-f]{64}") String digest,
            @NotNull LocalDate on) {}

    record DiscardRollRequest(
            @NotNull DiscardReason reason, @NotNull LocalDate on) {}

    private final Commands commands;
    private final EnrolmentIntake intake;
    private final Gate gate;

    EnrolmentController(Commands commands, EnrolmentIntake intake, Gate gate) {
        this.commands = commands;
        this.intake = intake;
        this.gate = gate;
    }

    /// The bare file, CSV or XLSX; what it is its first bytes say.
    @PostMapping
    EnrolmentIntake.Answer file(@RequestBody byte[] file) {
        return intake.take(file, gate.actor());
    }

    @PostMapping("/{enrolment}/approval")
    Accepted approve(@PathVariable EnrolmentId enrolment, @Valid @RequestBody ApproveRollRequest request) {
        return commands.send(new ApproveRoll(enrolment, request.digest(), request.on()));
    }

    @PostMapping("/{enrolment}/discard")
    Accepted discard(@PathVariable EnrolmentId enrolment, @Valid @RequestBody DiscardRollRequest request) {
        return commands.send(new DiscardRoll(enrolment, request.reason(), request.on()));
    }
}
