package cn.shouwang.platform.console;

import cn.shouwang.platform.command.Commands;
import cn.shouwang.platform.console.ReaderCommand.StartReader;
import cn.shouwang.platform.console.ReaderCommand.StopReader;
import cn.shouwang.platform.rule.RuleBroken;
import cn.shouwang.platform.security.Gate;
import cn.shouwang.platform.store.Accepted;
import cn.shouwang.platform.store.Readers;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// The readers of the service. For those who reach the whole area.
@RestController
@RequestMapping("/readers")
class ReaderController {

    record ReasonRequest(@NotBlank @Size(max = 500) String reason) {}

    private final Commands commands;
    private final Conductor conductor;
    private final Readers readers;
    private final ReaderList list;
    private final Gate gate;
    private final String area;

    ReaderController(
            Commands commands,
            Conductor conductor,
            Readers readers,
            ReaderList list,
            Gate gate,
            @Value("${shouwang.area}") String area) {
        this.commands = commands;
        this.conductor = conductor;
        this.readers = readers;
        this.list = list;
        this.gate = gate;
        this.area = area;
    }

    @GetMapping
    List<ReaderList.Entry> readers() {
        gate.actor().mustReach(area);
        return list.all();
    }

    /// Rests within seconds in every process, after the batch it is at, and after every restart.
    @PostMapping("/{reader}/stop")
    Accepted stop(@PathVariable String reader, @Valid @RequestBody ReasonRequest request) {
        return done(reader, new StopReader(BoardId.READERS, reader, request.reason(), area));
    }

    @PostMapping("/{reader}/start")
    Accepted start(@PathVariable String reader, @Valid @RequestBody ReasonRequest request) {
        return done(reader, new StartReader(BoardId.READERS, reader, request.reason(), area));
    }

    private Accepted done(String reader, ReaderCommand command) {
        gate.actor().mustReach(area);
        if (!readers.names().contains(reader)) {
            throw new RuleBroken("reader.unknown", "no reader of this service has that name");
        }
        var accepted = commands.send(command);
        conductor.hasten();
        return accepted;
    }
}
