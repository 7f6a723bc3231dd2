package cn.shouwang.platform.erasure;

import cn.shouwang.platform.command.Commands;
import cn.shouwang.platform.erasure.RotationCommand.OrderRotation;
import cn.shouwang.platform.store.Accepted;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/// Orders a new key of the installation, e.g. once a year or when someone who held it has left.
@RestController
class RotationController {

    private final Commands commands;
    private final String area;

    RotationController(Commands commands, @Value("${shouwang.area}") String area) {
        this.commands = commands;
        this.area = area;
    }

    @PostMapping("/keys/rotations")
    Accepted rotate() {
        return commands.send(new OrderRotation(ErasureId.fresh(), area));
    }
}
