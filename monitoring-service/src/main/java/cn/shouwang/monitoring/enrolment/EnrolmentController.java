package cn.shouwang.monitoring.enrolment;

import cn.shouwang.monitoring.enrolment.EnrolmentCommand.ApproveRoll;
import cn.shouwang.monitoring.enrolment.EnrolmentCommand.DiscardRoll;
import cn.shouwang.platform.command.Commands;
import cn.shouwang.platform.security.Gate;
import cn.shouwang.platform.store.Accepted;
import cn.shouwang.platform.web.NotFound;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.time.LocalDate;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
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

    /// `done` of `pieces`, `registered` of `households` and `persons` are on the register; `left` were refused
    /// there, by their first row in the file.
    record Progress(
            EnrolmentState state, int pieces, int done, int households, int registered, int persons, List<Left> left) {

        static Progress of(Enrolments.Entry entry) {
            return new Progress(
                    entry.state(),
                    entry.staged().facts().size(),
                    entry.done(),
                    entry.households(),
                    entry.registered(),
                    entry.persons(),
                    entry.left());
        }
    }

    private final Commands commands;
    private final EnrolmentIntake intake;
    private final Enrolments enrolments;
    private final Gate gate;

    EnrolmentController(Commands commands, EnrolmentIntake intake, Enrolments enrolments, Gate gate) {
        this.commands = commands;
        this.intake = intake;
        this.enrolments = enrolments;
        this.gate = gate;
    }

    /// The bare file, CSV or XLSX; what it is its first bytes say.
    @PostMapping
    EnrolmentIntake.Answer file(@RequestBody byte[] file) {
        return intake.take(file, gate.actor());
    }

    /// How far it is at this moment: while much is registered, rows come later.
    @GetMapping("/{enrolment}/progress")
    Progress progress(@PathVariable EnrolmentId enrolment) {
        return enrolments
                .find(enrolment)
                .filter(entry -> gate.actor().reaches(entry.division()))
                .map(Progress::of)
                .orElseThrow(NotFound::new);
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
