package cn.shouwang.pear;

import cn.shouwang.pear.PearCommand.FellPear;
import cn.shouwang.pear.PearCommand.PlantPear;
import cn.shouwang.pear.PearCommand.WaterPear;
import cn.shouwang.pear.PearCommand.WaterWithoutAsking;
import cn.shouwang.platform.command.Commands;
import cn.shouwang.platform.security.Actor;
import cn.shouwang.platform.store.Accepted;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.time.LocalDate;
import java.util.UUID;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

@RestController
class PearController {

    record PlantRequest(
            @NotNull @Pattern(regexp = "\\d{12}") String division,
            @NotNull LocalDate on) {}

    record WaterRequest(@NotNull @Max(100) Integer litres) {}

    private final Commands commands;

    PearController(Commands commands) {
        this.commands = commands;
    }

    @PostMapping("/pears")
    Accepted plant(@Valid @RequestBody PlantRequest request) {
        return commands.send(new PlantPear(UUID.randomUUID().toString(), request.division(), request.on()));
    }

    @PostMapping("/public/pears")
    Accepted plantUnknown(@Valid @RequestBody PlantRequest request) {
        return commands.sendAs(
                new PlantPear(UUID.randomUUID().toString(), request.division(), request.on()),
                Actor.visitor(request.division()));
    }

    @PostMapping("/pears/{pear}/water")
    Accepted water(@PathVariable String pear, @Valid @RequestBody WaterRequest request) {
        return commands.send(new WaterPear(pear, request.litres()));
    }

    @PostMapping("/pears/{pear}/drop")
    Accepted drop(@PathVariable String pear) {
        return commands.send(new WaterWithoutAsking(pear));
    }

    @PostMapping("/pears/{pear}/felling")
    Accepted fell(@PathVariable String pear) {
        return commands.send(new FellPear(pear));
    }

    @PostMapping("/pears/{pear}/lightning")
    Accepted lightning(@PathVariable String pear) {
        throw new IllegalStateException("secret 99999919800101001X");
    }
}
