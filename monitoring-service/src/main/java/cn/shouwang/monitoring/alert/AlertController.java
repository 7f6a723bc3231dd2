package cn.shouwang.monitoring.alert;

import cn.shouwang.monitoring.alert.AlertCommand.CloseAlert;
import cn.shouwang.monitoring.alert.AlertCommand.DispatchAlert;
import cn.shouwang.platform.command.Commands;
import cn.shouwang.platform.store.Accepted;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// What offices do with alerts: close, one or many, and hand on as a clue.
@RestController
@RequestMapping("/alerts")
class AlertController {

    record CloseAlertRequest(
            @NotNull CloseReason reason, @NotNull LocalDate on) {}

    /// At most 500 at a time.
    record CloseAlertsRequest(
            @NotEmpty @Size(max = 500) List<@NotNull AlertId> alerts,
            @NotNull CloseReason reason,
            @NotNull LocalDate on) {}

    record DispatchAlertRequest(@NotNull LocalDate on) {}

    private final Commands commands;
    private final BulkClosing closing;

    AlertController(Commands commands, BulkClosing closing) {
        this.commands = commands;
        this.closing = closing;
    }

    @PostMapping("/{alert}/closing")
    Accepted close(@PathVariable AlertId alert, @Valid @RequestBody CloseAlertRequest request) {
        return commands.send(new CloseAlert(alert, request.reason(), request.on()));
    }

    @PostMapping("/closings")
    ResponseEntity<BulkClosing.Answer> closeAll(@Valid @RequestBody CloseAlertsRequest request) {
        var distinct = request.alerts().stream().distinct().toList();
        var answer = closing.close(distinct, request.reason(), request.on());
        return ResponseEntity.ok()
                .header("Log-Position", Long.toString(answer.position()))
                .body(answer);
    }

    @PostMapping("/{alert}/dispatch")
    Accepted dispatch(@PathVariable AlertId alert, @Valid @RequestBody DispatchAlertRequest request) {
        return commands.send(new DispatchAlert(alert, request.on()));
    }
}
