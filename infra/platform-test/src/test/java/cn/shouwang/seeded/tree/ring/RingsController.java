package cn.shouwang.seeded.tree.ring;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
class RingsController {

    private final Rings rings;

    RingsController(Rings rings) {
        this.rings = rings;
    }

    @GetMapping("/rings")
    long rings() {
        return rings.count();
    }
}
