package cn.shouwang.platform.console;

import cn.shouwang.platform.command.Commands;
import cn.shouwang.platform.console.ViewCommand.AbandonRebuild;
import cn.shouwang.platform.console.ViewCommand.DropGeneration;
import cn.shouwang.platform.console.ViewCommand.OrderComparison;
import cn.shouwang.platform.console.ViewCommand.RollBackView;
import cn.shouwang.platform.console.ViewCommand.StartRebuild;
import cn.shouwang.platform.console.ViewCommand.SwitchView;
import cn.shouwang.platform.projection.Views;
import cn.shouwang.platform.rule.RuleBroken;
import cn.shouwang.platform.security.Gate;
import cn.shouwang.platform.store.Accepted;
import cn.shouwang.platform.store.Readers;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Objects;
import java.util.function.IntFunction;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// The read models of the service and their generations. For those who reach the whole area.
@RestController
@RequestMapping("/views")
class ViewController {

    record BecauseRequest(@NotBlank @Size(max = 500) String reason) {}

    /// `differing` says that rows may differ, because the new ones are right.
    record SwitchRequest(
            @NotBlank @Size(max = 500) String reason,
            @Nullable Boolean differing) {}

    /// Without `version` a generation of the version that answers.
    record DropRequest(
            @NotNull @Min(0) Integer generation,
            @Nullable @Min(0) Integer version,
            @NotBlank @Size(max = 500) String reason) {}

    private final Commands commands;
    private final Conductor conductor;
    private final Views views;
    private final Readers readers;
    private final ViewList list;
    private final Gate gate;
    private final String area;

    ViewController(
            Commands commands,
            Conductor conductor,
            Views views,
            Readers readers,
            ViewList list,
            Gate gate,
            @Value("${shouwang.area}") String area) {
        this.commands = commands;
        this.conductor = conductor;
        this.views = views;
        this.readers = readers;
        this.list = list;
        this.gate = gate;
        this.area = area;
    }

    @GetMapping
    List<ViewList.Entry> views() {
        gate.actor().mustReach(area);
        return list.all();
    }

    /// With the last comparison and its parity report.
    @GetMapping("/{view}")
    ViewList.Entry view(@PathVariable String view) {
        gate.actor().mustReach(area);
        return list.one(view).orElseThrow(() -> new AggregateNotFoundException(view, "no read model has that name"));
    }

    /// Builds the rows anew beside those that answer.
    @PostMapping("/{view}/rebuild")
    Accepted rebuild(@PathVariable String view, @Valid @RequestBody BecauseRequest request) {
        return done(
                view,
                version -> new StartRebuild(BoardId.VIEWS, view, version, readers.head(), request.reason(), area));
    }

    @PostMapping("/{view}/abandon")
    Accepted abandon(@PathVariable String view, @Valid @RequestBody BecauseRequest request) {
        return done(view, version -> new AbandonRebuild(BoardId.VIEWS, view, version, request.reason(), area));
    }

    /// Compares what answers with what is beside it, or was before. The report stands with the read model
    /// when it is done.
    @PostMapping("/{view}/compare")
    Accepted compare(@PathVariable String view) {
        return done(view, version -> new OrderComparison(BoardId.VIEWS, view, version, area));
    }

    @PostMapping("/{view}/switch")
    Accepted turn(@PathVariable String view, @Valid @RequestBody SwitchRequest request) {
        return done(
                view,
                version -> new SwitchView(
                        BoardId.VIEWS,
                        view,
                        version,
                        Boolean.TRUE.equals(request.differing()),
                        request.reason(),
                        area));
    }

    @PostMapping("/{view}/roll-back")
    Accepted rollBack(@PathVariable String view, @Valid @RequestBody BecauseRequest request) {
        return done(view, version -> new RollBackView(BoardId.VIEWS, view, version, request.reason(), area));
    }

    /// Removes the rows of a generation that nobody needs any more, within a quarter of a minute.
    @PostMapping("/{view}/drop")
    Accepted drop(@PathVariable String view, @Valid @RequestBody DropRequest request) {
        return done(view, version -> {
            var of = Objects.requireNonNullElse(request.version(), version);
            if (of > version) {
                throw new RuleBroken("view.no-such-generation", "what a later version built is not dropped here");
            }
            if (of < version && !views.isBuilt(view)) {
                throw new RuleBroken("view.not-ready", "rows of the version before may still answer");
            }
            return new DropGeneration(
                    BoardId.VIEWS, view, of, of < version, request.generation(), request.reason(), area);
        });
    }

    private Accepted done(String view, IntFunction<ViewCommand> command) {
        gate.actor().mustReach(area);
        var version = views.version(view);
        if (version.isEmpty()) {
            throw new RuleBroken("view.unknown", "no read model of this service has that name");
        }
        var accepted = commands.send(command.apply(version.getAsInt()));
        conductor.hasten();
        return accepted;
    }
}
