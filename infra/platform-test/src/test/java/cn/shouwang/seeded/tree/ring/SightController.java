package cn.shouwang.seeded.tree.ring;

import cn.shouwang.platform.security.Gate;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/// Asks the gate and then answers past it.
@RestController
class SightController {

    private final RingSight sight;
    private final Gate gate;

    SightController(RingSight sight, Gate gate) {
        this.sight = sight;
        this.gate = gate;
    }

    @GetMapping("/sight")
    boolean sees() {
        return gate.scope().division().isEmpty() || sight.rows().one("oldest").isPresent();
    }
}
