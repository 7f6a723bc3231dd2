package cn.shouwang.seeded.tree.ring;

import cn.shouwang.platform.security.Gate;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/// Asks the gate and then answers past it, by a friend of a friend.
@RestController
class FarSightController {

    record Glass(RingSight sight) {

        boolean sees() {
            return sight.rows().one("oldest").isPresent();
        }
    }

    private final Glass glass;
    private final Gate gate;

    FarSightController(Glass glass, Gate gate) {
        this.glass = glass;
        this.gate = gate;
    }

    @GetMapping("/far-sight")
    boolean sees() {
        return gate.scope().division().isEmpty() || glass.sees();
    }
}
